package companion.window;

import companion.aws.Target;
import companion.aws.TracedCall;
import companion.console.Venue;
import companion.desktop.context.AppContext;
import companion.desktop.context.Connection;
import companion.desktop.context.ReadOnly;
import companion.desktop.notify.SystemNotice;
import companion.practice.PracticeClock;
import companion.workshop.Session;
import companion.workshops.Catalog;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the window needs, from the account that was opened. */
public final class WindowContext implements AppContext {
    private final Venue venue;
    private final Catalog.Entry entry;
    private final Places places;
    private final Consumer<URI> browser;
    private final Connection connection;
    private final ReadOnly readOnly;
    private final Notes notes;
    private final Memory memory;

    public WindowContext(Venue venue, Catalog.Entry entry, Places places, Consumer<URI> browser) {
        this.venue = venue;
        this.entry = entry;
        this.places = places;
        this.browser = browser;
        var account = venue.visit().connection();
        this.connection = new Connection(
                kind(account), account.target().label(), account.region(), account.identity().account());
        this.readOnly = new ReadOnly(connection);
        this.notes = new NoteFiles(venue.workspace().root().resolve("notes").resolve(entry.id()));
        this.memory = new MemoryFile(venue.workspace().root().resolve("window.properties"));
    }

    private static Connection.Kind kind(companion.aws.Connection account) {
        return switch (account.target()) {
            case Target.Practice _ -> Connection.Kind.PRACTICE;
            case Target.Profile _, Target.Endpoint _ ->
                account.canWrite() ? Connection.Kind.REAL : Connection.Kind.REAL_READ_ONLY;
        };
    }

    @Override
    public Session session() {
        return venue.visit().session();
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
        var trace = venue.visit().connection().trace();
        trace.calls().forEach(listener);
        return trace.listen(listener);
    }

    @Override
    public Optional<PracticeClock> clock() {
        var practice = venue.practice();
        return practice == null ? Optional.empty() : Optional.of(practice.clock());
    }

    @Override
    public Optional<String> remark() {
        var practice = venue.practice();
        return practice == null ? Optional.empty() : practice.remark();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @Override
    public List<WorkshopChoice> workshops() {
        return List.of(new WorkshopChoice(entry.id(), entry.title(), true));
    }

    @Override
    public void openWorkshop(String workshopId) {
        // There is one workshop so far, and it is open.
    }

    @Override
    public List<PlaceChoice> places() {
        return places.all();
    }

    @Override
    public void openPlace(String placeId) {
        places.open(placeId);
    }

    @Override
    public List<RegionChoice> regions() {
        return places.regions();
    }

    @Override
    public void openRegion(String region) {
        places.openRegion(region);
    }

    @Override
    public void open(URI address) {
        browser.accept(address);
    }

    @Override
    public void announce(String title, String text) {
        SystemNotice.of(System.getProperty("os.name"), title, text).ifPresent(SystemNotice::show);
    }

    @Override
    public Notes notes() {
        return notes;
    }

    @Override
    public Memory memory() {
        return memory;
    }
}
