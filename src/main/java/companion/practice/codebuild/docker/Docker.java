package companion.practice.codebuild.docker;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.Program;
import companion.practice.fabric.Images;
import companion.practice.world.Blobs;
import companion.practice.world.Place;
import java.util.List;
import java.util.Map;

/** The program {@code docker} of one build container. */
public final class Docker implements Program {
    static final String NO_DAEMON =
            "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?";
    private static final String VERSION = "28.5.2";

    private final boolean privileged;
    private final LoginCommand login;
    private final BuildCommand build;
    private final ImageCommands images;

    /**
     * @param privileged whether the daemon runs: as at AWS, only in privileged mode
     * @param password what the account's registry accepts from user {@code AWS}
     * @param programs what RUN instructions may call
     */
    public Docker(
            boolean privileged,
            Place place,
            String password,
            Images images,
            Map<String, Program> programs,
            Blobs blobs) {
        var engine = new DockerEngine();
        this.privileged = privileged;
        this.login = new LoginCommand(engine, place, password);
        this.build = new BuildCommand(engine, images, programs, blobs);
        this.images = new ImageCommands(engine, images);
    }

    @Override
    public int run(Call call) {
        try {
            return run(
                    call,
                    call.arguments().stream()
                            .dropWhile(word -> word.matches("-D|--debug"))
                            .toList());
        } catch (DockerException e) {
            call.io().err().println(e.text());
            return e.status();
        }
    }

    private int run(Call call, List<String> words) throws DockerException {
        if (words.isEmpty() || words.getFirst().equals("--help")) {
            call.println("\nUsage:  docker [OPTIONS] COMMAND\n\nA self-sufficient runtime for containers");
            return 0;
        }
        var command = words.getFirst();
        var rest = words.subList(1, words.size());
        if (command.equals("--version") || command.equals("-v")) {
            call.println("Docker version " + VERSION + ", build ecc6942");
            return 0;
        }
        if (command.equals("version")) {
            return version(call);
        }
        if (command.equals("image") && !rest.isEmpty()) {
            command = rest.getFirst().equals("ls") ? "images" : rest.getFirst();
            rest = rest.subList(1, rest.size());
        } else if ((command.equals("buildx") || command.equals("builder"))
                && !rest.isEmpty()
                && rest.getFirst().equals("build")) {
            command = "build";
            rest = rest.subList(1, rest.size());
        }
        if (!privileged) {
            throw new DockerException((command.equals("build") ? "ERROR: " : "") + NO_DAEMON);
        }
        call.machine().clock().passMillis(60);
        return switch (command) {
            case "login" -> login.run(call, rest);
            case "logout" -> login.logout(call, rest);
            case "build" -> build.run(call, rest);
            case "tag" -> images.tag(rest);
            case "push" -> images.push(call, rest);
            case "pull" -> images.pull(call, rest);
            case "images" -> images.list(call, rest);
            case "rmi", "rm" -> images.remove(call, rest);
            case "inspect" -> images.inspect(call, rest);
            case "info" -> {
                call.println("Server:\n Server Version: " + VERSION + "\n Storage Driver: overlay2");
                yield 0;
            }
            case "ps" -> {
                call.println("CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES");
                yield 0;
            }
            case "run", "exec", "create", "start", "compose" ->
                throw new DockerException(
                        "docker: Error response from daemon: containers cannot run in a build of the practice cloud",
                        125);
            default ->
                throw new DockerException(
                        "docker: unknown command: docker " + command + "\n\nRun 'docker --help' for more information");
        };
    }

    private int version(Call call) throws DockerException {
        call.println("Client:\n Version:           " + VERSION
                + "\n API version:       1.51\n OS/Arch:           linux/amd64");
        if (!privileged) {
            throw new DockerException(NO_DAEMON);
        }
        call.println("\nServer:\n Engine:\n  Version:          " + VERSION
                + "\n  API version:      1.51 (minimum version 1.24)\n  OS/Arch:          linux/amd64");
        return 0;
    }
}
