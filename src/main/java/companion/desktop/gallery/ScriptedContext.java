package companion.desktop.gallery;

import companion.aws.TracedCall;
import companion.desktop.context.AppContext;
import companion.desktop.context.Connection;
import companion.desktop.context.ReadOnly;
import companion.practice.PracticeClock;
import companion.practice.world.Speed;
import companion.workshop.Session;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A context with a scripted session, calls as they are told, and a clock that stands still. */
public final class ScriptedContext implements AppContext {
    private final ScriptedSession session;
    private final Connection connection;
    private final ReadOnly readOnly;
    private final List<TracedCall> calls = new ArrayList<>();
    private final List<Consumer<TracedCall>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private final Map<String, String> remembered = new ConcurrentHashMap<>();
    private final List<String> announced = new CopyOnWriteArrayList<>();
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<String> went = new CopyOnWriteArrayList<>();
    private final StandingClock clock = new StandingClock();
    private Runnable onceShown = () -> {};
    private Optional<String> remark = Optional.empty();

    public ScriptedContext(ScriptedSession session, Connection connection) {
        this.session = session;
        this.connection = connection;
        this.readOnly = new ReadOnly(connection);
    }

    public static ScriptedContext practice(ScriptedSession session) {
        return new ScriptedContext(
                session, new Connection(Connection.Kind.PRACTICE, "Practice cloud", "us-east-1", "123456789012"));
    }

    public static ScriptedContext real(ScriptedSession session) {
        return new ScriptedContext(
                session, new Connection(Connection.Kind.REAL, "AWS, profile workshop", "us-east-1", "441712342209"));
    }

    public ScriptedSession scripted() {
        return session;
    }

    public synchronized void tell(TracedCall call) {
        calls.add(call);
        listeners.forEach(listener -> listener.accept(call));
    }

    public void setRemark(String text) {
        remark = Optional.of(text);
    }

    public void setTime(Instant now) {
        clock.now = now;
    }

    /** Says what happens when the window has been shown. */
    public void onceShown(Runnable then) {
        onceShown = then;
    }

    /** Told that the window has been shown. */
    void shown() {
        onceShown.run();
    }

    /** The addresses that were opened. */
    public List<URI> opened() {
        return List.copyOf(opened);
    }

    @Override
    public Session session() {
        return session;
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
    public synchronized Runnable onCall(Consumer<TracedCall> listener) {
        calls.forEach(listener);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<PracticeClock> clock() {
        return connection.isPractice() ? Optional.of(clock) : Optional.empty();
    }

    @Override
    public java.time.InstantSource time() {
        return clock::now;
    }

    @Override
    public Optional<String> remark() {
        return remark;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public List<WorkshopChoice> workshops() {
        return List.of(new WorkshopChoice("blue-green", "Blue/green on Fargate", true));
    }

    @Override
    public void openWorkshop(String workshopId) {}

    @Override
    public List<PlaceChoice> places() {
        return List.of(
                new PlaceChoice("here", connection.label(), true),
                new PlaceChoice("profile workshop", "AWS, profile workshop", false));
    }

    @Override
    public void openPlace(String placeId) {
        went.add(placeId);
    }

    @Override
    public List<RegionChoice> regions() {
        return List.of(
                new RegionChoice("eu-west-1", "Europe (Ireland)", false),
                new RegionChoice("us-east-1", "US East (N. Virginia)", true));
    }

    @Override
    public void openRegion(String region) {
        went.add(region);
    }

    /** The Regions and places that were asked for. */
    public List<String> went() {
        return List.copyOf(went);
    }

    @Override
    public void open(URI address) {
        opened.add(address);
    }

    @Override
    public void announce(String title, String text) {
        announced.add(title);
    }

    /** The titles of what was told to somebody who works elsewhere. */
    public List<String> announced() {
        return List.copyOf(announced);
    }

    @Override
    public Notes notes() {
        return new Notes() {
            @Override
            public String read(String stageId) {
                return notes.getOrDefault(stageId, "");
            }

            @Override
            public void write(String stageId, String text) {
                notes.put(stageId, text);
            }
        };
    }

    @Override
    public Memory memory() {
        return new Memory() {
            @Override
            public Map<String, String> read() {
                return Map.copyOf(remembered);
            }

            @Override
            public void write(Map<String, String> values) {
                remembered.putAll(values);
            }
        };
    }

    private static final class StandingClock implements PracticeClock {
        private volatile Instant now = ScriptedWorkshop.at("12:03:24");
        private volatile Speed speed = new Speed(30);

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Speed speed() {
            return speed;
        }

        @Override
        public void setSpeed(Speed next) {
            speed = next;
        }

        @Override
        public void step(Duration by) {
            now = now.plus(by);
        }
    }
}
