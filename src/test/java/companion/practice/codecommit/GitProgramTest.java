package companion.practice.codecommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The git program as the learner has it. */
class GitProgramTest {
    @TempDir
    Path folder;

    private final TestCloud cloud = new TestCloud();

    private record Run(int exit, String output) {}

    @BeforeEach
    void create() throws Exception {
        boolean installed;
        try {
            installed = new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            installed = false;
        }
        assumeTrue(installed, "The git program is not installed");
        cloud.codeCommit.createRepository(r -> r.repositoryName("MyRepo"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void theLearnersFirstCloneCommitAndPush(int version) throws Exception {
        var protocol = List.of("-c", "protocol.version=" + version);
        var clone = git(folder, protocol, "clone", url(), "work");
        assertThat(clone.exit()).isZero();
        assertThat(clone.output()).contains("warning: You appear to have cloned an empty repository.");
        var work = folder.resolve("work");
        Files.writeString(work.resolve("index.html"), "<h1>Executing v1 on AWS Fargate</h1>");
        git(work, protocol, "add", "index.html");
        git(work, protocol, "commit", "-m", "Initial Commit");
        git(work, protocol, "branch", "-M", "master");
        var push = git(work, protocol, "push", "-u", "origin", "master");
        assertThat(push.output()).contains("[new branch]").contains("master -> master");

        assertThat(git(folder, protocol, "clone", url(), "again").exit()).isZero();
        assertThat(folder.resolve("again/index.html")).hasContent("<h1>Executing v1 on AWS Fargate</h1>");
        assertThat(git(folder.resolve("again"), protocol, "pull").output()).contains("Already up to date.");
    }

    @Test
    void aLargePushComesInChunks() throws Exception {
        git(folder, List.of(), "clone", url(), "work");
        var work = folder.resolve("work");
        var bytes = new byte[3 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        Files.write(work.resolve("large.bin"), bytes);
        git(work, List.of(), "add", "large.bin");
        git(work, List.of(), "commit", "-m", "Large");
        assertThat(git(work, List.of(), "push", "origin", "HEAD:refs/heads/main").exit()).isZero();
        assertThat(git(folder, List.of(), "clone", "--depth", "1", url(), "again").exit()).isZero();
        assertThat(folder.resolve("again/large.bin")).hasBinaryContent(bytes);
    }

    @Test
    void aManyTimesChangedRepositoryIsFetchedStepByStep() throws Exception {
        git(folder, List.of(), "clone", url(), "work");
        git(folder, List.of(), "clone", url(), "other");
        var work = folder.resolve("work");
        for (int i = 0; i < 5; i++) {
            Files.writeString(work.resolve("index.html"), "v" + i);
            git(work, List.of(), "add", "index.html");
            git(work, List.of(), "commit", "-m", "Version " + i);
            git(work, List.of(), "push", "origin", "HEAD:refs/heads/main");
            assertThat(git(folder.resolve("other"), List.of(), "pull", "origin", "main").exit()).isZero();
            assertThat(folder.resolve("other/index.html")).hasContent("v" + i);
        }
        assertThat(cloud.events).hasSize(5);
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidSo() throws Exception {
        var missing = git(folder, List.of(), "clone", url().replace("MyRepo", "Other"), "x");
        assertThat(missing.output()).contains("not found");
        var refused = git(folder, List.of(), "clone", url().replace("git%20password", "wrong"), "y");
        assertThat(refused.output()).contains("The requested URL returned error: 403");
    }

    private String url() {
        var user = TestCloud.GIT_USER + ":" + TestCloud.GIT_PASSWORD.replace(" ", "%20");
        return cloud.url("MyRepo").replace("http://", "http://" + user + "@");
    }

    /** Runs git with no configuration but ours, and never with a question to the terminal. */
    private Run git(Path where, List<String> options, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=Learner"));
        command.addAll(List.of("-c", "user.email=learner@example.com"));
        command.addAll(List.of("-c", "credential.helper=", "-c", "commit.gpgsign=false", "-c", "pull.rebase=false"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.toLowerCase().endsWith("_proxy"));
        environment.put("GIT_CONFIG_GLOBAL", folder.resolve("none").toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
