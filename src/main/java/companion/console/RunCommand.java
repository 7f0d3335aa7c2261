package companion.console;

import companion.workshop.Check;
import companion.workshop.CleanUp;
import companion.workshop.Output;
import companion.workshop.Session;
import companion.workshop.SessionState;
import companion.workshop.SessionState.StageState;
import companion.workshop.StepStatus;
import companion.workshops.Catalog;
import companion.workshops.Workspace;
import companion.workshops.shared.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the stages of a workshop, and cleans up. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
    "Runs the stages of a workshop, then cleans up and proves that nothing is left.",
    "What is already there is skipped, so running again goes on where it stopped."
})
final class RunCommand implements Callable<Integer> {
    private static final String RELEASE = "release";
    private static final String PAGE = "ExternalUrl";

    private final Terminal terminal;
    private final Practice.Starter starter;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WORKSHOP", converter = WorkshopArgument.class,
            completionCandidates = WorkshopArgument.Ids.class, description = "${COMPLETION-CANDIDATES}")
    Catalog.@Nullable Entry workshop;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--until", paramLabel = "STAGE", description = "Stop after this stage, and clean nothing up")
    @Nullable String until;

    @Option(names = "--keep", description = "Do not clean up at the end")
    boolean keep;

    @Option(names = "--json", description = "One JSON document on stdout")
    boolean json;

    RunCommand(Terminal terminal, Practice.Starter starter) {
        this.terminal = terminal;
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        var entry = Objects.requireNonNull(workshop);
        var screen = new Screen(terminal);
        boolean forget;
        boolean done;
        try (var venue = Closing.onInterrupt(Venue.open(entry, connection, terminal.environment(), starter))) {
            var session = venue.resource().visit().session();
            requireStage(session.state());
            screen.line(terminal.dim(venue.resource().label()));
            var result = new RunResult(entry.id());
            var listening = session.listen(screen::show);
            done = stages(entry, session, result, screen);
            if (done && until == null && !keep) {
                done = cleanUp(session, result, screen);
                forget = done && venue.resource().isPractice();
            } else {
                forget = false;
                kept(session, result, screen, entry.id());
            }
            listening.run();
            print(result);
        }
        if (forget) {
            Workspace.of(connection.workspace).deletePractice();
        }
        return done ? 0 : 1;
    }

    private void requireStage(SessionState state) {
        if (until != null && state.stages().stream().noneMatch(stage -> stage.stage().id().equals(until))) {
            throw new ParameterException(spec.commandLine(), "There is no stage " + until + ". Stages: "
                    + String.join(", ", state.stages().stream().map(stage -> stage.stage().id()).toList()));
        }
    }

    private boolean stages(Catalog.Entry entry, Session session, RunResult result, Screen screen)
            throws InterruptedException, IOException {
        for (var stage : session.state().stages()) {
            var id = stage.stage().id();
            boolean done = session.runStage(id).await();
            var now = session.state().stage(id);
            result.stage(now);
            if (!done) {
                screen.line("");
                screen.line("Stopped at " + now.stage().title() + ". Running again goes on from here.");
                return false;
            }
            if (id.equals(entry.servedAfter())) {
                var url = output(now, PAGE).orElseThrow();
                result.before(url, Page.fetch(URI.create(url)));
            }
            if (id.equals(RELEASE)) {
                result.after(Page.fetch(URI.create(output(now, PAGE).orElseThrow())));
            }
            if (id.equals(until)) {
                return true;
            }
        }
        return true;
    }

    private static Optional<String> output(StageState stage, String name) {
        return stage.steps().stream()
                .flatMap(step -> found(step.status()).stream())
                .flatMap(found -> found.outputs().stream())
                .filter(output -> output.name().equals(name))
                .map(Output::value)
                .findFirst();
    }

    private static Optional<Check.Found> found(StepStatus status) {
        return switch (status) {
            case StepStatus.Done(var found, _) -> Optional.of(found);
            case StepStatus.Skipped(var found) -> Optional.of(found);
            default -> Optional.empty();
        };
    }

    private static boolean cleanUp(Session session, RunResult result, Screen screen) throws InterruptedException {
        screen.heading("Clean up");
        long start = System.nanoTime();
        boolean done = session.cleanUp().await();
        result.cleanUp(done, Duration.ofNanos(System.nanoTime() - start));
        CleanUpCommand.report(session, screen);
        result.remaining(remaining(session));
        return done;
    }

    private static void kept(Session session, RunResult result, Screen screen, String workshop)
            throws InterruptedException {
        session.prove().await();
        result.remaining(remaining(session));
        screen.line("Everything stays. To remove it: cleanup " + workshop);
    }

    static List<String> remaining(Session session) {
        return session.state().cleanUp().proof().stream().map(CleanUp.Proof::remaining).flatMap(List::stream).toList();
    }

    private void print(RunResult result) {
        if (json) {
            terminal.out().println(result.json().toPrettyString());
        } else {
            result.print(terminal.out());
        }
    }
}
