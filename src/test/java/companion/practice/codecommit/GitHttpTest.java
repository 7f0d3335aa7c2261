package companion.practice.codecommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.world.Command;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ListBranchCommand;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

class GitHttpTest {
    @TempDir
    Path folder;

    private TestCloud cloud = new TestCloud();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aPushReachesTheInterfaceAndTheEventBus() throws Exception {
        create("MyRepo");
        try (var work = clone("MyRepo", "work")) {
            var commit = commit(work, "index.html", "v1");
            assertThat(push(work, "refs/heads/master")).containsOnly(RemoteRefUpdate.Status.OK);

            assertThat(cloud.codeCommit
                            .getRepository(r -> r.repositoryName("MyRepo"))
                            .repositoryMetadata()
                            .defaultBranch())
                    .isEqualTo("master");
            assertThat(cloud.codeCommit
                            .getFile(r -> r.repositoryName("MyRepo").filePath("index.html"))
                            .fileContent()
                            .asUtf8String())
                    .isEqualTo("v1");
            var detail = cloud.events.getLast().detail();
            assertThat(detail.path("commitId").asText()).isEqualTo(commit.name());
            assertThat(detail.path("event").asText()).isEqualTo("referenceCreated");
            assertThat(detail.path("callerUserArn").asText()).isEqualTo("arn:aws:iam::123456789012:user/learner");
        }
    }

    @Test
    void commitsOfTheInterfaceAreFetched() throws Exception {
        create("MyRepo");
        cloud.codeCommit.putFile(r -> r.repositoryName("MyRepo")
                .branchName("main")
                .filePath("index.html")
                .fileContent(SdkBytes.fromUtf8String("v1")));
        try (var work = clone("MyRepo", "work")) {
            assertThat(work.getRepository().getBranch()).isEqualTo("main");
            assertThat(folder.resolve("work/index.html")).hasContent("v1");
        }
    }

    @Test
    void branchesAreOverwrittenAndDeletedAndTagsPushed() throws Exception {
        create("MyRepo");
        try (var work = clone("MyRepo", "work")) {
            var first = commit(work, "a", "1");
            push(work, "refs/heads/master");
            push(work, "refs/heads/master:refs/heads/dev");
            commit(work, "a", "2");
            push(work, "refs/heads/master");
            work.tag().setName("v1").setAnnotated(false).call();
            push(work, "refs/tags/v1");
            assertThat(push(work, "+" + first.name() + ":refs/heads/master"))
                    .containsOnly(RemoteRefUpdate.Status.OK);
            assertThat(push(work, ":refs/heads/dev")).containsOnly(RemoteRefUpdate.Status.OK);

            assertThat(cloud.events)
                    .extracting(each -> each.detail().path("event").asText() + " "
                            + each.detail().path("referenceType").asText() + " "
                            + each.detail().path("referenceName").asText())
                    .containsExactly(
                            "referenceCreated branch master",
                            "referenceCreated branch dev",
                            "referenceUpdated branch master",
                            "referenceCreated tag v1",
                            "referenceUpdated branch master",
                            "referenceDeleted branch dev");
            assertThat(cloud.codeCommit
                            .getBranch(r -> r.repositoryName("MyRepo").branchName("master"))
                            .branch()
                            .commitId())
                    .isEqualTo(first.name());
        }
    }

    @Test
    void theDefaultBranchIsNotDeletedByAPush() throws Exception {
        create("MyRepo");
        try (var work = clone("MyRepo", "work")) {
            commit(work, "a", "1");
            push(work, "refs/heads/master");
            assertThat(push(work, ":refs/heads/master"))
                    .containsOnly(RemoteRefUpdate.Status.REJECTED_OTHER_REASON);
            assertThat(cloud.events).hasSize(1);
        }
    }

    @Test
    void aPushToADeletedRepositoryFailsCleanly() throws Exception {
        create("MyRepo");
        try (var work = clone("MyRepo", "work")) {
            commit(work, "a", "1");
            cloud.codeCommit.deleteRepository(r -> r.repositoryName("MyRepo"));
            assertThatThrownBy(() -> push(work, "refs/heads/master"))
                    .isInstanceOf(GitAPIException.class)
                    .hasMessageContaining("not found");
            assertThat(cloud.events).isEmpty();
        }
    }

    @Test
    void anotherRegionHasItsOwnPath() throws Exception {
        cloud.ireland.createRepository(r -> r.repositoryName("MyRepo"));
        try (var work = cloneFrom(cloud.endpoint() + "/eu-west-1/v1/repos/MyRepo", "work")) {
            commit(work, "a", "1");
            push(work, "refs/heads/master");
            assertThat(cloud.ireland.listBranches(r -> r.repositoryName("MyRepo")).branches())
                    .containsExactly("master");
        }
    }

