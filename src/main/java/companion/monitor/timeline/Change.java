package companion.monitor.timeline;

import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import java.time.Instant;

/**
 * One thing that changed from one snapshot to a later one. {@code at} is AWS's own time where it dates the change, and otherwise
 * the moment at which it was seen.
 */
public sealed interface Change {
    Instant at();

    Layer layer();

    /** What changed, in a few plain words: {@code AllowTraffic began}. */
    String words();

    /** Among changes of the same moment, what causes others comes first: an outer thing begins before an inner one and ends after. */
    default int order() {
        return switch (this) {
            case ExecutionStarted _ -> 0;
            case StageChanged stage -> stage.to().isOver() ? 21 : 1;
            case ActionChanged action -> action.to().isOver() ? 20 : 2;
            case ExecutionEnded _ -> 22;
            case DeploymentChanged deployment -> deployment.to().isOver() ? 19 : 3;
            case RolloutChanged rollout -> rollout.to().isOver() ? 19 : 3;
            case WaitEnded _ -> 4;
            case BuildPhaseChanged phase -> phase.to().isOver() ? 5 : 6;
            case LifecycleChanged event -> event.to().isOver() ? 5 : 6;
            case RollbackBegan _ -> 2;
            case TransitionChanged _, ConditionChanged _, WaitBegan _ -> 7;
            case TaskSetAppeared _ -> 8;
            case TasksChanged _, TaskStopped _ -> 9;
            case RequestedShifted _ -> 10;
            case RoutedShifted _ -> 11;
            case HealthChanged _ -> 12;
            case TaskSetGone _ -> 13;
        };
    }

    /** Where it changed; each layer moves the ones that follow it. */
    enum Layer {
        PIPELINE,
        BUILD,
        DEPLOYMENT,
        TASKS,
        LISTENER,
        TARGETS
    }

    /** Of the pipeline. */
    sealed interface PipelineChange extends Change {
        @Override
        default Layer layer() {
            return Layer.PIPELINE;
        }
    }

    record ExecutionStarted(Instant at, ExecutionSnapshot execution) implements PipelineChange {
        @Override
        public String words() {
            return (execution.isRollback() ? "rollback" : "execution") + " started"
                    + (execution.commitMessage() == null ? "" : ": " + execution.commitMessage());
        }
    }

    record ExecutionEnded(Instant at, String id, Status status) implements PipelineChange {
        @Override
        public String words() {
            return "execution " + Words.of(status);
        }
    }

    record StageChanged(Instant at, String stage, Status from, Status to) implements PipelineChange {
        @Override
        public String words() {
            return "stage " + stage + " " + Words.of(to);
        }
    }

    /** @param message of its failure, or its summary; empty if it gives none */
    record ActionChanged(
            Instant at, String stage, String action, String provider, Status from, Status to, String message)
            implements PipelineChange {
        @Override
        public String words() {
            return action + " " + Words.of(to) + (to == Status.FAILED && !message.isEmpty() ? ": " + message : "");
        }
    }

    record ConditionChanged(Instant at, String stage, Condition.When when, Status to, String summary)
            implements PipelineChange {
        @Override
        public String words() {
            var name = switch (when) {
                case BEFORE_ENTRY -> "entry condition";
                case ON_SUCCESS -> "success condition";
                case ON_FAILURE -> "failure condition";
            };
            return name + " of " + stage + " " + Words.of(to) + (summary.isEmpty() ? "" : ": " + summary);
        }
    }

    /** @param reason empty while it is enabled */
    record TransitionChanged(Instant at, String stage, boolean enabled, String reason) implements PipelineChange {
        @Override
        public String words() {
            return "transition into " + stage + (enabled ? " enabled" : " disabled: " + reason);
        }
    }

    record BuildPhaseChanged(Instant at, String phase, Status from, Status to, String context) implements Change {
        @Override
        public Layer layer() {
            return Layer.BUILD;
        }

