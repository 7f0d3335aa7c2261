package companion.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import companion.workshop.Session;
import companion.workshops.Catalog;
import companion.workshops.Workspace;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes what a workshop made, and proves it. */
@Command(
        name = "cleanup",
        mixinStandardHelpOptions = true,
        description = "Removes everything that a workshop made, then lists the account as the proof.")
final class CleanUpCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Practice.Starter starter;

    @Parameters(
            paramLabel = "WORKSHOP",
            converter = WorkshopArgument.class,
            completionCandidates = WorkshopArgument.Ids.class,
            description = "${COMPLETION-CANDIDATES}")
    Catalog.@Nullable Entry workshop;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--json", description = "One JSON document on stdout")
    boolean json;

    CleanUpCommand(Terminal terminal, Practice.Starter starter) {
        this.terminal = terminal;
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        var entry = Objects.requireNonNull(workshop);
        var screen = new Screen(terminal);
        boolean done;
        boolean practice;
        try (var venue = Closing.onInterrupt(Venue.open(entry, connection, terminal.environment(), starter))) {
            var session = venue.resource().visit().session();
            practice = venue.resource().isPractice();
            screen.line(terminal.dim(venue.resource().label()));
            var listening = session.listen(screen::show);
            done = session.cleanUp().await();
            listening.run();
            report(session, screen);
            print(entry.id(), session);
        }
        if (done && practice) {
            Workspace.of(connection.workspace).deletePractice();
        }
        return done ? 0 : 1;
    }

    private void print(String workshop, Session session) {
        var remaining = RunCommand.remaining(session);
        if (json) {
            var node = JsonNodeFactory.instance.objectNode().put("workshop", workshop);
            var list = node.putArray("remaining");
            remaining.forEach(list::add);
            terminal.out().println(node.toPrettyString());
        } else {
            terminal.out().println("remaining  " + (remaining.isEmpty() ? "nothing" : String.join(", ", remaining)));
        }
    }

    static void report(Session session, Screen screen) {
        var state = session.state().cleanUp();
        var problem = state.problem();
        if (problem != null) {
            screen.problem(problem);
        }
        for (var proof : state.proof()) {
            screen.line("  " + (proof.remaining().isEmpty() ? "none     " : "left     ") + proof.what() + "  "
                    + proof.operation()
                    + (proof.remaining().isEmpty() ? "" : "  " + String.join(", ", proof.remaining())));
        }
    }
}
