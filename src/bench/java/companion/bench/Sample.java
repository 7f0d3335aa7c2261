package companion.bench;

import java.util.Arrays;
import java.util.Locale;

/** Measured durations in milliseconds, sorted. */
record Sample(double[] millis) {
    Sample {
        millis = millis.clone();
        Arrays.sort(millis);
    }

    double median() {
        return millis[millis.length / 2];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "median %.2f ms (min %.2f, p95 %.2f, max %.2f, n %d)",
                median(),
                millis[0],
                millis[(int) (millis.length * 0.95)],
                millis[millis.length - 1],
                millis.length);
    }

    /** Something that is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Times it so many times, after as many runs that do not count. */
    static Sample of(int times, Work work) throws Exception {
        var measured = new double[times];
        for (int i = -times; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= 0) {
                measured[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new Sample(measured);
    }
}
