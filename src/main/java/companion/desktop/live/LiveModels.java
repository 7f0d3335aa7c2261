package companion.desktop.live;

import companion.desktop.live.LiveModel.DeploymentHead;
import companion.desktop.live.LiveModel.Dot;
import companion.desktop.live.LiveModel.Lane;
import companion.desktop.live.LiveModel.Piece;
import companion.desktop.live.LiveModel.StageCard;
import companion.desktop.live.LiveModel.Tile;
import companion.desktop.live.LiveModel.Visitors;
import companion.desktop.live.LiveModel.WeightRow;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.DeploymentSnapshot;
import companion.monitor.PipelineSnapshot;
import companion.monitor.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.PipelineSnapshot.StageSnapshot;
import companion.monitor.Release;
import companion.monitor.Status;
import companion.monitor.TaskSetSnapshot;
import companion.monitor.TaskSetSnapshot.Colour;
import companion.monitor.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the live view's model of a release. */
final class LiveModels {
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final int DOTS = 8;

    private final ZoneId zone;
    private final VersionColours colours = new VersionColours();
    private final Map<String, Duration> usual;

    /** @param usual how long stages usually take, by name */
    LiveModels(ZoneId zone, Map<String, Duration> usual) {
        this.zone = zone;
        this.usual = Map.copyOf(usual);
    }

    /** @param now the account's time */
    LiveModel of(Release release, Instant now) {
        var snapshot = release.snapshot();
        var pipeline = snapshot.pipeline();
        var latest = pipeline == null ? null : pipeline.latest().orElse(null);
        var look = latest == null ? new Words(State.NOT_STARTED, "Not started") : Words.of(latest.status());
        var age = Duration.between(snapshot.asOf(), now);
        boolean stale = age.compareTo(STALE) > 0;
        return new LiveModel(
                pipeline == null ? "" : pipeline.name(),
                stale ? State.STALE : look.state(),
                look.word(),
                "as of " + Format.words(age.isNegative() ? Duration.ZERO : age) + " ago",
                stale || !snapshot.unread().isEmpty(),
                about(pipeline, latest, now),
                pipeline == null ? List.of() : stages(pipeline, now),
                head(snapshot.deployment()),
                DeploymentTrack.of(snapshot.deployment(), now),
                snapshot.taskSets().stream().map(LiveModels::lane).toList(),
                weights(release),
                WaitNotes.of(snapshot.deployment(), now),
                visitors(release),
                TimelineModel.of(release.timeline(), now, zone));
    }

