package companion.practice.ecs;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;

/** Scales the task sets of a service whose deployments someone else controls: CodeDeploy, or an external deployer. */
final class TaskSetScaling {
    private final EcsRegion region;
    private final Placement placement;
    private final ServiceEvents events;
    private final EcsEvents bus;

    TaskSetScaling(EcsRegion region, Placement placement, ServiceEvents events, EcsEvents bus) {
        this.region = region;
        this.placement = placement;
        this.events = events;
        this.bus = bus;
    }

    /**
     * One round.
     *
     * @param refused told of a set for which no task could be started
     * @return whether every set has what it is to have
     */
    boolean round(ServiceState service, Consumer<TaskSetState> refused) {
        boolean steady = true;
        for (var set : List.copyOf(service.sets)) {
            steady &= round(set, set.computedDesired(service.desired()), refused);
            if (set.isDraining() && set.tasks.isEmpty()) {
                service.sets.remove(set);
            }
        }
        return steady;
    }

    private boolean round(TaskSetState set, int wanted, Consumer<TaskSetState> refused) {
        if (set.spec.computedDesiredCount() != wanted) {
            set.spec = set.spec.toBuilder().computedDesiredCount(wanted).updatedAt(region.world().now()).build();
            events.computed(set, wanted);
        }
        int missing = wanted - set.wanted().size();
        if (missing < 0) {
            placement.scaleIn(set, -missing);
        } else if (missing > 0 && set.notBefore == null && !placement.start(set, missing)) {
            refused.accept(set);
        }
        boolean steady = set.wanted().size() == wanted && set.serving() == wanted && set.tasks.size() == wanted;
        if (steady && set.spec.stabilityStatus() != StabilityStatus.STEADY_STATE) {
            events.setIsSteady(set);
            bus.taskSetSteady(set);
        }
        set.stability(steady ? StabilityStatus.STEADY_STATE : StabilityStatus.STABILIZING, region.world().now());
        return steady;
    }
}
