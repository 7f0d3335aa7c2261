package companion.desktop.live;

import companion.desktop.live.LiveModel.DeploymentHead;
import companion.desktop.live.LiveModel.Head;
import companion.desktop.live.LiveModel.Piece;
import companion.desktop.live.LiveModel.Remark;
import companion.desktop.live.LiveModel.Visitors;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the live view's model of a release. */
final class LiveModels {
    private static final Piece DOT = new Piece("•", false);
    /** The providers of CodePipeline's actions that deploy to ECS, blue/green and rolling. */
    private static final Set<String> DEPLOYS = Set.of("CodeDeployToECS", "ECS");

    private static final Duration STALE = Duration.ofSeconds(30);

    private static final Duration FRESH = Duration.ofSeconds(3);
    /** What of the length of a release is drawn after its end: a twelfth. */
    private static final int AFTERWARDS = 12;

    private final ZoneId zone;
    private final boolean practice;
    private final StageItems stages;
    private final VersionColours colours = new VersionColours();

    /**
     * @param practice whether there is a clock that can jump, and no AWS console
     * @param usual how long stages usually take, by name
     */
    LiveModels(ZoneId zone, boolean practice, Supplier<Map<String, Duration>> usual) {
        this.zone = zone;
        this.practice = practice;
        this.stages = new StageItems(practice, usual);
    }

    /** Takes note of a release, whether it is shown or not. */
    void learn(Release release) {
        colours.learn(release);
    }

    /**
     * @param now the account's time
     * @param age how long ago the release was read, on the clock on the wall
     */
    LiveModel of(Release release, Instant now, Duration age) {
        var end = upTo(release.snapshot().pipeline(), now);
        var timeline = TimelineModel.of(release.timeline(), end, zone);
        return of(release, now, age, end.isBefore(now) ? timeline.timeless() : timeline);
    }

    /**
     * A moment that was, on the timeline of all that came since.
     *
     * @param then when it was
     * @param present what there is now
     * @param now the account's time
     */
    LiveModel of(Release release, Instant then, Release present, Instant now) {
        var model = of(release, then, Duration.ZERO, TimelineModel.of(
                present.timeline(), upTo(present.snapshot().pipeline(), now), then, zone));
        return model.asOf("as it was at " + Format.time(then, zone));
    }

    private LiveModel of(Release release, Instant now, Duration age, TimelineModel timeline) {
        var snapshot = release.snapshot();
        var pipeline = snapshot.pipeline();
        return new LiveModel(
                head(pipeline, now, age),
                snapshot.unread().stream().map(LiveModels::remark).toList(),
                pipeline == null ? List.of() : stages.of(pipeline, snapshot.build(), now),
                deployment(snapshot.deployment(), pipeline),
                DeploymentTrack.of(snapshot.deployment(), now),
                snapshot.taskSets().stream().map(LaneRows::of).toList(),
                LaneRows.weights(release, colours),
                WaitNotes.of(snapshot, now, practice ? zone : null),
                visitors(release),
                timeline);
    }

    /** A release that is over is not drawn ever smaller as time goes on. */
    private static Instant upTo(@Nullable PipelineSnapshot pipeline, Instant now) {
        return pipeline == null
                ? now
                : pipeline.latest()
                        .map(latest -> latest.span())
                        .filter(span -> span.start() != null && span.end() != null)
                        .map(span -> span.end().plus(Duration.between(span.start(), span.end()).dividedBy(AFTERWARDS)))
                        .filter(now::isAfter)
                        .orElse(now);
    }

    private Head head(@Nullable PipelineSnapshot pipeline, Instant now, Duration age) {
        var latest = pipeline == null ? null : pipeline.latest().orElse(null);
        var words = latest == null ? new Words(State.NOT_STARTED, "Not started") : Words.of(latest.status());
        boolean stale = age.compareTo(STALE) > 0;
        return new Head(
                pipeline == null ? "" : pipeline.name(),
                stale ? State.STALE : words.state(),
                words.word(),
                age.compareTo(FRESH) < 0 ? "as of now" : "as of " + Format.words(age) + " ago",
                pipeline == null || latest == null ? List.of() : about(pipeline, latest, now));
    }

