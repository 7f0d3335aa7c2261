package companion.console;

import companion.practice.world.Speed;
import companion.workshops.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Only the practice cloud, until it is interrupted. */
@Command(
        name = "cloud",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the practice cloud by itself until it is interrupted, and prints what the AWS CLI, an SDK and git"
                    + " need.",
            "Its keys are made afresh at each start."
        })
final class CloudCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Practice.Starter starter;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Default: a free one")
    int port;

    @Option(
            names = "--speed",
            paramLabel = "N|instant",
            converter = SpeedConverter.class,
            defaultValue = "30",
            description = "Its clock, a factor of real time; default: ${DEFAULT-VALUE}")
    Speed speed = new Speed(30);

    @Option(names = "--state", paramLabel = "DIR", description = "Goes on from here and keeps its journal here")
    @Nullable
    Path state;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Where the state is unless --state says otherwise")
    @Nullable
    Path workspace;

    @Option(
            names = "--region",
            paramLabel = "R",
            description = "Region in the export lines; else AWS_REGION, else us-east-1")
    @Nullable
    String region;

    @Option(
            names = "--env-file",
            paramLabel = "F",
            description = "Also writes the export lines here, readable by you only")
    @Nullable
    Path environmentFile;

    CloudCommand(Terminal terminal, Practice.Starter starter) {
        this.terminal = terminal;
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        var folder =
                state != null ? state.toAbsolutePath() : Workspace.of(workspace).practiceState();
        try (var practice = Closing.onInterrupt(starter.start(folder, port, speed))) {
            var lines = new ExportLines(practice.resource(), region());
            if (environmentFile != null) {
                lines.write(environmentFile);
            }
            terminal.out().print(lines.text());
            terminal.out().flush();
            terminal.err()
                    .println(terminal.dim(
                            "The practice cloud runs at " + practice.resource().endpoint() + ", clock " + speed
                                    + ". Ctrl-C ends it; " + folder + " keeps what was made."));
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private String region() {
        var environment = terminal.environment();
        return region != null ? region : environment.getOrDefault("AWS_REGION", ConnectionOptions.DEFAULT_REGION);
    }
}
