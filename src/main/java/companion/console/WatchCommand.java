package companion.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches pipelines. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Watches pipelines: all of the account and Region, or those that are named; a single one in all detail.",
            "On a terminal it redraws its own screen until Ctrl-C; into a pipe it writes a line for each change.",
            "It only reads, and within a budget of requests that it lowers where AWS throttles."
        },
        footerHeading = "%nJSON:%n",
        footer = {
            "  {\"pipelines\":[{name, region, account, status, stages:[{name, status, transition}],",
            "  execution:{id, status, commit, message, trigger, startedAt, endedAt}, usualSeconds,",
            "  trouble:{kind, headline, reason}, asOf, unread:{code, message}}]}",
            "  status: NotStarted InProgress Waiting Succeeded Failed Stopped Superseded Skipped Unknown"
        })
final class WatchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Practice.Starter starter;
    private final boolean screen;

    @Parameters(paramLabel = "PIPELINE", arity = "0..*", description = "Names of pipelines; default: all")
    List<String> pipelines = new ArrayList<>();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--once", description = "Read everything once, print it, and end")
    boolean once;

    @Option(names = "--json", description = "JSON on stdout: one document with --once, and otherwise one a line at each change")
    boolean json;

    /** @param screen whether stdout is a terminal that can be drawn on */
    WatchCommand(Terminal terminal, Practice.Starter starter, boolean screen) {
        // Colours are for eyes: what goes into a pipe or a file has none, even if stderr is on a terminal.
        this.terminal = screen ? terminal : terminal.plain();
        this.starter = starter;
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        try (var opened = Closing.onInterrupt(WatchVenue.open(connection, terminal.environment(), starter))) {
            var venue = opened.resource();
            venue.region().start();
            if (pipelines.size() == 1 && !once && !json) {
                return new WatchRelease(terminal, venue, pipelines.getFirst(), screen).run();
            }
            var wall = new WatchWall(terminal, venue, List.copyOf(pipelines));
            return once ? wall.once(json) : wall.run(json, screen);
        }
    }
}
