package companion.monitor.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as bars on one axis of time: what the pipeline did, what the deployment did, what became of the green tasks, where
 * the listener sent the visitors, and how the green targets were.
 *
 * @param rows always all of {@link Row}, in order
 * @param from the start of the axis; null while nothing has happened
 */
public record Timeline(List<Track> rows, @Nullable Instant from) {
    public static final Timeline EMPTY =
            new Timeline(java.util.Arrays.stream(Row.values()).map(row -> new Track(row, List.of())).toList(), null);

    public enum Row {
        PIPELINE("Pipeline"),
        DEPLOYMENT("Deployment"),
        GREEN_TASKS("Green tasks"),
        LISTENER("Listener"),
        GREEN_TARGETS("Green targets");

        private final String title;

        Row(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public record Track(Row row, List<Bar> bars) {
        public Track {
            bars = List.copyOf(bars);
        }
    }

    /**
     * @param end null while it goes on
     * @param planned whether it lies ahead
     */
    public record Bar(String label, Look look, Instant start, @Nullable Instant end, boolean planned) {}

    /** What a bar is about, which decides how it is drawn. */
    public enum Look {
        RUNNING,
        DONE,
        FAILED,
        WAITING,
        BLUE,
        GREEN,
        PLAIN
    }
}
