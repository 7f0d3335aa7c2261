package companion.monitor.timeline;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TrafficStep;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import companion.monitor.timeline.Timeline.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins snapshots into a timeline. What AWS dates itself is drawn from its times; what it only shows as a state (weights,
 * health, task counts) from the moments at which it was seen to change. Not thread-safe.
 */
public final class TimelineRecorder {
    /** Of one row; the oldest ones go, where tasks come and go for hours. */
    private static final int BARS = 500;

    private final Map<Row, List<Bar>> seen = new EnumMap<>(Row.class);
    private final Attempts stages = new Attempts();
    private final Attempts deployments = new Attempts();
    private final Waits waits = new Waits();
    private @Nullable String execution;

    /** The timeline with this snapshot; a new execution starts a new one. */
    public Timeline add(ReleaseSnapshot snapshot) {
        var pipeline = snapshot.pipeline();
        var latest = pipeline == null ? null : pipeline.latest().orElse(null);
        if (latest == null) {
            return Timeline.EMPTY;
        }
        if (!latest.id().equals(execution)) {
            execution = latest.id();
            seen.clear();
            stages.clear();
            deployments.clear();
        }
        waits.see(snapshot.deployment(), snapshot.asOf());
        var start = latest.span().start();
        var rolling = snapshot.rolling();
        boolean past = isOfAnEarlierRelease(snapshot.deployment(), start);
        see(Row.LISTENER, snapshot.asOf(), listener(snapshot, past));
        if (rolling == null) {
            see(Row.GREEN_TASKS, snapshot.asOf(), past ? null : tasks(snapshot));
            see(Row.GREEN_TARGETS, snapshot.asOf(), past ? null : targets(snapshot));
        } else {
            see(Row.GREEN_TASKS, snapshot.asOf(), RollingBars.tasks(rolling, start, snapshot.asOf()));
            see(Row.GREEN_TARGETS, snapshot.asOf(), RollingBars.targets(rolling, start, snapshot.asOf()));
        }
        var tracks = Arrays.stream(Row.values())
                .map(row -> new Track(row, rolling == null ? row.title() : RollingBars.title(row), switch (row) {
                    case PIPELINE -> stages(pipeline, latest.id(), snapshot.asOf());
                    case DEPLOYMENT ->
                        rolling == null ? deployment(snapshot, start) : RollingBars.rollouts(rolling, start);
                    default -> seen.getOrDefault(row, List.of());
                }))
                .toList();
        return new Timeline(tracks, start);
    }

    private List<Bar> stages(PipelineSnapshot pipeline, String executionId, Instant asOf) {
        return pipeline.stages().stream()
                .filter(stage -> executionId.equals(stage.executionId()) && stage.span().start() != null)
                .flatMap(stage -> {
                    var span = stage.span();
                    var bar = new Bar(stage.name(), look(stage.status()), span.start(), span.end(), false);
                    return stages.all(stage.name(), span.start().toString(), List.of(bar), asOf).stream();
                })
                .sorted(Comparator.comparing(Bar::start))
                .toList();
    }

    private List<Bar> deployment(ReleaseSnapshot snapshot, @Nullable Instant releaseStart) {
        var deployment = snapshot.deployment();
        if (deployment == null
                || releaseStart == null
                || deployment.span().start() == null
                || isOfAnEarlierRelease(deployment, releaseStart)) {
            return List.of();
        }
        var bars = new ArrayList<Bar>();
        for (var event : deployment.events()) {
            // An event without a hook passes at once; its sliver of a bar would only hide its neighbours.
            if (event.span().start() != null && !event.passes()) {
                bars.add(new Bar(event.name(), look(event.status()), event.span().start(), event.span().end(), false));
            }
        }
        bars.addAll(waits.bars());
        int green = snapshot.taskSet(Colour.GREEN).map(TaskSetSnapshot::requested).orElse(0);
        TrafficStep.of(deployment, green)
                .map(step -> new Bar(
                        step.next() + " % at", Look.PLAIN, step.at().minus(step.interval()), step.at(), true))
                .ifPresent(bars::add);
        return deployments.all("", deployment.id(), bars, snapshot.asOf());
    }

    private static @Nullable Bar tasks(ReleaseSnapshot snapshot) {
        return snapshot.taskSet(Colour.GREEN)
                .filter(set -> !set.tasks().isEmpty())
                .map(set -> {
                    long running = set.tasks().stream()
                            .filter(task -> task.lastStatus().equals("RUNNING"))
                            .count();
                    return running == 0
                            ? bar("starting", Look.PLAIN, snapshot)
                            : bar(running + " RUNNING", Look.GREEN, snapshot);
                })
                .orElse(null);
    }

    /** What was Green for the release before runs now, and will be Blue for this one. */
    private static boolean isOfAnEarlierRelease(@Nullable DeploymentSnapshot deployment, @Nullable Instant releaseStart) {
        return deployment != null
                && releaseStart != null
                && deployment.span().start() != null
                && deployment.span().start().isBefore(releaseStart);
    }

    /** @param past whether the task sets are those of an earlier release */
    private static @Nullable Bar listener(ReleaseSnapshot snapshot, boolean past) {
        if (snapshot.taskSets().isEmpty()) {
            return null;
        }
        int green = snapshot.taskSet(Colour.GREEN).map(TaskSetSnapshot::routed).orElse(0);
        return switch (green) {
            case 0 -> bar("Blue 100 %", Look.BLUE, snapshot);
            case 100 -> past ? bar("Blue 100 %", Look.BLUE, snapshot) : bar("Green 100 %", Look.GREEN, snapshot);
            default -> bar("Blue " + (100 - green) + ", Green " + green, Look.BLUE, snapshot);
        };
    }

    private static @Nullable Bar targets(ReleaseSnapshot snapshot) {
        return snapshot.taskSet(Colour.GREEN)
                .filter(set -> !set.tasks().isEmpty())
                .map(set -> set.healthy() > 0
                        ? bar(set.healthy() + " healthy", Look.GREEN, snapshot)
                        : bar(set.tasks().getFirst().health().toLowerCase(Locale.ROOT), Look.PLAIN, snapshot))
                .orElse(null);
    }

    private static Bar bar(String label, Look look, ReleaseSnapshot snapshot) {
        return new Bar(label, look, snapshot.asOf(), null, false);
    }

    /** Goes on with the last bar if it says the same, and otherwise ends it and begins the next. */
    private void see(Row row, Instant at, @Nullable Bar now) {
        var bars = seen.computeIfAbsent(row, key -> new ArrayList<>());
        var last = bars.isEmpty() ? null : bars.getLast();
        boolean open = last != null && last.end() == null;
        if (open && (now == null || !last.label().equals(now.label()))) {
            bars.set(bars.size() - 1, new Bar(last.label(), last.look(), last.start(), at, false));
            open = false;
        }
        if (now != null && !open) {
            bars.add(now);
        }
        if (bars.size() > BARS) {
            bars.removeFirst();
        }
    }

    private static Look look(Status status) {
        return switch (status) {
            case SUCCEEDED, SKIPPED -> Look.DONE;
            case FAILED -> Look.FAILED;
            case WAITING -> Look.WAITING;
            case IN_PROGRESS -> Look.RUNNING;
            case NOT_STARTED, STOPPED, SUPERSEDED, UNKNOWN -> Look.PLAIN;
        };
    }
}
