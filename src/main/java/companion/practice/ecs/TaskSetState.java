package companion.practice.ecs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/**
 * The tasks of a service that run one task definition. Under the ECS controller it is a deployment, under the others a
 * task set; both bear an id of the form {@code ecs-svc/…}.
 */
final class TaskSetState {
    final ServiceState service;
    final TaskDefinition definition;

    /** Those that have not stopped. */
    final List<TaskState> tasks = new ArrayList<>();

    /** All but the counts. */
    TaskSet spec;

    DeploymentRolloutState rollout = DeploymentRolloutState.IN_PROGRESS;
    String rolloutReason;

    /** Failed starts since the deployment began, as a description shows them. */
    int failedTasks;

    /** Failed starts since something last went well; they space out the next tries. */
    int failuresInARow;

    /** No task is started before this time; null if nothing holds back. */
    @Nullable Instant notBefore;

    TaskSetState(ServiceState service, TaskDefinition definition, TaskSet spec) {
        this.service = service;
        this.definition = definition;
        this.spec = spec;
        this.rolloutReason = "ECS deployment " + spec.id() + " in progress.";
    }

    String id() {
        return spec.id();
    }

    boolean isPrimary() {
        return "PRIMARY".equals(spec.status());
    }

    boolean isDraining() {
        return "DRAINING".equals(spec.status());
    }

    void status(String status, Instant at) {
        spec = spec.toBuilder().status(status).updatedAt(at).build();
    }

    List<TaskState> wanted() {
        return tasks.stream().filter(t -> t.wants(DesiredStatus.RUNNING)).toList();
    }

    int running() {
        return (int) tasks.stream().filter(TaskState::isRunning).count();
    }

    int pending() {
        return (int) tasks.stream().filter(TaskState::isPending).count();
    }

    int serving() {
        return (int) tasks.stream().filter(TaskState::isServing).count();
    }

    /** How many tasks a task set is to have: its share of the service's, rounded up. */
    int computedDesired(int serviceDesired) {
        return isDraining() ? 0 : (int) Math.ceil(serviceDesired * spec.scale().value() / 100);
    }

    void stability(StabilityStatus status, Instant at) {
        if (spec.stabilityStatus() != status) {
            spec = spec.toBuilder().stabilityStatus(status).stabilityStatusAt(at).updatedAt(at).build();
        }
    }

    TaskSet describe() {
        return spec.toBuilder().pendingCount(pending()).runningCount(running()).build();
    }

    Deployment describeDeployment(int serviceDesired) {
        return Deployment.builder()
                .id(spec.id())
                .status(spec.status())
                .taskDefinition(spec.taskDefinition())
                .desiredCount(isPrimary() ? serviceDesired : 0)
                .pendingCount(pending())
                .runningCount(running())
                .failedTasks(failedTasks)
                .createdAt(spec.createdAt())
                .updatedAt(spec.updatedAt())
                .launchType(spec.launchType())
                .capacityProviderStrategy(spec.capacityProviderStrategy())
                .platformVersion(spec.platformVersion())
                .platformFamily(spec.platformFamily())
                .networkConfiguration(spec.networkConfiguration())
                .rolloutState(rollout)
                .rolloutStateReason(rolloutReason)
                .build();
    }
}
