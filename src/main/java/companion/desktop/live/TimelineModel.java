package companion.desktop.live;

import companion.desktop.text.Format;
import companion.monitor.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The timeline as fractions of its axis.
 *
 * @param ticks times on the axis
 * @param now where the present stands, 0 to 1
 * @param time of it, as shown; empty where it is off the axis
 * @param from where its axis begins; null while nothing has happened
 * @param length of its axis
 * @param why the foot: the time of the effect, then effect to cause; empty at first
 */
record TimelineModel(
        List<Tick> ticks, List<Row> rows, double now, String time, List<String> why, @Nullable Instant from, Duration length) {
    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final double ROOM_AHEAD = 1.05;
    private static final double ROOM_FOR_PLANS = 1.4;

    /** @param at 0 to 1 */
    record Tick(String label, double at) {}

    record Row(String title, List<Segment> segments) {}

    /** @param from and {@code to} 0 to 1 */
    record Segment(String label, Timeline.Look look, double from, double to, boolean planned, String spoken) {}

    /** The same without a time: a release that is over is drawn to its end, and the present is later than that. */
    TimelineModel timeless() {
        return new TimelineModel(ticks, rows, now, "", why, from, length);
    }

    /** The instant at a fraction of the axis. */
    Optional<Instant> at(double fraction) {
        return from == null
                ? Optional.empty()
                : Optional.of(from.plusMillis((long) (Math.clamp(fraction, 0, 1) * length.toMillis())));
    }

    static TimelineModel of(Timeline timeline, Instant now, ZoneId zone) {
        return of(timeline, now, now, zone);
    }

    /**
     * What began after {@code now} is left out: of a release that was over before anybody looked, AWS tells how the tasks and the
     * listener are today, and not since when.
     *
     * @param now where what goes on ends, the present or the end of the release
     * @param viewing where the line stands, now or before
     */
    static TimelineModel of(Timeline timeline, Instant now, Instant viewing, ZoneId zone) {
        var start = timeline.from();
        if (start == null) {
            var rows = timeline.rows().stream().map(track -> new Row(track.title(), List.<Segment>of())).toList();
            return new TimelineModel(List.of(), rows, 0, "", List.of(), null, Duration.ZERO);
        }
        var end = end(timeline, start, now);
        var axis = new Axis(start, end);
        var rows = timeline.rows().stream()
                .map(track -> new Row(
                        track.title(),
                        track.bars().stream()
                                .filter(bar -> bar.planned() || !bar.start().isAfter(now))
                                .map(bar -> segment(bar, axis, now, zone)).toList()))
                .toList();
        return new TimelineModel(
                axis.ticks(zone), rows, axis.at(viewing), Format.time(viewing, zone),
                Causes.of(timeline.until(viewing), zone), start, Duration.between(start, end));
    }

    /** A plan may lie far ahead; the axis shows where it leads without making the past small. */
    private static Instant end(Timeline timeline, Instant start, Instant now) {
        boolean planned = timeline.rows().stream().flatMap(track -> track.bars().stream()).anyMatch(Timeline.Bar::planned);
        var length = Duration.between(start, now).toMillis() * (planned ? ROOM_FOR_PLANS : ROOM_AHEAD);
        return start.plusMillis((long) Math.max(length, SHORTEST.toMillis()));
    }

    private static Segment segment(Timeline.Bar bar, Axis axis, Instant now, ZoneId zone) {
        var end = bar.end() == null ? now : bar.end();
        var label = bar.planned() ? bar.label() + " " + Format.time(end, zone) : bar.label();
        var from = bar.planned() ? now : bar.start();
        return new Segment(
                label,
                bar.look(),
                axis.at(from),
                axis.at(end.isBefore(from) ? from : end),
                bar.planned(),
                bar.label() + (bar.planned() ? " " + Format.time(end, zone) : spoken(bar, zone)));
    }

    private static String spoken(Timeline.Bar bar, ZoneId zone) {
        var start = Format.time(bar.start(), zone);
        return bar.end() == null
                ? ", since " + start
                : ", from " + start + ", " + Format.spoken(Duration.between(bar.start(), bar.end()));
    }

    private record Axis(Instant start, Instant end) {
        private static final List<Duration> STEPS = List.of(
                Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2),
                Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1));
        private static final int MOST_TICKS = 6;

        double at(Instant time) {
            double whole = Duration.between(start, end).toMillis();
            return Math.clamp(Duration.between(start, time).toMillis() / whole, 0, 1);
        }

        List<Tick> ticks(ZoneId zone) {
            var whole = Duration.between(start, end);
            var step = STEPS.stream()
                    .filter(candidate -> whole.dividedBy(candidate) <= MOST_TICKS)
                    .findFirst()
                    .orElse(STEPS.getLast());
            var ticks = new ArrayList<Tick>();
            long seconds = step.toSeconds();
            var first = Instant.ofEpochSecond((start.getEpochSecond() + seconds - 1) / seconds * seconds);
            for (var time = first; time.isBefore(end); time = time.plus(step)) {
                var text = Format.time(time, zone);
                ticks.add(new Tick(seconds < 60 ? text : text.substring(0, 5), at(time)));
            }
            return ticks;
        }
    }
}
