package companion.monitor.watch.schedule;

import companion.aws.Connection;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.schedule.Answering.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * The only one who asks an account and region for what is watched there: one thing at a time, the one that wants it most, on a
 * virtual thread. Every call of its connection counts against the budget, whoever makes it. Thread-safe.
 */
public final class Scheduler implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Connection connection;
    private final InstantSource steady;
    private final Meter meter = new Meter();
    private final Runnable counting;
    private final Budget budget;
    private final Backoff backoff;
    private final List<Watched> watched = new CopyOnWriteArrayList<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile Answering answering;
    private volatile boolean asked;
    private Instant pausedUntil;

    /**
     * @param connection whose calls are counted
     * @param steady a clock that only ever goes forward, at the pace of real time
     */
    public Scheduler(Connection connection, Limits limits, InstantSource steady, RandomGenerator random) {
        this.connection = connection;
        this.steady = steady;
        var now = steady.instant();
        this.budget = new Budget(limits, now);
        this.backoff = new Backoff(random);
        this.answering = Answering.well(now);
        this.pausedUntil = now;
        this.counting = connection.trace().listen(meter);
        this.thread = Thread.ofVirtual().name("watch-" + connection.region()).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /**
     * Watches this, too.
     *
     * @return ends it
     */
    public Runnable add(Watched what) {
        watched.add(what);
        wake();
        return () -> watched.remove(what);
    }

    /** Decides afresh, for something wants to be read earlier than it said. */
    public void wake() {
        wake.release();
    }

    /** Asks again now, whatever the account answered last: for somebody who has just signed in. */
    public void retry() {
        asked = true;
        wake();
    }

    /** How the account answers. Waits for nobody. */
    public Answering answering() {
        return answering;
    }

    @Override
    public void close() {
        thread.interrupt();
        counting.run();
    }

    /**
     * Does what is to be done now, on the calling thread: reads one thing, or nothing.
     *
     * @return when there is something to do again
     */
    public synchronized Instant turn() {
        var now = steady.instant();
        settle(now, List.of());
        if (asked) {
            asked = false;
            // Somebody who signs in ends a wait for credentials; nobody can make AWS throttle less.
            pausedUntil = answering.kind() == Kind.THROTTLED ? pausedUntil : now;
        }
        budget.allow(watched.stream().mapToDouble(Watched::share).sum(), now);
        var ready = pausedUntil.isAfter(now) ? pausedUntil : budget.ready(now);
        return switch (Decision.of(watched, ready, now, now.plus(LONGEST_REST))) {
            case Decision.Rest(var until) -> until;
            case Decision.Read(var what) -> {
                var unread = what.read(now);
                var after = steady.instant();
                settle(after, unread);
                yield after;
            }
        };
    }

    private void settle(Instant now, List<Unread> unread) {
        var reading = meter.read();
        budget.spend(reading.requests(), now);
        var failure = reading.failure();
        if (failure == null && reading.answered() == 0) {
            // Without credentials nothing is sent, so nothing was counted.
            failure = unread.stream().findFirst().map(Failure::ofUnsent).orElse(null);
        }
        if (failure != null) {
            failed(failure, now);
        } else if (reading.answered() > 0) {
            backoff.succeeded();
            // Throttling is over when the pace is what it was before, not with the first answer.
            if (!answering.isWell() && !(answering.kind() == Kind.THROTTLED && budget.isSlowed())) {
                answer(Answering.well(now));
            } else if (!answering.clockAhead().equals(connection.clockAhead())) {
                answer(answering);
            }
        }
    }

    private void failed(Failure failure, Instant now) {
        if (failure.kind() == Kind.THROTTLED) {
            budget.throttled(now);
        }
        pausedUntil = now.plus(backoff.failed());
        boolean same = answering.kind() == failure.kind();
        answer(new Answering(
                failure.kind(),
                same ? answering.since() : now,
                pausedUntil,
                failure.code(),
                failure.message(),
                Duration.ZERO));
    }

    private void answer(Answering now) {
        answering = new Answering(
                now.kind(), now.since(), now.retry(), now.code(), now.message(), connection.clockAhead());
        watched.forEach(each -> each.answers(answering));
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                rest(next());
            }
        } catch (InterruptedException | AbortedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration next() {
        try {
            return Duration.between(steady.instant(), turn());
        } catch (AbortedException e) {
            throw e;
        } catch (RuntimeException e) {
            // One thing that cannot be made sense of must not end the watching of all others.
            LOG.log(System.Logger.Level.ERROR, "Reading failed", e);
            return AFTER_DEFECT;
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (time.isPositive() && wake.tryAcquire(time.toMillis() + 1, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
