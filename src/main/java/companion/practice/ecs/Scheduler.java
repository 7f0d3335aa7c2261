package companion.practice.ecs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/**
 * The service scheduler: brings what runs towards what is wanted, one round at a time. A round follows a change, never
 * the clock; only failing starts are tried again after a while, ever more slowly and for ever, as ECS does.
 */
final class Scheduler {
    private static final Duration REACTION = Duration.ofSeconds(1);
    private static final int IMPAIRED = 3;

    private final EcsRegion region;
    private final RollingDeployments rolling;
    private final TaskSetScaling scaling;
    private final Placement placement;
    private final HealthWatch watch;
    private final ServiceEvents events;
    private final EcsEvents bus;

    Scheduler(
            EcsRegion region,
            RollingDeployments rolling,
            TaskSetScaling scaling,
            Placement placement,
            HealthWatch watch,
            ServiceEvents events,
            EcsEvents bus) {
        this.region = region;
        this.rolling = rolling;
        this.scaling = scaling;
        this.placement = placement;
        this.watch = watch;
        this.events = events;
        this.bus = bus;
    }

    /** Says that something about a service changed. */
    void wake(ServiceState service) {
        wakeAt(service, region.world().now().plus(REACTION));
    }

    /** Looks again at the health of running tasks: which target groups are in use may have changed. */
    void lookAtHealth(ServiceState service) {
        service.tasks().filter(TaskState::isRunning).toList().forEach(t -> watch.begin(t, this::settled));
    }

    /** What {@link TaskLife} tells. */
    void changed(TaskState task) {
        var set = task.owner;
        if (set == null) {
            return;
        }
        if (task.isRunning()) {
            watch.begin(task, this::settled);
        } else if (task.isStopped() && failedToStart(task)) {
            failed(set);
        }
        wake(set.service);
    }

    private void settled(TaskState task, TaskState.@Nullable Target bad) {
        var set = task.owner;
        if (set == null) {
            return;
        }
        if (bad == null) {
            set.failuresInARow = 0;
        } else {
            var reason = "Task failed ELB health checks in (target-group " + bad.targetGroupArn() + ")";
            placement.stop(set, List.of(task), reason);
            failed(set);
        }
        wake(set.service);
    }

    private void failed(TaskSetState set) {
        set.failedTasks++;
        set.failuresInARow++;
        set.notBefore = region.world().now().plus(pause(set.failuresInARow));
        if (set.failuresInARow == IMPAIRED) {
            events.cannotStart(set.service);
            bus.serviceAction(set.service, "WARN", "SERVICE_TASK_START_IMPAIRED");
        }
    }

    private void round(ServiceState service) {
        if (service.isInactive()) {
            return;
        }
        for (var set : List.copyOf(service.sets)) {
            var held = set.notBefore;
            if (held != null && !region.world().now().isBefore(held)) {
                set.notBefore = null;
            }
        }
        boolean steady =
                service.isRolling() ? rolling.round(service, this::failed) : scaling.round(service, this::failed);
        if (!service.isActive()) {
            finishDraining(service);
        } else if (steady && !service.steady) {
            events.steady(service);
            bus.serviceAction(service, "INFO", "SERVICE_STEADY_STATE");
        }
        service.steady = steady;
        service.sets.stream()
                .map(s -> s.notBefore)
                .filter(t -> t != null)
                .min(Instant::compareTo)
                .ifPresent(t -> wakeAt(service, t));
    }

    private static void finishDraining(ServiceState service) {
        if (service.tasks().findAny().isEmpty()) {
            service.sets.clear();
            service.spec = service.spec.toBuilder().status("INACTIVE").build();
        }
    }

    private void wakeAt(ServiceState service, Instant time) {
        var planned = service.wake;
        if (planned != null) {
            if (!planned.due().isAfter(time)) {
                return;
            }
            planned.cancel();
        }
        service.wake = region.world().after(Duration.between(region.world().now(), time), () -> {
            service.wake = null;
            round(service);
        });
    }

    private static boolean failedToStart(TaskState task) {
        var code = task.view.stopCode();
        return code == TaskStopCode.TASK_FAILED_TO_START || code == TaskStopCode.ESSENTIAL_CONTAINER_EXITED;
    }

    /**
     * How long ECS holds back the next start: hardly after the first failures, then doubling up to a quarter of an
     * hour.
     */
    private static Duration pause(int failures) {
        long seconds = failures < 4 ? 5 : Math.min(900, 15L << Math.min(failures - 4, 6));
        return Duration.ofSeconds(seconds);
    }
}
