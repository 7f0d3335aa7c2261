package companion;

import companion.console.Venue;
import companion.desktop.DesktopApp;
import companion.desktop.context.AppContext;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.window.Places;
import companion.window.Watching;
import companion.window.WindowArguments;
import companion.window.WindowContext;
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
    private @Nullable Watching watching;

    @Override
    protected AppContext connect(List<String> arguments) throws Exception {
        var entry = Catalog.entries().getFirst();
        var options = new WindowArguments(arguments).orElse("--speed", SPEED);
        var opened = Venue.open(entry, options.options(), System.getenv(), Companion::startPractice);
        venue = opened;
        var context = new WindowContext(opened, entry, new Places(opened, options, this::reconnect), this::browse);
        watching = new Watching(context, opened, entry.pipeline());
        goOn(opened.visit().session());
        return context;
    }

    /** Shows what is there of an earlier day. */
    private static void goOn(Session session) {
        if (session.state().ledger().stream().anyMatch(LedgerEntry::mayExist)) {
            session.refresh();
        }
    }

    @Override
    protected Map<ViewId, View> views(AppContext connected, BooleanSupplier still) {
        var watched = Objects.requireNonNull(watching);
        var live = watched.live(still);
        return Map.of(ViewId.LIVE, live, ViewId.PIPELINES, watched.wall(still));
    }

    @Override
    protected Problem explain(Exception failure) {
        return failure instanceof IllegalArgumentException
                ? new Problem("WRONG_USE", String.valueOf(failure.getMessage()), "", "Close the window and mend the options.", "")
                : Venue.problem(failure);
    }

    @Override
    protected void disconnect() {
        if (watching != null) {
            watching.close();
            watching = null;
        }
        if (venue != null) {
            venue.close();
            venue = null;
        }
    }
}
