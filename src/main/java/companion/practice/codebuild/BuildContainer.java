package companion.practice.codebuild;

import companion.practice.codebuild.awscli.AwsCli;
import companion.practice.codebuild.buildspec.Buildspec;
import companion.practice.codebuild.docker.Docker;
import companion.practice.codebuild.shell.Budget;
import companion.practice.codebuild.shell.Dialect;
import companion.practice.codebuild.shell.EndlessException;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Input;
import companion.practice.codebuild.shell.Machine;
import companion.practice.codebuild.shell.OutputBuffer;
import companion.practice.codebuild.shell.Program;
import companion.practice.codebuild.shell.Shell;
import companion.practice.codebuild.shell.Stopwatch;
import companion.practice.codebuild.shell.Streams;
import companion.practice.codebuild.tools.Toolbox;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The container of one build: its files, its programs and its shell. */
final class BuildContainer {
    private static final long STEPS = 2_000_000;

    /**
     * What came of a command.
     *
     * @param status null: it does not end by itself
     */
    record Outcome(@Nullable Integer status, Duration duration, List<Transcript.Piece> output) {}

    final FileTree files;
    private final World world;
    private final Stopwatch clock = new Stopwatch();
    private final Machine machine;
    private final Map<String, Program> programs = new TreeMap<>();
    private final String registryPassword;
    private final Dialect dialect;
    private Map<String, String> environment = Map.of();
    private String directory = "/";
    private @Nullable Shell shell;

    BuildContainer(World world, Services services, Fabric fabric, Place place, BuildJob job, Dialect image) {
        this.world = world;
        this.dialect = image;
        clock.restart(world.now(), Instant.MAX);
        this.files = new FileTree(clock::now);
        this.machine = new Machine(files, clock, new Budget(STEPS));
        // Stands for the registry's password inside this build; the real one is a secret that no journal may hold.
        this.registryPassword =
                Base64.getEncoder().encodeToString(("build:" + job.uuid).getBytes(StandardCharsets.UTF_8));
        var role = Caller.service(job.settings.serviceRole(), ProjectRules.SERVICE, "AWSCodeBuild-" + job.uuid);
        var tools = Toolbox.programs(Set.of("aws", "bash", "docker", "sh"));
        boolean privileged = Boolean.TRUE.equals(job.settings.environment().privilegedMode());
        programs.putAll(tools);
        programs.put("aws", new AwsCli(services, place, role, registryPassword));
        programs.put("docker", new Docker(privileged, place, registryPassword, fabric.images(), tools, world.blobs()));
        makeFolders();
    }

    private void makeFolders() {
        try {
            for (var folder :
                    List.of("/bin", "/codebuild/output/tmp", "/etc", "/root", "/tmp", "/usr/local/bin", "/var")) {
                files.makeDirectories(folder);
            }
        } catch (FileProblem e) {
            throw new IllegalStateException("A new file tree takes directories", e);
        }
    }

    /** What must never appear in the log. */
    String registryPassword() {
        return registryPassword;
    }

    /** Begins the shell of the build. */
    void enter(Buildspec spec, Map<String, String> variables, String sourceDirectory) {
        environment = new LinkedHashMap<>(variables);
        directory = sourceDirectory;
        shell = newShell(spec);
    }

    private Shell newShell(Buildspec spec) {
        var asked = spec.shell();
        var kind = asked == null ? dialect : asked.contains("bash") ? Dialect.BASH : dialect;
        return new Shell(kind, machine, environment, directory, programs::get);
    }

    /**
     * Runs a command of the buildspec, at once; virtual time is up to the caller.
     *
     * @param limit when the build's time is over
     */
    Outcome run(Buildspec spec, String command, Instant limit) {
        clock.restart(world.now(), limit);
        machine.budget().refill();
        // Version 0.1 gives each command a shell of its own.
        var where = shell == null || spec.version().equals("0.1") ? newShell(spec) : shell;
        var transcript = new Transcript(clock);
        try {
            clock.passMillis(6);
            int status = where.run(command, new Streams(Input.empty(), transcript, transcript));
            return new Outcome(status, clock.elapsed(), transcript.pieces());
        } catch (EndlessException e) {
            return new Outcome(null, clock.elapsed(), transcript.pieces());
        }
    }

    void export(String name, String value) {
        environment.put(name, value);
        if (shell != null) {
            shell.export(name, value);
        }
    }

    @Nullable
    String variable(String name) {
        return shell == null ? null : shell.variable(name);
    }

    /** Variables and commands in a text replaced, as in an artifact's name. */
    String expand(String text) {
        if (shell == null) {
            return text;
        }
        var output = new OutputBuffer();
        machine.budget().refill();
        shell.run("printf '%s' \"" + text.replace("\"", "\\\"") + "\"", new Streams(Input.empty(), output, output));
        return output.text();
    }
}
