package companion;

import companion.console.Venue;
import companion.desktop.DesktopApp;
import companion.desktop.context.AppContext;
import companion.desktop.live.LiveView;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.desktop.wall.WallView;
import companion.workshops.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The window, connected to an account: by default to a practice cloud that it starts in its own process. */
public final class WindowApp extends DesktopApp {
    /** Fast enough not to wait, slow enough to watch. */
    private static final String SPEED = "30";

    private @Nullable Venue venue;
    private @Nullable ReleaseFeed feed;
    private @Nullable PipelinesFeed wall;

    @Override
    protected AppContext connect(List<String> arguments) throws Exception {
        var entry = Catalog.entries().getFirst();
        var options = new ArrayList<>(arguments);
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--speed"))) {
            options.addAll(List.of("--speed", SPEED));
        }
        var opened = Venue.open(entry, options, System.getenv(), Companion::startPractice);
        venue = opened;
        feed = ReleaseFeed.of(opened, entry.pipeline());
        wall = new PipelinesFeed(feed.region());
        return new WindowContext(opened, entry, this::browse);
    }

    @Override
    protected Map<ViewId, View> views(AppContext connected, BooleanSupplier still) {
        return feed == null || wall == null
                ? Map.of()
                : Map.of(
                        ViewId.LIVE, new LiveView(connected, feed, still),
                        ViewId.PIPELINES, new WallView(connected, wall, key -> feed.watch(key.name()), still));
    }

    @Override
    protected void disconnect() {
        if (wall != null) {
            wall.close();
        }
        if (feed != null) {
            feed.close();
        }
        if (venue != null) {
            venue.close();
        }
    }
}
