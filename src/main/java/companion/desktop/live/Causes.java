package companion.desktop.live;

import companion.desktop.text.Format;
import companion.monitor.timeline.Timeline;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import companion.monitor.timeline.Timeline.Track;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why the newest of a timeline happened, from the effect back to its cause. */
final class Causes {
    private Causes() {}

    /** The time of the effect, the effect, and its causes; empty while nothing happened. */
    static List<String> of(Timeline timeline, ZoneId zone) {
        var effect = timeline.rows().stream()
                .filter(track -> begun(track).findAny().isPresent())
                .max(Comparator.comparing((Track track) -> last(track).start()).thenComparing(Track::row));
        if (effect.isEmpty()) {
            return List.of();
        }
        var words = new ArrayList<String>();
        var row = effect.get().row();
        var bar = last(effect.get());
        words.add(Format.time(bar.start(), zone));
        words.add(words(timeline, row, bar));
        for (var cause = before(timeline, row, bar); cause.isPresent(); ) {
            var found = cause.get();
            words.add(words(timeline, found.row(), found.bar()));
            cause = before(timeline, found.row(), found.bar());
        }
        return words;
    }

    private record Cause(Row row, Bar bar) {}

    /** What had begun in the row that moves this one; targets change when the listener or the tasks did. */
    private static Optional<Cause> before(Timeline timeline, Row row, Bar bar) {
        var at = bar.start();
        return switch (row) {
            case PIPELINE -> Optional.empty();
            case DEPLOYMENT -> find(timeline, Row.PIPELINE, at, "");
            case GREEN_TASKS -> find(timeline, Row.DEPLOYMENT, at, "");
            case LISTENER -> goesBack(timeline, bar)
                    ? find(timeline, Row.DEPLOYMENT, at, "").filter(each -> each.bar().look() == Look.FAILED)
                    : find(timeline, Row.DEPLOYMENT, at, "AllowTraffic")
                            .or(() -> find(timeline, Row.DEPLOYMENT, at, ""));
            case GREEN_TARGETS -> find(timeline, Row.LISTENER, at, "Green")
                    .or(() -> find(timeline, Row.GREEN_TASKS, at, ""));
        };
    }

    /** @param named what its label contains */
    private static Optional<Cause> find(Timeline timeline, Row row, Instant at, String named) {
        return timeline.rows().stream()
                .filter(track -> track.row() == row)
                .flatMap(Causes::begun)
                .filter(bar -> !bar.start().isAfter(at) && bar.label().contains(named))
                .reduce((first, second) -> second)
                .map(bar -> new Cause(row, bar));
    }

    /** Whether visitors are given back to Blue, which no lifecycle event does but a stop or a failure. */
    private static boolean goesBack(Timeline timeline, Bar bar) {
        return bar.look() == Look.BLUE
                && timeline.rows().stream()
                        .filter(track -> track.row() == Row.LISTENER)
                        .flatMap(Causes::begun)
                        .anyMatch(each -> each.look() == Look.GREEN && each.start().isBefore(bar.start()));
    }

    private static java.util.stream.Stream<Bar> begun(Track track) {
        return track.bars().stream().filter(bar -> !bar.planned());
    }

    /** As the row is called: Green tasks, or New tasks where nobody says Green. */
    private static String title(Timeline timeline, Row row) {
        return timeline.rows().stream()
                .filter(track -> track.row() == row)
                .map(Track::title)
                .findFirst()
                .orElseGet(row::title);
    }

    private static Bar last(Track track) {
        return begun(track).reduce((first, second) -> second).orElseThrow();
    }

    private static String words(Timeline timeline, Row row, Bar bar) {
        var label = bar.label();
        boolean counts = Character.isDigit(label.charAt(0));
        int space = label.indexOf(' ');
        return switch (row) {
            case GREEN_TARGETS, GREEN_TASKS -> counts
                    ? label.substring(0, space) + " " + title(timeline, row) + label.substring(space)
                    : title(timeline, row) + " " + label;
            case LISTENER -> (goesBack(timeline, bar) ? "listener back to " : "listener to ") + label;
            case DEPLOYMENT, PIPELINE -> label;
        };
    }
}
