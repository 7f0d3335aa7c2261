package companion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.aws.TracedCall;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class WorkingCopyTest {
    @TempDir
    Path folder;

    private final CallTrace trace = new CallTrace(InstantSource.system(), System::nanoTime);
    private final Connection connection = new Connection(
            new Target.Practice(
                    URI.create("http://127.0.0.1:1"),
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret"))),
            "us-east-1",
            true,
            trace);

    @AfterEach
    void close() {
        connection.close();
    }

    private URI remote() throws Exception {
        var bare = folder.resolve("remote.git");
        Git.init().setBare(true).setDirectory(bare.toFile()).call().close();
        return bare.toUri();
    }

    private WorkingCopy cloned(URI remote, String name) throws Exception {
        var copy = new WorkingCopy(folder.resolve(name), connection);
        copy.cloneFrom(remote, "repository-1", "master", (_, _) -> {});
        return copy;
    }

    @Test
    void aFileIsCommittedAndPushedToTheChosenBranch() throws Exception {
        var remote = remote();
        var copy = cloned(remote, "MyRepo");
        Files.writeString(copy.folder().resolve("index.html"), "v1");

        copy.commit(List.of("index.html"), "Initial commit");
        copy.push("master", (_, _) -> {});

        assertThat(copy.repositoryId()).contains("repository-1");
        assertThat(copy.isCommitted(List.of("index.html"))).isTrue();
        var tip = copy.tip("master").orElseThrow();
        assertThat(tip.message()).isEqualTo("Initial commit");
        assertThat(cloned(remote, "Other").tip("master")).contains(tip);
    }

    @Test
    void committingTwiceMakesOneCommit() throws Exception {
        var copy = cloned(remote(), "MyRepo");
        Files.writeString(copy.folder().resolve("index.html"), "v1");
        copy.commit(List.of("index.html"), "Initial commit");
        var tip = copy.tip("master");

        copy.commit(List.of("index.html"), "Initial commit");

        assertThat(copy.tip("master")).isEqualTo(tip);
    }

    @Test
    void aChangedFileIsNotCommitted() throws Exception {
        var copy = cloned(remote(), "MyRepo");
        assertThat(copy.isCommitted(List.of("index.html"))).isFalse();
        Files.writeString(copy.folder().resolve("index.html"), "v1");
        copy.commit(List.of("index.html"), "Initial commit");

        Files.writeString(copy.folder().resolve("index.html"), "v2");

        assertThat(copy.isCommitted(List.of("index.html"))).isFalse();
    }

    @Test
    void aPushOverSomebodyElsesCommitIsRefused() throws Exception {
        var remote = remote();
        var mine = cloned(remote, "Mine");
        var theirs = cloned(remote, "Theirs");
        for (var copy : List.of(theirs, mine)) {
            Files.writeString(copy.folder().resolve("index.html"), copy.folder().toString());
            copy.commit(List.of("index.html"), "Commit in " + copy.folder().getFileName());
        }
        theirs.push("master", (_, _) -> {});

        assertThatThrownBy(() -> mine.push("master", (_, _) -> {})).isInstanceOf(PushRefusedException.class);
    }

    @Test
    void whatGitDidIsInTheTraceWithoutSecrets() throws Exception {
        cloned(remote(), "MyRepo");

        assertThat(trace.calls()).extracting(TracedCall::service).contains("Git");
        assertThat(trace.calls())
                .extracting(TracedCall::command)
                .allSatisfy(
                        command -> assertThat(command).startsWith("git clone").doesNotContain("secret"));
    }
}
