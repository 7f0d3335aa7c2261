package companion.desktop.live.act;

import companion.monitor.act.Act;
import companion.monitor.act.ConditionActs;
import companion.monitor.act.DeploymentActs;
import companion.monitor.act.PipelineActs;
import companion.monitor.act.Steering;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be done to a release, in groups.
 *
 * @param stages the names to choose one of
 * @param stage the one that its group is about; empty if there is none
 * @param targets the executions that the stage can be rolled back to, newest first
 */
public record ActsModel(List<String> stages, String stage, List<ExecutionSnapshot> targets, List<Group> groups) {
    public ActsModel {
        stages = List.copyOf(stages);
        targets = List.copyOf(targets);
        groups = List.copyOf(groups);
    }

    public record Group(String title, List<Act> acts) {
        public Group {
            acts = List.copyOf(acts);
        }
    }

    /**
     * What somebody chose and typed.
     *
     * @param stage empty for the one that matters most
     * @param reason of a stop, or of a closed transition
     * @param comment of an approval
     * @param target the id of the execution to roll back to; empty for the newest that can be
     */
    public record Wish(String stage, String reason, String comment, String target) {
        public static final Wish NONE = new Wish("", "", "", "");

        public Wish stage(String name) {
            return new Wish(name, reason, comment, target);
        }
    }

    /** The executions that a stage can be rolled back to. */
    public interface Targets {
        List<ExecutionSnapshot> of(PipelineSnapshot pipeline, StageSnapshot stage);
    }

    public static ActsModel of(ReleaseSnapshot snapshot, Wish wish, Targets rollback) {
        var pipeline = snapshot.pipeline();
        if (pipeline == null) {
            return new ActsModel(List.of(), "", List.of(), List.of());
        }
        var stage = pipeline.stages().stream()
                .filter(each -> each.name().equals(wish.stage()))
                .findFirst()
                .or(() -> urgent(pipeline))
                .orElse(null);
        var targets = stage == null ? List.<ExecutionSnapshot>of() : rollback.of(pipeline, stage);
        var groups = new ArrayList<Group>();
        groups.add(new Group(
                "Execution",
                List.of(
                        PipelineActs.release(pipeline),
                        PipelineActs.stop(pipeline, false, wish.reason()),
                        PipelineActs.stop(pipeline, true, wish.reason()))));
        var approvals = Steering.approvals(pipeline, wish.comment());
        if (!approvals.isEmpty()) {
            groups.add(new Group("Approval", approvals));
        }
        if (stage != null) {
            var target = targets.stream()
                    .filter(each -> wish.target().isEmpty() || each.id().equals(wish.target()))
                    .findFirst()
                    .orElse(null);
            if (ConditionActs.areIn(stage)) {
                groups.add(new Group("Condition", List.of(ConditionActs.override(pipeline, stage))));
            }
            groups.add(new Group(
                    "Stage",
                    List.of(
                            PipelineActs.retryFailed(pipeline, stage),
                            PipelineActs.retryAll(pipeline, stage),
                            PipelineActs.transition(pipeline, stage, wish.reason()),
                            PipelineActs.rollBack(pipeline, stage, target))));
        }
        var deployment = snapshot.deployment();
        groups.add(new Group(
                "Deployment",
                List.of(
                        DeploymentActs.endWait(deployment),
                        DeploymentActs.stop(deployment),
                        DeploymentActs.stopAndRollBack(deployment))));
        return new ActsModel(
                pipeline.stages().stream().map(StageSnapshot::name).toList(),
                stage == null ? "" : stage.name(),
                targets,
                groups);
    }

    /** The stage that failed, or the one where something goes on, or the last. */
    private static Optional<StageSnapshot> urgent(PipelineSnapshot pipeline) {
        return pipeline.stages().stream()
                .filter(each -> each.status() == Status.FAILED && pipeline.isCurrent(each))
                .findFirst()
                .or(() -> pipeline.stages().stream()
                        .filter(each -> each.status() == Status.IN_PROGRESS || each.status() == Status.WAITING)
                        .findFirst())
                .or(() -> pipeline.stages().stream().reduce((first, second) -> second));
    }
}
