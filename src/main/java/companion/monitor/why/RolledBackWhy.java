package companion.monitor.why;

import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.why.Why.Cause;
import companion.monitor.why.Why.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A release that went back although everything says that it succeeded. */
final class RolledBackWhy {
    private RolledBackWhy() {}

    static Optional<Why> of(ReleaseSnapshot release) {
        var pipeline = release.pipeline();
        if (pipeline == null) {
            return Optional.empty();
        }
        for (var stage : pipeline.stages()) {
            for (var action : stage.actions()) {
                if (pipeline.isCurrent(stage) && action.status() == Status.SUCCEEDED) {
                    var why = switch (action.provider()) {
                        case "ECS" -> RollingWhy.rolledBack(release, stage, action);
                        case "CodeDeployToECS", "CodeDeploy" -> deployed(release, action);
                        default -> Optional.<Why>empty();
                    };
                    if (why.isPresent()) {
                        return why;
                    }
                }
            }
        }
        return pipeline.latest()
                .filter(execution -> execution.isRollback() && execution.triggerType().equals("AutomatedRollback"))
                .map(execution -> executed(pipeline, execution));
    }

    private static Optional<Why> deployed(ReleaseSnapshot release, ActionSnapshot action) {
        var deployment = release.deployment();
        if (deployment == null || !deployment.id().equals(action.externalId())
                || deployment.rollbackOf() == null && deployment.rolledBackBy() == null) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        if (!deployment.said().isEmpty()) {
            evidence.add(new Evidence("CodeDeploy", deployment.span().end(), deployment.said()));
        }
        Evidences.add(evidence, action);
        var about = deployment.rollbackOf() != null
                ? "Deployment " + deployment.id() + " is itself the rollback of " + deployment.rollbackOf()
                : "Deployment " + deployment.id() + " was taken back by " + deployment.rolledBackBy();
        return Optional.of(new Why(
                Why.Kind.ROLLED_BACK,
                "Rolled back, although the action says that it succeeded",
                about,
                null,
                List.of(),
                new Cause(
                        "A deployment that rolls another one back ends with success of its own: what ran before runs again, and "
                                + "this commit is not live.",
                        null),
                List.of(Finding.step("Look at why " + (deployment.rollbackOf() == null ? deployment.id() : deployment.rollbackOf())
                        + " failed", "GetDeployment")),
                evidence,
                List.of()));
    }

    private static Why executed(PipelineSnapshot pipeline, ExecutionSnapshot execution) {
        var evidence = new ArrayList<Evidence>();
        if (!execution.said().isEmpty()) {
            evidence.add(new Evidence("CodePipeline", execution.span().start(), execution.said()));
        }
        var failed = pipeline.executions().stream()
                .filter(each -> each.status() == Status.FAILED && !each.isRollback())
                .findFirst();
        failed.ifPresent(each -> evidence.add(new Evidence(
                "CodePipeline", each.span().end(), "execution " + each.id() + " failed" + (each.said().isEmpty() ? "" : ": " + each.said()))));
        return new Why(
                Why.Kind.ROLLED_BACK,
                "The pipeline rolled a stage back by itself",
                "Execution " + execution.id() + " goes back to what execution " + execution.rollbackTo() + " deployed",
                null,
                List.of(),
                new Cause(
                        "The stage declares that it rolls back when it fails, and it failed"
                                + failed.map(each -> " in execution " + each.id()).orElse("")
                                + ". A rollback that succeeds shows as a success; the newer commit is not live.",
                        null),
                List.of(Finding.step("Look at the execution that failed", "ListActionExecutions")),
                evidence,
                List.of());
    }
}