    private List<Piece> about(@Nullable PipelineSnapshot pipeline, @Nullable ExecutionSnapshot latest, Instant now) {
        if (pipeline == null || latest == null) {
            return List.of();
        }
        var pieces = new ArrayList<Piece>();
        if (latest.commitMessage() != null && latest.commitId() != null) {
            pieces.add(new Piece(latest.commitMessage().lines().findFirst().orElse(""), false));
            pieces.add(new Piece(shortened(latest.commitId(), 7), true));
        }
        pieces.add(new Piece("• execution", false));
        pieces.add(new Piece(shortened(latest.id(), 8), true));
        if (latest.span().start() != null) {
            pieces.add(new Piece("• started", false));
            pieces.add(new Piece(Format.time(latest.span().start(), zone), true));
            pieces.add(new Piece(trigger(latest), false));
        }
        latest.span().length(now).ifPresent(length -> {
            pieces.add(new Piece(latest.status().isOver() ? "• took" : "• running for", false));
            pieces.add(new Piece(Format.minutes(length), true));
        });
        pieces.add(new Piece("• " + pipeline.type() + ", " + pipeline.executionMode(), false));
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

    private List<StageCard> stages(PipelineSnapshot pipeline, Instant now) {
        return pipeline.stages().stream().map(stage -> stage(stage, now)).toList();
    }

    private StageCard stage(StageSnapshot stage, Instant now) {
        var look = Words.of(stage.status());
        var length = stage.span().length(now);
        var expected = usual.get(stage.name());
        var action = stage.actions().stream().findFirst().orElse(null);
        double progress = stage.status() == Status.IN_PROGRESS && expected != null && length.isPresent()
                ? Math.min(1, length.get().toMillis() / (double) expected.toMillis())
                : -1;
        var took = length.map(Format::minutes).orElse("");
        return new StageCard(
                stage.name(),
                look.state(),
                look.word(),
                took,
                expected == null ? "" : "usually " + Format.minutes(expected),
                action == null ? "" : Providers.title(action),
                action == null ? "" : Providers.link(action),
                progress,
                stage.inbound().enabled(),
                stage.inboundExecutionId() == null ? "" : shortened(stage.inboundExecutionId(), 8) + " waits",
                stage.name() + ", " + look.word() + (took.isEmpty() ? "" : ", " + took));
    }

    private static DeploymentHead head(@Nullable DeploymentSnapshot deployment) {
        if (deployment == null) {
            return new DeploymentHead("", State.NOT_STARTED, "", "");
        }
        var look = deployment.rollbackOf() != null && deployment.status() == Status.SUCCEEDED
                ? new Words(State.ROLLED_BACK, "Rolled back")
                : Words.of(deployment.status());
        return new DeploymentHead(
                deployment.id(), look.state(), look.word(), deployment.group() + ", " + deployment.configuration());
    }

    private static Lane lane(TaskSetSnapshot set) {
        boolean green = set.colour() == Colour.GREEN;
        var dots = set.tasks().stream().limit(DOTS).map(LiveModels::dot).toList();
        int more = set.tasks().size() - dots.size();
        var role = green ? "replacement" : "original";
        var healthy = set.healthy() + "/" + set.desired();
        return new Lane(
                green,
                role,
                set.taskDefinition(),
                set.image(),
                set.status(),
                set.targetGroup(),
                dots,
                more > 0 ? "+" + more : "",
                set.requested() + " %",
                set.routed() + " %",
                healthy,
                (green ? "Green" : "Blue") + ", " + role + ", requested " + set.requested() + ", routed " + set.routed()
                        + " percent, " + set.healthy() + " of " + set.desired() + " healthy");
    }

    private static Dot dot(TaskSnapshot task) {
        var state = switch (task.health()) {
            case "healthy" -> State.OK;
            case "unhealthy" -> State.FAILED;
            case "draining" -> State.WAITING;
            case "unused" -> State.NOT_STARTED;
            case "STOPPED", "STOPPING", "DEPROVISIONING", "DEACTIVATING" -> State.STOPPED;
            default -> State.RUNNING;
        };
        var label = shortened(task.id(), 4);
        return new Dot(state, label, "Task " + label + ", " + task.health() + (task.reason().isEmpty() ? "" : ", " + task.reason()));
    }

    private List<WeightRow> weights(Release release) {
        var snapshot = release.snapshot();
        var blue = snapshot.taskSet(Colour.BLUE);
        var green = snapshot.taskSet(Colour.GREEN);
        boolean known = !snapshot.taskSets().isEmpty();
        int requested = green.map(TaskSetSnapshot::requested).orElse(0);
        int routed = green.map(TaskSetSnapshot::routed).orElse(0);
        boolean visited = release.visits().stream().anyMatch(visit -> !visit.version().isEmpty());
        int seen = colours.greenShare(release.visits());
        int blueRouted = blue.map(TaskSetSnapshot::routed).orElse(green.isPresent() ? 0 : 100);
        return List.of(
                new WeightRow("Requested", 100 - requested, requested, known, "CodeDeploy"),
                new WeightRow("Routed", blueRouted, routed, known && blueRouted + routed > 0, "listener"),
                new WeightRow("Seen", 100 - seen, seen, visited, "last " + release.visits().size() + " visits"));
    }

    private Visitors visitors(Release release) {
        var tiles = release.visits().stream().map(colours::tile).toList();
        long errors = release.visits().stream().filter(Visit::isDropped).count();
        long green = tiles.stream().filter(tile -> tile.kind() == Tile.Kind.GREEN).count();
        return new Visitors(
                release.snapshot().url(),
                tiles,
                "Last " + tiles.size() + " visits: " + (tiles.size() - green - errors) + " Blue, " + green + " Green, "
                        + (errors == 0 ? "no errors" : errors + " errors"));
    }

    static String shortened(String id, int length) {
        return id.length() <= length ? id : id.substring(0, length);
    }
}
