package companion.window;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.console.Venue;
import companion.desktop.context.AppContext;
import companion.desktop.context.ReadOnly;
import companion.desktop.live.LiveView;
import companion.desktop.live.LiveViews;
import companion.desktop.shell.View;
import companion.desktop.wall.WallView;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.watch.WatchedRegion;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the window watches: the pipeline of its live view, and the pipelines of its wall. A pipeline of the wall that is of
 * another account or Region gets a live view of its own.
 */
public final class Watching implements AutoCloseable {
    private final AppContext context;
    private final Connection workshop;
    private final WatchedRegion here;
    private final ReleaseFeed release;
    private final PipelinesFeed pipelines;
    private @Nullable LiveViews live;

    /**
     * Starts it.
     *
     * @param pipeline the one that the live view shows first
     */
    public Watching(AppContext context, Venue venue, String pipeline) {
        this.context = context;
        this.workshop = venue.visit().connection();
        var practice = venue.practice();
        InstantSource clock = practice == null ? null : practice.clock()::now;
        this.here = new PlaceOpener(workshop.target(), clock).open(workshop.target(), workshop.region());
        this.release = ReleaseFeed.of(workshop, here, pipeline, pipeline);
        this.pipelines = new PipelinesFeed(here, clock, context.memory(), context.readOnly(), new SecureRandom());
        here.start();
        pipelines.restore();
    }

    /** On the JavaFX thread. */
    public View live(BooleanSupplier still) {
        var views = new LiveViews(new LiveView(context, release, still));
        live = views;
        return views;
    }

    /** On the JavaFX thread, after {@link #live}. */
    public View wall(BooleanSupplier still) {
        return new WallView(context, pipelines, pipeline -> watch(pipeline, still), still);
    }

    private void watch(PipelineKey pipeline, BooleanSupplier still) {
        var views = live;
        if (views == null) {
            return;
        }
        var place = pipelines.place(pipeline).orElse(null);
        if (place == null || place.isFixed()) {
            release.watch(pipeline.name());
            views.home();
        } else {
            views.visit(visit(place, pipeline, still));
        }
    }

    private LiveViews.Visit visit(PlaceWatch place, PipelineKey pipeline, BooleanSupplier still) {
        var watched = place.region();
        var target = watched.connection().target();
        // What is done there shows among the calls of the window.
        var acting = new Connection(target, pipeline.region(), place.isOwn(), trace(place));
        var feed = ReleaseFeed.of(acting, watched, pipeline.name(), "");
        var view = new LiveView(visited(place, target, pipeline), feed, still);
        return new LiveViews.Visit(view, target.label() + " · " + pipeline.region(), () -> {
            feed.close();
            acting.close();
        });
    }

    private CallTrace trace(PlaceWatch place) {
        return place.isOwn() ? workshop.trace() : new CallTrace(InstantSource.system(), System::nanoTime);
    }

    private AppContext visited(PlaceWatch place, Target target, PipelineKey pipeline) {
        var kind = place.isOwn() ? context.connection().kind() : companion.desktop.context.Connection.Kind.REAL_READ_ONLY;
        var connection = new companion.desktop.context.Connection(
                kind, target.label(), pipeline.region(), pipeline.account());
        var readOnly = place.isOwn() ? context.readOnly() : ReadOnly.watching(connection);
        return new VisitedContext(context, connection, readOnly, place.region().clock());
    }

    @Override
    public void close() {
        pipelines.close();
        release.close();
        here.close();
    }
}