    private static Remark remark(Unread unread) {
        return isRefused(unread)
                ? new Remark(State.FAILED, "Can’t read: " + unread.part() + ". " + answer(unread) + " " + remedy(unread))
                : new Remark(
                        State.STALE,
                        unread.part() + " is as it was read before: " + answer(unread) + " " + remedy(unread));
    }

    private static boolean isRefused(Unread unread) {
        return unread.code().contains("AccessDenied") || unread.code().contains("Unauthorized");
    }

    /** What AWS said, as a sentence; not all of its messages end as one. */
    static String answer(Unread unread) {
        var words = unread.code() + ", " + unread.message().strip();
        return words.endsWith(".") ? words : words + ".";
    }

    /** What to do about it. */
    static String remedy(Unread unread) {
        return isRefused(unread) ? "Allow it, or use another profile." : "Reading goes on by itself.";
    }

    private List<Piece> about(PipelineSnapshot pipeline, ExecutionSnapshot latest, Instant now) {
        var pieces = new ArrayList<Piece>();
        if (latest.commitMessage() != null && latest.commitId() != null) {
            pieces.add(new Piece(latest.commitMessage().lines().findFirst().orElse(""), false));
            pieces.add(new Piece(Words.start(latest.commitId(), 7), true));
            pieces.add(DOT);
        }
        pieces.add(new Piece("execution", false));
        pieces.add(new Piece(Words.start(latest.id(), 8), true));
        if (latest.span().start() != null) {
            pieces.add(DOT);
            pieces.add(new Piece("started", false));
            pieces.add(new Piece(Format.time(latest.span().start(), zone), true));
            pieces.add(new Piece(trigger(latest), false));
        }
        latest.span().length(now).ifPresent(length -> {
            pieces.add(DOT);
            pieces.add(new Piece(latest.status().isOver() ? "took" : "running for", false));
            pieces.add(new Piece(Format.minutes(length), true));
        });
        pieces.add(DOT);
        pieces.add(new Piece(pipeline.type() + ", " + pipeline.executionMode(), false));
        return pieces;
    }

    private static String trigger(ExecutionSnapshot execution) {
        return switch (execution.triggerType()) {
            case "CloudWatchEvent", "PollForSourceChanges" -> "by a push";
            case "CreatePipeline" -> "when the pipeline was created";
            case "StartPipelineExecution" -> "by hand";
            case "ManualRollback" -> "as a rollback by hand";
            case "AutomatedRollback" -> "as an automatic rollback";
            default -> "";
        };
    }

    private static DeploymentHead deployment(@Nullable DeploymentSnapshot deployment, @Nullable PipelineSnapshot pipeline) {
        if (deployment == null) {
            var after = pipeline == null ? "" : beforeDeploy(pipeline);
            var when = after.isEmpty() ? "" : " It starts when " + after + " has succeeded.";
            return new DeploymentHead("", State.NOT_STARTED, "No deployment yet." + when, "");
        }
        boolean back = deployment.rollbackOf() != null && deployment.status() == Status.SUCCEEDED;
        var words = back ? new Words(State.ROLLED_BACK, "Rolled back") : Words.of(deployment.status());
        return new DeploymentHead(
                deployment.id(), words.state(), words.word(), deployment.group() + ", " + deployment.configuration());
    }

    /** The stage before the first that deploys to ECS; empty if there is none. */
    private static String beforeDeploy(PipelineSnapshot pipeline) {
        var before = "";
        for (var stage : pipeline.stages()) {
            if (stage.actions().stream().anyMatch(action -> DEPLOYS.contains(action.provider()))) {
                return before;
            }
            before = stage.name();
        }
        return "";
    }

    private Visitors visitors(Release release) {
        var tiles = release.visits().stream().map(colours::tile).toList();
        return new Visitors(
                release.snapshot().url(),
                tiles,
                release.dropped() == 0 ? "" : Format.count(release.dropped(), "visitor") + " got an error",
                VersionColours.spoken(tiles));
    }
}
