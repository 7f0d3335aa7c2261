package companion.monitor.timeline;

import companion.monitor.snapshot.Status;
import companion.monitor.timeline.Change.ActionChanged;
import companion.monitor.timeline.Change.BuildPhaseChanged;
import companion.monitor.timeline.Change.ConditionChanged;
import companion.monitor.timeline.Change.DeploymentChanged;
import companion.monitor.timeline.Change.ExecutionEnded;
import companion.monitor.timeline.Change.ExecutionStarted;
import companion.monitor.timeline.Change.HealthChanged;
import companion.monitor.timeline.Change.LifecycleChanged;
import companion.monitor.timeline.Change.RequestedShifted;
import companion.monitor.timeline.Change.RollbackBegan;
import companion.monitor.timeline.Change.RolloutChanged;
import companion.monitor.timeline.Change.RoutedShifted;
import companion.monitor.timeline.Change.StageChanged;
import companion.monitor.timeline.Change.TaskSetAppeared;
import companion.monitor.timeline.Change.TaskSetGone;
import companion.monitor.timeline.Change.TaskStopped;
import companion.monitor.timeline.Change.TasksChanged;
import companion.monitor.timeline.Change.TransitionChanged;
import companion.monitor.timeline.Change.WaitBegan;
import companion.monitor.timeline.Change.WaitEnded;
import companion.monitor.timeline.Story.Event;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which earlier change caused one: the newest that can have. */
final class Cause {
    private static final Set<String> DEPLOYS = Set.of("CodeDeployToECS", "CodeDeploy", "ECS");

    private Cause() {}

    static @Nullable Event of(Change change, List<Event> earlier) {
        for (var event : earlier.reversed()) {
            if (causes(event.change(), change)) {
                return event;
            }
        }
        return null;
    }

    private static boolean causes(Change earlier, Change change) {
        if (earlier.at().isAfter(change.at())) {
            return false;
        }
        return switch (change) {
            case ExecutionStarted _, TransitionChanged _ -> false;
            case ExecutionEnded ended -> earlier instanceof StageChanged stage && stage.to() == ended.status();
            case StageChanged stage -> stageCause(earlier, stage);
            case ActionChanged action -> actionCause(earlier, action);
            case ConditionChanged condition ->
                earlier instanceof StageChanged stage && stage.stage().equals(condition.stage());
            case BuildPhaseChanged _ -> begins(earlier, Set.of("CodeBuild"));
            case DeploymentChanged deployment -> deployment.to().isOver()
                    ? earlier instanceof LifecycleChanged event && event.to() == deployment.to()
                            || earlier instanceof WaitEnded
                    : begins(earlier, DEPLOYS) || earlier instanceof RollbackBegan back && back.by().equals(deployment.id());
            case LifecycleChanged event -> lifecycleCause(earlier, event);
            case WaitBegan _ -> earlier instanceof LifecycleChanged event && event.to().isOver();
            case WaitEnded ended -> earlier instanceof WaitBegan began && began.waiting().kind() == ended.kind();
            case RollbackBegan _ -> earlier instanceof DeploymentChanged deployment && deployment.to().isOver();
            case RolloutChanged rollout -> rollout.to() == Status.FAILED
                    ? earlier instanceof TaskStopped || earlier instanceof HealthChanged
                    : begins(earlier, DEPLOYS);
            case TaskSetAppeared _ -> earlier instanceof LifecycleChanged event && event.to() == Status.IN_PROGRESS;
            case TaskSetGone _ -> earlier instanceof WaitEnded || earlier instanceof DeploymentChanged;
            case TasksChanged tasks -> earlier instanceof TaskSetAppeared set && Words.of(set.colour()).equals(tasks.of())
                    || earlier instanceof RolloutChanged
                    || earlier instanceof TaskStopped
                    || earlier instanceof WaitEnded;
            case TaskStopped task -> earlier instanceof HealthChanged health && health.of().equals(task.of())
                    || earlier instanceof RolloutChanged
                    || earlier instanceof WaitEnded
                    || earlier instanceof RollbackBegan
                    || earlier instanceof TaskSetAppeared set && set.taskDefinition().equals(task.of());
            case RequestedShifted _ -> earlier instanceof RollbackBegan
                    || earlier instanceof LifecycleChanged event && event.event().equals("AllowTraffic");
            case RoutedShifted routed -> earlier instanceof RequestedShifted requested && requested.to() == routed.to()
                    || earlier instanceof RollbackBegan
                    || earlier instanceof LifecycleChanged event && event.event().equals("AllowTraffic");
            case HealthChanged health -> earlier instanceof RoutedShifted
                    || earlier instanceof TasksChanged tasks && tasks.of().equals(health.of());
        };
    }

    private static boolean stageCause(Change earlier, StageChanged stage) {
        return stage.to() == Status.IN_PROGRESS
                ? earlier instanceof ExecutionStarted
                        || earlier instanceof StageChanged other
                                && !other.stage().equals(stage.stage())
                                && other.to() == Status.SUCCEEDED
                : earlier instanceof ActionChanged action
                        && action.stage().equals(stage.stage())
                        && action.to() == stage.to();
    }

    private static boolean actionCause(Change earlier, ActionChanged action) {
        if (!action.to().isOver()) {
            return earlier instanceof StageChanged stage && stage.stage().equals(action.stage())
                    || earlier instanceof ExecutionStarted;
        }
        return switch (earlier) {
            case BuildPhaseChanged phase -> action.provider().equals("CodeBuild") && phase.to() == action.to();
            case DeploymentChanged deployment -> DEPLOYS.contains(action.provider()) && deployment.to() == action.to();
            case RolloutChanged rollout -> action.provider().equals("ECS") && rollout.to() == action.to();
            case ActionChanged began -> began.action().equals(action.action()) && began.stage().equals(action.stage());
            default -> false;
        };
    }

    private static boolean lifecycleCause(Change earlier, LifecycleChanged event) {
        if (event.to() == Status.FAILED) {
            return earlier instanceof HealthChanged || earlier instanceof TaskStopped || isSame(earlier, event);
        }
        return event.to() == Status.IN_PROGRESS ? begins(earlier, DEPLOYS) || earlier instanceof WaitEnded : isSame(earlier, event);
    }

    private static boolean isSame(Change earlier, LifecycleChanged event) {
        return earlier instanceof LifecycleChanged began && began.event().equals(event.event());
    }

    private static boolean begins(Change earlier, Set<String> providers) {
        return earlier instanceof ActionChanged action
                && action.to() == Status.IN_PROGRESS
                && providers.contains(action.provider());
    }
}
