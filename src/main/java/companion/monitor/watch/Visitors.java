package companion.monitor.watch;

import companion.monitor.read.Probe;
import companion.monitor.snapshot.Visit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Visits a public page once a second, and keeps what the last visitors got: all since the first one who got an answer, for a page
 * that cannot be reached from here at all, as one inside a network, says nothing of its visitors. Thread-safe.
 */
final class Visitors implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Probe probe;
    private final Consumer<Seen> listener;
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final Thread thread;
    private volatile @Nullable String url;
    private @Nullable String reached;
    private int dropped;

    /** @param dropped how many were dropped since the first visit */
    record Seen(List<Visit> visits, int dropped) {
        static final Seen NOBODY = new Seen(List.of(), 0);
    }

    Visitors(Probe probe, Consumer<Seen> listener) {
        this.probe = probe;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("release-visits").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** @param page where visitors go; null while there is nowhere */
    void visit(@Nullable String page) {
        url = page;
    }

    @Override
    public void close() {
        thread.interrupt();
        probe.close();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                var page = url;
                if (page != null) {
                    var visit = probe.visit(page);
                    if (visit.status() != 0) {
                        reached = page;
                    }
                    if (page.equals(reached)) {
                        listener.accept(add(visit));
                    }
                }
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Seen add(Visit visit) {
        visits.addLast(visit);
        if (visits.size() > ReleaseWatch.VISITS) {
            visits.removeFirst();
        }
        if (visit.isDropped()) {
            dropped++;
        }
        return new Seen(List.copyOf(visits), dropped);
    }
}
