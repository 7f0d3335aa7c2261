package companion.monitor.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The timeline as it had come by then: what went on then has no end yet. */
    public Timeline until(Instant instant) {
        var cut = rows.stream()
                .map(track -> new Track(track.row(), track.title(), track.bars().stream()
                        .filter(bar -> !bar.planned() && !bar.start().isAfter(instant))
                        .map(bar -> bar.end() == null || !bar.end().isAfter(instant) ? bar : bar.open())
                        .toList()))
                .toList();
        return new Timeline(cut, from == null || from.isAfter(instant) ? null : from);
    }

    /** A bar and where it stands. */
    public record Link(Row row, Bar bar) {}

    /** Why the newest bar began: from the effect back to its causes; empty while nothing happened. */
    public List<Link> why() {
        return rows.stream()
                .flatMap(track -> begun(track).map(bar -> new Link(track.row(), bar)))
                .max(Comparator.comparing((Link link) -> link.bar().start()).thenComparing(Link::row))
                .map(this::why)
                .orElse(List.of());
    }

    /** From an effect back to its causes, the effect first. */
    public List<Link> why(Link effect) {
        var links = new ArrayList<Link>();
        for (var link = Optional.of(effect); link.isPresent(); link = before(link.get())) {
            links.add(link.get());
        }
        return links;
    }

    /** What had begun in the row that moves this one; targets change when the listener or the tasks did. */
    private Optional<Link> before(Link link) {
        var at = link.bar().start();
        return switch (link.row()) {
            case PIPELINE -> Optional.empty();
            case DEPLOYMENT -> find(Row.PIPELINE, at, "");
            case GREEN_TASKS -> find(Row.DEPLOYMENT, at, "");
            case LISTENER -> find(Row.DEPLOYMENT, at, "AllowTraffic").or(() -> find(Row.DEPLOYMENT, at, ""));
            case GREEN_TARGETS -> find(Row.LISTENER, at, "Green").or(() -> find(Row.GREEN_TASKS, at, ""));
        };
    }

    /** @param named what its label contains */
    private Optional<Link> find(Row row, Instant at, String named) {
        return rows.stream()
                .filter(track -> track.row() == row)
                .flatMap(Timeline::begun)
                .filter(bar -> !bar.start().isAfter(at) && bar.label().contains(named))
                .reduce((first, second) -> second)
                .map(bar -> new Link(row, bar));
    }

    private static Stream<Bar> begun(Track track) {
        return track.bars().stream().filter(bar -> !bar.planned());
    }

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

    /** @param title the row's, unless this release has another word for it */
    public record Track(Row row, String title, List<Bar> bars) {
        public Track {
            bars = List.copyOf(bars);
        }

        public Track(Row row, List<Bar> bars) {
            this(row, row.title(), bars);
        }
    }

    /**
     * @param end null while it goes on
     * @param planned whether it lies ahead
     */
    public record Bar(String label, Look look, Instant start, @Nullable Instant end, boolean planned) {
        /** The same while it went on: nobody knew yet how it would end. */
        private Bar open() {
            return new Bar(label, look == Look.DONE || look == Look.FAILED ? Look.RUNNING : look, start, null, planned);
        }
    }

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
