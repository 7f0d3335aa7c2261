package companion.practice.ecs;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.Connectivity;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/**
 * Takes tasks down the ladder PROVISIONING → PENDING → ACTIVATING → RUNNING → DEACTIVATING → STOPPING → DEPROVISIONING
 * → STOPPED (AWS: "Amazon ECS task lifecycle"), with the durations of a small image on Fargate.
 */
final class TaskLife {
    private static final Duration ATTACH = Duration.ofSeconds(6);
    private static final Duration PULL = Duration.ofSeconds(14);
    private static final int PULL_SPREAD_SECONDS = 6;
    private static final Duration ACTIVATE = Duration.ofSeconds(5);
    private static final Duration SIGNAL = Duration.ofSeconds(2);
    private static final Duration DETACH = Duration.ofSeconds(8);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final EcsRegion region;
    private final NetworkInterfaces network;
    private final Containers containers;
    private final Targets targets;
    private final EcsEvents events;
    private Consumer<TaskState> listener = task -> {};

    TaskLife(
            EcsRegion region, NetworkInterfaces network, Containers containers, Targets targets, EcsEvents events) {
        this.region = region;
        this.network = network;
        this.containers = containers;
        this.targets = targets;
        this.events = events;
    }

    /** Names who is told after each change of a task's status. */
    void tell(Consumer<TaskState> listener) {
        this.listener = listener;
    }

    void begin(TaskState task, AwsVpcConfiguration where) {
        events.taskChanged(task);
        task.next = region.world().after(ATTACH, () -> {
            var refusal = network.attach(task, where);
            if (refusal != null) {
                fail(task, new Containers.Failure(TaskStopCode.TASK_FAILED_TO_START, refusal));
            } else {
                enter(task, "PENDING");
                pull(task);
            }
        });
    }

    /**
     * Stops tasks of one owner together, so that their targets are deregistered together. Stopping ones are left alone.
     */
    void stop(List<TaskState> tasks, TaskStopCode code, String reason) {
        var stopping = tasks.stream().filter(t -> t.wants(DesiredStatus.RUNNING)).toList();
        for (var task : stopping) {
            condemn(task, code, reason);
        }
        var drain = targets.deregister(stopping);
        for (var task : stopping) {
            boolean launched = task.isRunning() || "ACTIVATING".equals(task.view.lastStatus());
            if (!launched) {
                deprovision(task);
            } else if (drain.isPositive()) {
                enter(task, "DEACTIVATING");
                task.next = region.world().after(drain, () -> signal(task));
            } else {
                signal(task);
            }
        }
    }

    private void pull(TaskState task) {
        var started = region.world().now();
        task.change(t -> t.connectivity(Connectivity.CONNECTED).connectivityAt(started).pullStartedAt(started));
        var time = PULL.plusSeconds(region.world().ids().below(PULL_SPREAD_SECONDS));
        task.next = region.world().after(time, () -> launch(task));
    }

    private void launch(TaskState task) {
        var now = region.world().now();
        task.change(t -> t.pullStoppedAt(now));
        var failure = containers.start(task);
        if (failure != null) {
            if (failure.code() == TaskStopCode.ESSENTIAL_CONTAINER_EXITED) {
                task.change(t -> t.startedAt(now).executionStoppedAt(now));
            }
            fail(task, failure);
            return;
        }
        enter(task, "ACTIVATING");
        var refusal = targets.register(task);
        if (refusal != null) {
            stop(List.of(task), TaskStopCode.SERVICE_SCHEDULER_INITIATED, refusal);
            return;
        }
        task.next = region.world().after(ACTIVATE, () -> {
            task.change(t -> t.startedAt(region.world().now()));
            enter(task, "RUNNING");
        });
    }

    private void fail(TaskState task, Containers.Failure failure) {
        condemn(task, failure.code(), failure.reason());
        deprovision(task);
    }

    private void condemn(TaskState task, TaskStopCode code, String reason) {
        if (task.next != null) {
            task.next.cancel();
        }
        if (task.check != null) {
            task.check.cancel();
            task.check = null;
        }
        task.change(t -> t.desiredStatus("STOPPED")
                .stopCode(code)
                .stoppedReason(reason)
                .stoppingAt(region.world().now()));
    }

    private void signal(TaskState task) {
        enter(task, "STOPPING");
        task.next = region.world().after(SIGNAL, () -> {
            task.change(t -> t.executionStoppedAt(region.world().now()));
            deprovision(task);
        });
    }

    private void deprovision(TaskState task) {
        containers.stop(task);
        enter(task, "DEPROVISIONING");
        task.next = region.world().after(DETACH, () -> {
            network.release(task);
            task.next = null;
            if (task.owner != null) {
                task.owner.tasks.remove(task);
            }
            task.change(t -> t.stoppedAt(region.world().now()));
            enter(task, "STOPPED");
            region.world().deadline(REMEMBERED, () -> task.cluster.tasks.remove(task.id()));
        });
    }

    private void enter(TaskState task, String status) {
        task.change(t -> t.lastStatus(status));
        events.taskChanged(task);
        listener.accept(task);
    }
}