        @Override
        public String words() {
            return phase + " " + Words.of(to) + (context.isEmpty() ? "" : ": " + context);
        }
    }

    /** Of the deployment. */
    sealed interface DeploymentChange extends Change {
        @Override
        default Layer layer() {
            return Layer.DEPLOYMENT;
        }
    }

    record DeploymentChanged(Instant at, String id, Status from, Status to, String message) implements DeploymentChange {
        @Override
        public String words() {
            return "deployment " + Words.of(to) + (message.isEmpty() ? "" : ": " + message);
        }
    }

    record LifecycleChanged(Instant at, String event, Status from, Status to, String message)
            implements DeploymentChange {
        @Override
        public String words() {
            return event + " " + Words.of(to) + (message.isEmpty() ? "" : ": " + message);
        }
    }

    record WaitBegan(Instant at, Wait waiting) implements DeploymentChange {
        @Override
        public String words() {
            return switch (waiting.kind()) {
                case READY -> "waits before traffic moves";
                case TERMINATION -> "waits before the original task set goes";
            };
        }
    }

    record WaitEnded(Instant at, Wait.Kind kind) implements DeploymentChange {
        @Override
        public String words() {
            return "the wait ended";
        }
    }

    /** @param by the deployment that rolls back */
    record RollbackBegan(Instant at, String by, String of) implements DeploymentChange {
        @Override
        public String words() {
            return "rollback began: " + by + " takes back " + of;
        }
    }

    /** A rolling deployment's state. */
    record RolloutChanged(Instant at, String id, String taskDefinition, Status from, Status to, String reason)
            implements DeploymentChange {
        @Override
        public String words() {
            return "rollout of " + taskDefinition + " " + Words.of(to)
                    + (to == Status.FAILED && !reason.isEmpty() ? ": " + reason : "");
        }
    }

    /** Of the tasks. */
    sealed interface TasksChange extends Change {
        @Override
        default Layer layer() {
            return Layer.TASKS;
        }
    }

    record TaskSetAppeared(Instant at, String id, Colour colour, String taskDefinition) implements TasksChange {
        @Override
        public String words() {
            return Words.of(colour) + " task set of " + taskDefinition + " appeared";
        }
    }

    record TaskSetGone(Instant at, String id, Colour colour) implements TasksChange {
        @Override
        public String words() {
            return Words.of(colour) + " task set is gone";
        }
    }

    /** @param of {@code Blue}, {@code Green}, or the task definition of a rolling deployment */
    record TasksChanged(Instant at, String of, int from, int to, int desired) implements TasksChange {
        @Override
        public String words() {
            return of + " runs " + to + " of " + desired;
        }
    }

    /** @param of the task definition */
    record TaskStopped(Instant at, String of, String task, String code, String reason) implements TasksChange {
        @Override
        public String words() {
            return "task of " + of + " stopped" + (reason.isEmpty() ? "" : ": " + reason);
        }
    }

    /** Of the traffic, in percent that Green gets. */
    sealed interface TrafficChange extends Change {
        @Override
        default Layer layer() {
            return Layer.LISTENER;
        }
    }

    record RequestedShifted(Instant at, int from, int to) implements TrafficChange {
        @Override
        public String words() {
            return to + " % requested for Green";
        }
    }

    record RoutedShifted(Instant at, int from, int to) implements TrafficChange {
        @Override
        public String words() {
            return to == 0 ? "listener to Blue 100 %" : "listener to Green " + to + " %";
        }
    }

    /**
     * @param of {@code Blue}, {@code Green}, or the task definition of a rolling deployment
     * @param reason why a target is not healthy; empty if none is, or AWS gives none
     */
    record HealthChanged(Instant at, String of, int from, int to, int tasks, String reason) implements Change {
        @Override
        public Layer layer() {
            return Layer.TARGETS;
        }

        @Override
        public String words() {
            return of + " " + to + " of " + tasks + " healthy" + (reason.isEmpty() ? "" : ": " + reason);
        }
    }
}
