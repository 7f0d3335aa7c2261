package companion.window;

import companion.aws.TracedCall;
import companion.desktop.context.AppContext;
import companion.desktop.context.Connection;
import companion.desktop.context.ReadOnly;
import companion.practice.PracticeClock;
import companion.workshop.Session;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The window as a live view of another account or Region sees it: its own, but for where the calls go. */
final class VisitedContext implements AppContext {
    private final AppContext window;
    private final Connection connection;
    private final ReadOnly readOnly;
    private final InstantSource time;

    VisitedContext(AppContext window, Connection connection, ReadOnly readOnly, InstantSource time) {
        this.window = window;
        this.connection = connection;
        this.readOnly = readOnly;
        this.time = time;
    }

    @Override
    public Session session() {
        return window.session();
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public ReadOnly readOnly() {
        return readOnly;
    }

    @Override
    public Runnable onCall(Consumer<TracedCall> listener) {
        return window.onCall(listener);
    }

    @Override
    public Optional<PracticeClock> clock() {
        return connection.isPractice() ? window.clock() : Optional.empty();
    }

    @Override
    public InstantSource time() {
        return time;
    }

    @Override
    public ZoneId zone() {
        return window.zone();
    }

    @Override
    public List<WorkshopChoice> workshops() {
        return window.workshops();
    }

    @Override
    public void openWorkshop(String workshopId) {
        window.openWorkshop(workshopId);
    }

    @Override
    public List<PlaceChoice> places() {
        return window.places();
    }

    @Override
    public void openPlace(String placeId) {
        window.openPlace(placeId);
    }

    @Override
    public List<RegionChoice> regions() {
        return window.regions();
    }

    @Override
    public void openRegion(String region) {
        window.openRegion(region);
    }

    @Override
    public void open(URI address) {
        window.open(address);
    }

    @Override
    public void announce(String title, String text) {
        window.announce(title, text);
    }

    @Override
    public Notes notes() {
        return window.notes();
    }

    @Override
    public Memory memory() {
        return window.memory();
    }
}
