package companion.monitor.why;

import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out why a release failed, or why it is not what it seems: joins what all services say of it. */
public final class Diagnosis {
    private Diagnosis() {}

    /**
     * Why the latest execution failed; or that it went back although it says that it succeeded; or that it succeeded only because
     * nobody looked before the traffic moved.
     *
     * @param log of the release's build
     * @return empty while nothing is wrong
     */
    public static Optional<Why> of(ReleaseSnapshot release, Log log) {
        var pipeline = release.pipeline();
        if (pipeline == null) {
            return Optional.empty();
        }
        return pipeline.stages().stream()
                .filter(stage -> stage.status() == Status.FAILED && pipeline.isCurrent(stage))
                .findFirst()
                .map(stage -> failed(release, stage, log))
                .or(() -> RolledBackWhy.of(release))
                .or(() -> TrapWhy.of(release));
    }

    private static Why failed(ReleaseSnapshot release, StageSnapshot stage, Log log) {
        var action = stage.actions().stream()
                .filter(each -> each.status() == Status.FAILED)
                .min(Comparator.comparing(
                        (ActionSnapshot each) -> each.span().end(), Comparator.nullsLast(Comparator.naturalOrder())));
        if (action.isEmpty()) {
            return ConditionWhy.of(stage).orElseGet(() -> unknown(stage));
        }
        var failed = action.get();
        return switch (failed.provider()) {
            case "CodeBuild" -> BuildWhy.of(release, stage, failed, log);
            case "CodeDeployToECS", "CodeDeploy" -> DeployWhy.of(release, stage, failed);
            case "ECS" -> RollingWhy.failed(release, stage, failed);
            default -> ActionWhy.of(stage, failed);
        };
    }

    private static Why unknown(StageSnapshot stage) {
        return new Why(
                Why.Kind.FAILED, stage.name() + " failed", "AWS names no action that failed", null, List.of(), null,
                Evidences.next(Optional.empty(), stage, true), List.of(), List.of());
    }
}
