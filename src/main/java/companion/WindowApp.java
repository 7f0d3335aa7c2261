package companion;

import companion.console.Venue;
import companion.desktop.DesktopApp;
import companion.desktop.context.AppContext;
import companion.desktop.live.LiveView;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.desktop.wall.WallView;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.watch.WatchedRegion;
import companion.workshop.LedgerEntry;
import companion.workshop.Problem;
import companion.workshop.Session;
import companion.workshops.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The window, connected to an account: by default to a practice cloud that it starts in its own process. */
public final class WindowApp extends DesktopApp {
    /** Fast enough not to wait, slow enough to watch. */
    private static final String SPEED = "30";

    private @Nullable Venue venue;
    private @Nullable WatchedRegion region;
    private @Nullable ReleaseFeed feed;
    private @Nullable PipelinesFeed pipelines;

    @Override
    protected AppContext connect(List<String> arguments) throws Exception {
        var entry = Catalog.entries().getFirst();
        var options = new WindowArguments(arguments).orElse("--speed", SPEED);
        var opened = Venue.open(entry, options.options(), System.getenv(), Companion::startPractice);
        venue = opened;
        var watched = watched(opened);
        region = watched;
        feed = ReleaseFeed.of(opened.visit().connection(), watched, entry.pipeline());
        pipelines = new PipelinesFeed(watched);
        watched.start();
        goOn(opened.visit().session());
        return new WindowContext(opened, entry, new Places(opened, options, this::reconnect), this::browse);
    }

    private static WatchedRegion watched(Venue venue) {
        var connection = venue.visit().connection();
        var practice = venue.practice();
        return practice == null
                ? WatchedRegion.real(connection.target(), connection.region())
                : WatchedRegion.practice(connection.target(), connection.region(), practice.clock()::now);
    }

    /** Shows what is there of an earlier day. */
    private static void goOn(Session session) {
        if (session.state().ledger().stream().anyMatch(LedgerEntry::mayExist)) {
            session.refresh();
        }
    }

    @Override
    protected Map<ViewId, View> views(AppContext connected, BooleanSupplier still) {
        var live = Objects.requireNonNull(feed);
        return Map.of(
                ViewId.LIVE,
                new LiveView(connected, live, still),
                ViewId.PIPELINES,
                new WallView(connected, Objects.requireNonNull(pipelines), key -> watch(live, key), still));
    }

    private void watch(ReleaseFeed live, PipelineKey pipeline) {
        live.watch(pipeline.name());
        open(ViewId.LIVE);
    }

    @Override
    protected Problem explain(Exception failure) {
        return failure instanceof IllegalArgumentException
                ? new Problem("WRONG_USE", String.valueOf(failure.getMessage()), "", "Close the window and mend the options.", "")
                : Venue.problem(failure);
    }

    @Override
    protected void disconnect() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
        if (pipelines != null) {
            pipelines.close();
            pipelines = null;
        }
        if (region != null) {
            region.close();
            region = null;
        }
        if (venue != null) {
            venue.close();
            venue = null;
        }
    }
}