    @Test
    void strangersAreAskedForCredentialsAndWrongOnesAreRefused() throws Exception {
        create("MyRepo");
        var refs = cloud.url("MyRepo") + "/info/refs?service=git-upload-pack";
        var stranger = get(refs, null);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=");
        assertThat(get(refs, TestCloud.GIT_USER + ":wrong").statusCode()).isEqualTo(403);
        assertThat(get(refs, "somebody:" + TestCloud.GIT_PASSWORD).statusCode()).isEqualTo(403);
        assertThat(get(refs, git()).statusCode()).isEqualTo(200);
        assertThat(get(cloud.url("Other") + "/info/refs?service=git-upload-pack", git()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotGitIsRefusedAndHarmless() throws Exception {
        create("MyRepo");
        var basic = Base64.getEncoder().encodeToString(git().getBytes(StandardCharsets.UTF_8));
        var push = HttpRequest.newBuilder(URI.create(cloud.url("MyRepo") + "/git-receive-pack"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString("zzzz not a packet"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(push, HttpResponse.BodyHandlers.ofString()).statusCode()).isBetween(200, 499);
        }
        assertThat(get(cloud.url("MyRepo") + "/info/refs", git()).statusCode()).isEqualTo(403);
        assertThat(get(cloud.url("MyRepo") + "/git-upload-pack", git()).statusCode()).isEqualTo(405);
        assertThat(cloud.codeCommit.listBranches(r -> r.repositoryName("MyRepo")).branches()).isEmpty();
    }

    @Test
    void accessKeysSignThePathForFifteenMinutes() throws Exception {
        create("MyRepo");
        var refs = cloud.url("MyRepo") + "/info/refs?service=git-upload-pack";
        // Made by botocore for 127.0.0.1 without its port, five minutes before the clock of the test.
        var signed = "20261121T115500Zcc7c9ced07f91ccedefedaf9e61a12aeffbdcd980cb6579e95d185f500716f87";
        assertThat(get(refs, "AKIAPRACTICE0000001:" + signed).statusCode()).isEqualTo(200);
        assertThat(get(refs, "ASIAPRACTICE0000002%a/session+token=:" + signed).statusCode()).isEqualTo(200);
        assertThat(get(refs, "ASIAPRACTICE0000002:" + signed).statusCode()).isEqualTo(403);
        assertThat(get(refs, "AKIAPRACTICE0000001:" + signed.replace("T1155", "T1144")).statusCode()).isEqualTo(403);
        assertThat(get(cloud.url("Other") + "/info/refs?service=git-upload-pack", "AKIAPRACTICE0000001:" + signed)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void repositoriesAreTheSameAfterAStop() throws Exception {
        cloud.close();
        cloud = new TestCloud(folder.resolve("state"));
        cloud.world.submit(Command.of("create", Map.of("name", "MyRepo")));
        RevCommit tip;
        try (var work = clone("MyRepo", "work")) {
            commit(work, "a", "1");
            push(work, "refs/heads/master");
            tip = commit(work, "logo.png", noise());
            push(work, "refs/heads/master");
        }
        var before = cloud.codeCommit.getRepository(r -> r.repositoryName("MyRepo")).repositoryMetadata();
        cloud.close();

        cloud = new TestCloud(folder.resolve("state"));
        var after = cloud.codeCommit.getRepository(r -> r.repositoryName("MyRepo")).repositoryMetadata();
        assertThat(after.toBuilder().cloneUrlHttp(null).build())
                .isEqualTo(before.toBuilder().cloneUrlHttp(null).build());
        assertThat(cloud.events).hasSize(2);
        try (var again = clone("MyRepo", "again")) {
            assertThat(again.log().call().iterator().next()).isEqualTo(tip);
            assertThat(again.branchList().setListMode(ListBranchCommand.ListMode.REMOTE).call()).hasSize(1);
        }
    }

    /** So much that it does not pack small: a body of this size is kept apart from the journal. */
    private static String noise() {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.length() < 200_000) {
            text.append(Long.toHexString(random.nextLong()));
        }
        return text.toString();
    }

    private void create(String name) {
        cloud.codeCommit.createRepository(r -> r.repositoryName(name));
    }

    private Git clone(String repository, String into) throws GitAPIException {
        return cloneFrom(cloud.url(repository), into);
    }

    private Git cloneFrom(String url, String into) throws GitAPIException {
        return as(Git.cloneRepository().setURI(url).setDirectory(folder.resolve(into).toFile())).call();
    }

    private RevCommit commit(Git work, String file, String text) throws GitAPIException, IOException {
        Files.writeString(work.getRepository().getWorkTree().toPath().resolve(file), text);
        work.add().addFilepattern(file).call();
        return work.commit()
                .setMessage("Changes " + file)
                .setAuthor("Learner", "learner@example.com")
                .setCommitter("Learner", "learner@example.com")
                .setSign(false)
                .call();
    }

    private List<RemoteRefUpdate.Status> push(Git work, String spec) throws GitAPIException {
        var statuses = new ArrayList<RemoteRefUpdate.Status>();
        for (var result : as(work.push().setRemote("origin").add(spec)).call()) {
            result.getRemoteUpdates().forEach(update -> statuses.add(update.getStatus()));
        }
        return statuses;
    }

    private static <C extends TransportCommand<C, ?>> C as(C command) {
        return command.setCredentialsProvider(
                new UsernamePasswordCredentialsProvider(TestCloud.GIT_USER, TestCloud.GIT_PASSWORD));
    }

    private static String git() {
        return TestCloud.GIT_USER + ":" + TestCloud.GIT_PASSWORD;
    }

    private static HttpResponse<String> get(String url, String credentials) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (credentials != null) {
            var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
