package companion.practice.codebuild;

import companion.practice.codebuild.buildspec.Buildspec;
import companion.practice.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the commands of one phase, each when the one before it is over in virtual time, and its {@code finally} last.
 */
final class PhaseCommands {
    private static final int RETRIES = 3;

    private final World world;
    private final BuildLog log;
    private final BuildContainer container;
    private final Buildspec spec;
    private final Buildspec.Phase phase;
    private final BiConsumer<Duration, Runnable> plan;
    private final Instant limit;
    private int retriesLeft;

    /** @param plan makes something happen later, unless the build is over by then */
    PhaseCommands(
            World world,
            BuildLog log,
            BuildContainer container,
            Buildspec spec,
            Buildspec.Phase phase,
            BiConsumer<Duration, Runnable> plan,
            Instant limit) {
        this.world = world;
        this.log = log;
        this.container = container;
        this.spec = spec;
        this.phase = phase;
        this.plan = plan;
        this.limit = limit;
        this.retriesLeft = retries(phase.onFailure());
    }

    private static int retries(@Nullable String onFailure) {
        if (onFailure == null || !onFailure.startsWith("RETRY")) {
            return 0;
        }
        return onFailure.matches("RETRY-\\d+.*")
                ? Integer.parseInt(onFailure.replaceFirst("RETRY-(\\d{1,2}).*", "$1"))
                : RETRIES;
    }

    /** @param whenOver told why the phase failed, or null */
    void run(Consumer<@Nullable BuildFailure> whenOver) {
        commands(phase.commands(), 0, failure -> {
            if (failure != null && retriesLeft > 0) {
                retriesLeft--;
                run(whenOver);
                return;
            }
            commands(phase.finallyCommands(), 0, last -> whenOver.accept(failure == null ? last : failure));
        });
    }

    private void commands(List<String> commands, int index, Consumer<@Nullable BuildFailure> whenOver) {
        if (index == commands.size()) {
            whenOver.accept(null);
            return;
        }
        // A block of several lines ends with a line end, which the agent does not show.
        var command = commands.get(index).stripTrailing();
        log.agent("Running command " + command);
        var outcome = container.run(spec, command, limit);
        play(outcome, 0, Duration.ZERO, () -> {
            log.endOutput();
            var status = outcome.status();
            if (status != null && status == 0) {
                commands(commands, index + 1, whenOver);
                return;
            }
            log.agent("Command did not exit successfully " + command + " exit status " + status);
            whenOver.accept(new BuildFailure(
                    "COMMAND_EXECUTION_ERROR",
                    "Error while executing command: " + command + ". Reason: exit status " + status));
        });
    }

    /** Shows the output piece by piece as time passes. */
    private void play(BuildContainer.Outcome outcome, int index, Duration now, Runnable whenOver) {
        if (index < outcome.output().size()) {
            var piece = outcome.output().get(index);
            plan.accept(piece.at().minus(now), () -> {
                log.output(piece.text());
                play(outcome, index + 1, piece.at(), whenOver);
            });
        } else if (outcome.status() != null) {
            plan.accept(outcome.duration().minus(now), whenOver);
        } else {
            // It never ends; the build's time limit does.
            plan.accept(Duration.between(world.now(), limit), whenOver);
        }
    }
}
