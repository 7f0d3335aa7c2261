package companion.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * What the JavaFX thread does in each pulse, twice over: by the clock, from the events of a pulse's phases that JavaFX hands
 * to the flight recorder, waiting for the renderer left out; and by the processor time of the thread from one pulse to the
 * next, which has in it what happens between pulses too and nothing of what the machine did meanwhile.
 */
final class Pulses implements AutoCloseable {
    private static final int SHOWN = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RecordingStream stream = new RecordingStream();
    private final Map<Integer, long[]> phases = new ConcurrentHashMap<>();
    private final List<Double> pauses = new CopyOnWriteArrayList<>();
    private final TreeSet<Phase> slowest = new TreeSet<>();
    private final List<Double> busy = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        private long before = -1;

        @Override
        public void handle(long now) {
            long cpu = processorTime();
            if (before >= 0) {
                busy.add((cpu - before) / 1e6);
            }
            before = cpu;
        }
    };

    private Pulses() {}

    static Pulses watch() throws InterruptedException {
        var pulses = new Pulses();
        pulses.stream.enable("javafx.PulsePhase").withoutThreshold();
        pulses.stream.onEvent("javafx.PulsePhase", pulses::phase);
        pulses.stream.enable("jdk.GarbageCollection");
        pulses.stream.onEvent("jdk.GarbageCollection", event -> {
            long longest = event.getDuration("longestPause").toNanos();
            pulses.pauses.add(longest / 1e6);
        });
        pulses.stream.startAsync();
        var started = new CountDownLatch(1);
        Platform.runLater(() -> {
            pulses.timer.start();
            started.countDown();
        });
        started.await();
        return pulses;
    }

    /** Of the thread that asks, in ns. */
    static long processorTime() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private void phase(RecordedEvent event) {
        var thread = event.getThread();
        if (thread == null || !"JavaFX Application Thread".equals(thread.getJavaName())) {
            return;
        }
        longest(event);
        boolean waiting = event.getString("phaseName").startsWith("Waiting");
        var sums = phases.computeIfAbsent(event.getInt("pulseId"), id -> new long[2]);
        synchronized (sums) {
            sums[waiting ? 1 : 0] += event.getDuration().toNanos();
        }
    }

    /** The single phases that took longest say what a long pulse was long of. */
    private synchronized void longest(RecordedEvent event) {
        slowest.add(new Phase(event.getDuration().toNanos() / 1e6, event.getString("phaseName"), event.getInt("pulseId")));
        if (slowest.size() > SHOWN) {
            slowest.pollFirst();
        }
    }

    private record Phase(double millis, String name, int pulse) implements Comparable<Phase> {
        @Override
        public int compareTo(Phase other) {
            return Comparator.comparingDouble(Phase::millis).thenComparing(Phase::name).thenComparing(Phase::pulse).compare(this, other);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.1f ms in pulse %d", name, millis, pulse);
        }
    }

    /** Says in a few words how the pulses were since the last time, and forgets them: a soak must not fill the heap itself. */
    String recently() throws InterruptedException {
        var words = new java.util.concurrent.atomic.AtomicReference<String>();
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            var millis = busy.stream().mapToDouble(Double::doubleValue).toArray();
            words.set(millis.length == 0 ? "" : "processor time of a pulse " + new Sample(millis));
            busy.clear();
            phases.clear();
            done.countDown();
        });
        done.await();
        return words.get();
    }

    void print(String what) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Platform.runLater(() -> {
            timer.stop();
            stopped.countDown();
        });
        stopped.await();
        stream.stop();
        System.out.println(what + ":");
        line("  a pulse's phases, by the clock:            ", phases.values().stream().mapToDouble(sums -> sums[0] / 1e6).toArray());
        line("  pulse to pulse, thread's processor time:   ", busy.stream().mapToDouble(Double::doubleValue).toArray());
        synchronized (this) {
            System.out.println("  longest phases:                              " + slowest.descendingSet());
        }
        if (!pauses.isEmpty()) {
            System.out.println("  pauses of garbage collections:               "
                    + new Sample(pauses.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        line("  waiting for the software renderer:         ", phases.values().stream().mapToDouble(sums -> sums[1] / 1e6).toArray());
    }

    private static void line(String name, double[] millis) {
        if (millis.length == 0) {
            System.out.println(name + "nothing recorded");
            return;
        }
        long slow = java.util.Arrays.stream(millis).filter(each -> each > 50).count();
        System.out.println(name + new Sample(millis) + String.format(Locale.ROOT, ", over 50 ms: %d", slow));
    }

    @Override
    public void close() {
        stream.close();
    }
}
