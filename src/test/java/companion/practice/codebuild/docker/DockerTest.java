package companion.practice.codebuild.docker;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.codebuild.shell.Budget;
import companion.practice.codebuild.shell.Dialect;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Input;
import companion.practice.codebuild.shell.Machine;
import companion.practice.codebuild.shell.OutputBuffer;
import companion.practice.codebuild.shell.Shell;
import companion.practice.codebuild.shell.Stopwatch;
import companion.practice.codebuild.shell.Streams;
import companion.practice.codebuild.tools.Toolbox;
import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.Images;
import companion.practice.world.Blobs;
import companion.practice.world.Place;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DockerTest {
    private static final String REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com";

    private final Blobs blobs = Blobs.inMemory();
    private final OutputBuffer out = new OutputBuffer();
    private final OutputBuffer err = new OutputBuffer();
    private final Set<String> pushed = new HashSet<>();
    private final Map<String, byte[]> added = new TreeMap<>();
    private final Map<String, List<String>> configuration = new TreeMap<>();
    private boolean privileged = true;

    private final Images images = new Images() {
        @Override
        public ContainerImage pull(String reference) throws ImageNotFound {
            if (!reference.equals("base:1")) {
                throw new ImageNotFound("not found");
            }
            return new ContainerImage(
                    "sha256:" + "b".repeat(64),
                    "linux",
                    "amd64",
                    List.of(),
                    List.of("run"),
                    Map.of("BASE", "yes"),
                    "/srv",
                    List.of(),
                    Map.of("/srv/old.html", blobs.put("old".getBytes()), "/bin/app", blobs.put("app".getBytes())));
        }

        @Override
        public ContainerImage build(
                ContainerImage base,
                Map<String, byte[]> files,
                Map<String, List<String>> changes,
                List<String> history) {
            added.putAll(files);
            configuration.putAll(changes);
            return new ContainerImage(
                    "sha256:" + "c".repeat(64),
                    "linux",
                    "amd64",
                    List.of(),
                    List.of(),
                    Map.of(),
                    null,
                    List.of(),
                    Map.of());
        }

        @Override
        public int push(ContainerImage image, String reference) throws ImageNotFound {
            if (!reference.contains("/known:")) {
                throw new ImageNotFound(
                        "name unknown: The repository with name 'x' does not exist in the registry with id"
                                + " '123456789012'");
            }
            pushed.add(reference);
            return 740;
        }
    };

    private int run(String script, Map<String, String> files) {
        var clock = new Stopwatch();
        clock.restart(Instant.EPOCH, Instant.MAX);
        var tree = new FileTree(clock::now);
        try {
            tree.makeDirectories("/work");
            for (var file : files.entrySet()) {
                tree.install("/work/" + file.getKey(), file.getValue().getBytes(), false);
            }
        } catch (FileProblem e) {
            throw new AssertionError(e);
        }
        var tools = Toolbox.programs(Set.of());
        var programs = new TreeMap<>(tools);
        programs.put(
                "docker",
                new Docker(privileged, new Place("123456789012", "us-east-1"), "secret", images, tools, blobs));
        var machine = new Machine(tree, clock, new Budget(1_000_000));
        return new Shell(Dialect.BASH, machine, Map.of(), "/work", programs::get)
                .run(script, new Streams(Input.empty(), out, err));
    }

    private String text(String path) {
        return new String(added.get(path));
    }

    @Test
    void hasNoDaemonUnlessTheBuildIsPrivileged() {
        privileged = false;
        assertThat(run("docker build -t x .", Map.of("Dockerfile", "FROM base:1")))
                .isEqualTo(1);
        assertThat(err.text())
                .isEqualTo("ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. "
                        + "Is the docker daemon running?\n");
    }

    @Test
    void buildsLayersAndConfiguration() {
        var dockerfile = """
            ARG TAG=1
            FROM --platform=linux/amd64 base:${TAG} AS app
            ARG VERSION=none
            ENV PORT=8080 NAME="two words"
            WORKDIR html
            COPY --chown=nginx:nginx index.html pictures/*.png ./
            COPY static /static/
            RUN echo "v$VERSION $BASE" > version.txt && rm /srv/old.html
            EXPOSE $PORT
            LABEL maintainer=me
            CMD ["serve", "--port"]
            ENTRYPOINT exec /bin/app
            """;
        int status = run(
                "docker build --build-arg VERSION=2 -t a:1 -t b .",
                Map.of(
                        "Dockerfile",
                        dockerfile,
                        "index.html",
                        "hi",
                        "pictures/a.png",
                        "png",
                        "static/js/x.js",
                        "x",
                        "static/skip.log",
                        "log",
                        ".dockerignore",
                        "**/*.log\n"));

        assertThat(status).as(err.text()).isZero();
        assertThat(added)
                .containsOnlyKeys(
                        "/srv/html/index.html",
                        "/srv/html/a.png",
                        "/static/js/x.js",
                        "/srv/html/version.txt",
                        "/srv/.wh.old.html");
        assertThat(text("/srv/html/version.txt")).isEqualTo("v2 yes\n");
        assertThat(configuration)
                .containsEntry("Env", List.of("BASE=yes", "PORT=8080", "NAME=two words"))
                .containsEntry("WorkingDir", List.of("/srv/html"))
                .containsEntry("ExposedPorts", List.of("8080/tcp"))
                .containsEntry("Labels", List.of("maintainer=me"))
                .containsEntry("Cmd", List.of("serve", "--port"))
                .containsEntry("Entrypoint", List.of("/bin/sh", "-c", "exec /bin/app"));
        assertThat(err.text())
                .contains("#6 [app 2/5] WORKDIR html\n")
                .contains("naming to docker.io/library/a:1 done\n")
                .contains("naming to docker.io/library/b:latest done\n");
    }

    @Test
    void copiesFromAnEarlierStage() {
        var dockerfile = """
            FROM base:1 AS builder
            RUN mkdir /out && echo built > /out/index.html
            FROM base:1
            COPY --from=builder /out /usr/share/nginx/html
            """;
        assertThat(run("docker build .", Map.of("Dockerfile", dockerfile)))
                .as(err.text())
                .isZero();
        assertThat(added).containsOnlyKeys("/usr/share/nginx/html/index.html");
    }

    @Test
    void aRunInstructionOfAnUnknownProgramFailsTheBuild() {
        assertThat(run("docker build -t x .", Map.of("Dockerfile", "FROM base:1\nRUN npm install\n")))
                .isEqualTo(1);
        assertThat(err.text())
                .contains("/bin/sh: 1: npm: not found")
                .contains("   2 | >>> RUN npm install\n")
                .endsWith(
                        "ERROR: failed to build: failed to solve: process \"/bin/sh -c npm install\" did not complete "
                                + "successfully: exit code: 127\n");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("docker build .", Map.of())).isEqualTo(1);
        assertThat(err.text()).contains("failed to read dockerfile: open Dockerfile: no such file or directory");
        assertThat(run("docker build .", Map.of("Dockerfile", "FROM base:1\nCOPY nofile /\n")))
                .isEqualTo(1);
        assertThat(err.text()).contains("failed to calculate checksum of ref: \"/nofile\": not found");
        assertThat(run("docker build .", Map.of("Dockerfile", "FROM base:2\n"))).isEqualTo(1);
        assertThat(err.text())
                .contains("base:2: failed to resolve source metadata for docker.io/library/base:2: not found");
        assertThat(run("docker build .", Map.of("Dockerfile", "FROM base:1\nFORM x\n")))
                .isEqualTo(1);
        assertThat(err.text()).contains("dockerfile parse error on line 2: unknown instruction: FORM");
        assertThat(run("docker tag nope x", Map.of())).isEqualTo(1);
        assertThat(err.text()).contains("Error response from daemon: No such image: nope:latest");
    }

    @Test
    void pushesOnlyWhereItIsLoggedIn() {
        var build = "docker build -q -t " + REGISTRY + "/known:1 . > /dev/null; docker push " + REGISTRY + "/known:1";
        var files = Map.of("Dockerfile", "FROM base:1");

        assertThat(run(build, files)).isEqualTo(1);
        assertThat(err.text()).endsWith("no basic auth credentials\n");
        assertThat(run("echo wrong | docker login -u AWS --password-stdin " + REGISTRY, files))
                .isEqualTo(1);
        assertThat(err.text()).contains("failed with status: 400 Bad Request");
        assertThat(run("docker login -u AWS --password-stdin " + REGISTRY + " < /dev/null", files))
                .isEqualTo(1);
        assertThat(err.text()).endsWith("Error: Cannot perform an interactive login from a non TTY device\n");

        assertThat(run(
                        "echo secret | docker login -u AWS --password-stdin https://" + REGISTRY + "/v2/; " + build,
                        files))
                .isZero();
        assertThat(pushed).containsExactly(REGISTRY + "/known:1");
        assertThat(out.text())
                .contains("Login Succeeded\n")
                .endsWith("1: digest: sha256:" + "c".repeat(64) + " size: 740\n");
    }

    @Test
    void aRepositoryThatIsNotThereIsUnknown() {
        run(
                "echo secret | docker login -u AWS --password-stdin " + REGISTRY + "; docker build -t " + REGISTRY
                        + "/x:1 . ; docker push " + REGISTRY + "/x:1; echo $?; docker push nothing",
                Map.of("Dockerfile", "FROM base:1"));
        assertThat(err.text())
                .contains("name unknown: The repository with name 'x' does not exist in the registry with id"
                        + " '123456789012'\n")
                .endsWith("An image does not exist locally with the tag: nothing\n");
    }
}
