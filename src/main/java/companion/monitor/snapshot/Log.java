package companion.monitor.snapshot;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A log as it stood at one moment. A longer one shares the lines of the shorter one that it was made from, so that keeping
 * every moment of a log costs no more than keeping the last. Immutable; may be read by any thread.
 */
public final class Log extends AbstractList<Log.Line> implements RandomAccess {
    public static final Log EMPTY = new Log(new Lines(new Line[0]), new Line[0], 0);

    /** A line as it was written, without its line end. */
    public record Line(Instant at, String text) {}

    private final Lines lines;
    private final Line[] array;
    private final int size;

    private Log(Lines lines, Line[] array, int size) {
        this.lines = lines;
        this.array = array;
        this.size = size;
    }

    public static Log of(List<Line> lines) {
        return lines instanceof Log log ? log : EMPTY.plus(lines);
    }

    /** This log with more lines at its end; this one stays as it is. */
    public Log plus(List<Line> more) {
        return more.isEmpty() ? this : lines.append(this, more.toArray(Line[]::new));
    }

    /** Whether both are of the same lines, one maybe longer. */
    public boolean sharesWith(Log other) {
        return lines == other.lines;
    }

    /** This log as it stood when it had so many lines. */
    public Log first(int length) {
        return length >= size ? this : new Log(lines, array, Math.max(0, length));
    }

    @Override
    public Line get(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }

    /** Lines that logs share; a slot is written once, before the first log that reaches so far. */
    private static final class Lines {
        private Line[] array;
        private int used;

        Lines(Line[] array) {
            this.array = array;
        }

        synchronized Log append(Log to, Line[] more) {
            int length = to.size + more.length;
            // Another log went on from the same lines, or this is where logs begin: they must not meet.
            boolean shared = used != to.size || to.size == 0;
            var into = shared ? new Lines(Arrays.copyOf(to.array, Math.max(length, 64))) : this;
            if (into.array.length < length) {
                into.array = Arrays.copyOf(into.array, Math.max(length, into.array.length * 3 / 2));
            }
            System.arraycopy(more, 0, into.array, to.size, more.length);
            into.used = length;
            return new Log(into, into.array, length);
        }
    }
}
