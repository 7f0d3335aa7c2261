package companion.monitor.watch;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.watch.push.CloudEvent;
import companion.monitor.watch.push.Push;
import companion.monitor.watch.push.PushState;
import companion.monitor.watch.schedule.Limits;
import companion.monitor.watch.schedule.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One account and region in which something is watched: whom to ask, how often, and by which clock. There is one for each, and
 * all that watches there shares it. Thread-safe.
 */
public final class WatchedRegion implements AutoCloseable {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Connection connection;
    private final Scheduler scheduler;
    private final Pace pace;
    private final InstantSource clock;
    private final InstantSource steady;
    private final RandomGenerator random;
    private final List<Consumer<CloudEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean told;

    /**
     * @param connection for watching; closed with this
     * @param clock the account's, which its answers are dated by
     * @param steady a clock that only ever goes forward, at the pace of real time
     */
    public WatchedRegion(
            Connection connection,
            Pace pace,
            Limits limits,
            InstantSource clock,
            InstantSource steady,
            RandomGenerator random) {
        this.connection = connection;
        this.pace = pace;
        this.clock = clock;
        this.steady = steady;
        this.random = random;
        this.scheduler = new Scheduler(connection, limits, steady, random);
    }

    /** A region of a real account. */
    public static WatchedRegion real(Target target, String region) {
        return dated(target, region, Pace.REAL, Limits.REAL);
    }

    /** Whatever speaks AWS's protocols: one on this machine may be asked as often as the practice cloud. */
    public static WatchedRegion at(Target.Endpoint target, String region) {
        return HERE.contains(target.url().getHost())
                ? dated(target, region, Pace.PRACTICE, Limits.PRACTICE)
                : real(target, region);
    }

    private static WatchedRegion dated(Target target, String region, Pace pace, Limits limits) {
        var connection = Connection.watching(target, region, new CallTrace(InstantSource.system(), System::nanoTime));
        return new WatchedRegion(
                connection,
                pace,
                limits,
                connection::accountTime,
                sinceNow(),
                RandomGenerator.getDefault());
    }

    /** @param clock the practice cloud's */
    public static WatchedRegion practice(Target target, String region, InstantSource clock) {
        var connection = Connection.watching(target, region, new CallTrace(InstantSource.system(), System::nanoTime));
        return new WatchedRegion(
                connection, Pace.PRACTICE, Limits.PRACTICE, clock, sinceNow(), RandomGenerator.getDefault());
    }

    private static InstantSource sinceNow() {
        var start = Instant.now();
        long nanos = System.nanoTime();
        return () -> start.plus(Duration.ofNanos(System.nanoTime() - nanos));
    }

    public void start() {
        scheduler.start();
    }

    /** Read-only, and it makes each call once. */
    public Connection connection() {
        return connection;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /** How often to read here. */
    public Pace pace() {
        return pace;
    }

    /** The account's clock. */
    public InstantSource clock() {
        return clock;
    }

    /** A clock that only ever goes forward, at the pace of real time. */
    public InstantSource steady() {
        return steady;
    }

    /** Whether events tell of what changes, so that asking is but a check. */
    public boolean isTold() {
        return told;
    }

    /** Events come, or come no more. */
    public void told(boolean on) {
        told = on;
        scheduler.wake();
    }

    /** An event came. */
    public void tell(CloudEvent event) {
        listeners.forEach(listener -> listener.accept(event));
        scheduler.wake();
    }

    /**
     * What has this region told of its changes, on request. Nothing is made yet.
     *
     * @param writable a connection to the same place that may write
     * @param name of the rule and its queue
     * @param states told each change, on any thread
     */
    public Push push(Connection writable, String name, Consumer<PushState> states) {
        return new Push(writable, name, random, this::tell, state -> {
            told(state instanceof PushState.On);
            states.accept(state);
        });
    }

    /**
     * Tells each event that comes, on the thread that it came on.
     *
     * @return ends it
     */
    public Runnable onEvent(Consumer<CloudEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        scheduler.close();
        connection.close();
    }
}
