package companion.monitor.watch;

import companion.monitor.read.BuildLog;
import companion.monitor.read.Probe;
import companion.monitor.read.ReleaseReader;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Visit;
import companion.monitor.timeline.TimelineRecorder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Watches a pipeline's releases: reads on a virtual thread as often as it is worth it, visits the public page once a second on
 * another, and tells its listener each change. Thread-safe.
 */
public final class ReleaseWatch implements AutoCloseable {
    /** How many visits are kept. */
    public static final int VISITS = 60;

    private static final Duration BETWEEN_VISITS = Duration.ofSeconds(1);

    private final String pipeline;
    private final ReleaseReader reader;
    private final BuildLog log;
    private final Probe probe;
    private final Rhythm rhythm;
    private final Consumer<Release> listener;
    private final TimelineRecorder timeline = new TimelineRecorder();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread reading;
    private final Thread visiting;
    private int dropped;
    private @Nullable Release last;

    /** How long to wait between reads: shorter while something is going on. */
    public record Rhythm(Supplier<Duration> active, Duration idle) {
        /** For a real account: within the budget of a request per second, at some ten requests a read. */
        public static final Rhythm REAL = new Rhythm(() -> Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    public ReleaseWatch(
            String pipeline, ReleaseReader reader, BuildLog log, Probe probe, Rhythm rhythm, Consumer<Release> listener) {
        this.pipeline = pipeline;
        this.reader = reader;
        this.log = log;
        this.probe = probe;
        this.rhythm = rhythm;
        this.listener = listener;
        this.reading = Thread.ofVirtual().name("release-reads").unstarted(this::read);
        this.visiting = Thread.ofVirtual().name("release-visits").unstarted(this::visit);
    }

    public void start() {
        reading.start();
        visiting.start();
    }

    /** Reads now, for example after an act. */
    public void wake() {
        wake.release();
    }

    @Override
    public void close() {
        reading.interrupt();
        visiting.interrupt();
        probe.close();
    }

    private void read() {
        try {
            while (!Thread.interrupted()) {
                var snapshot = reader.read(pipeline);
                var lines = lines(snapshot);
                synchronized (this) {
                    tell(new Release(snapshot, timeline.add(snapshot), lines, List.copyOf(visits), dropped));
                }
                var pause = snapshot.isActive() ? rhythm.active().get() : rhythm.idle();
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException | AbortedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<BuildLog.Line> lines(ReleaseSnapshot snapshot) {
        var known = last == null ? List.<BuildLog.Line>of() : last.log();
        try {
            return snapshot.build() == null ? List.of() : log.read(snapshot.build());
        } catch (AwsServiceException e) {
            // A throttled read of the log shows what was read before; the next read goes on.
            return known;
        }
    }

    private void visit() {
        try {
            while (!Thread.interrupted()) {
                var url = url();
                if (url != null) {
                    add(probe.visit(url));
                }
                Thread.sleep(BETWEEN_VISITS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable String url() {
        return last == null ? null : last.snapshot().url();
    }

    private synchronized void add(Visit visit) {
        visits.addLast(visit);
        if (visits.size() > VISITS) {
            visits.removeFirst();
        }
        if (visit.isDropped()) {
            dropped++;
        }
        if (last != null) {
            tell(new Release(last.snapshot(), last.timeline(), last.log(), List.copyOf(visits), dropped));
        }
    }

    private void tell(Release release) {
        last = release;
        listener.accept(release);
    }
}
