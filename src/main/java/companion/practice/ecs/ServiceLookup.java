package companion.practice.ecs;

import org.jspecify.annotations.Nullable;

/** Finds services by name or ARN, with the refusals that the operations share. */
final class ServiceLookup {
    private final Clusters clusters;

    ServiceLookup(Clusters clusters) {
        this.clusters = clusters;
    }

    @Nullable ServiceState peek(@Nullable String cluster, String nameOrArn) {
        var from = cluster == null ? Names.clusterOf(nameOrArn) : cluster;
        var found = clusters.peek(from);
        return found == null ? null : found.services.get(Names.last(nameOrArn));
    }

    /** A service in any status. */
    ServiceState known(@Nullable String cluster, @Nullable String nameOrArn) {
        if (nameOrArn == null || nameOrArn.isEmpty()) {
            throw EcsFaults.invalid("Service name must be specified.");
        }
        var owner = clusters.find(cluster == null ? Names.clusterOf(nameOrArn) : cluster);
        var service = owner.services.get(Names.last(nameOrArn));
        if (service == null) {
            throw EcsFaults.serviceNotFound();
        }
        return service;
    }

    /** A service that may be changed. */
    ServiceState active(@Nullable String cluster, @Nullable String nameOrArn) {
        var service = known(cluster, nameOrArn);
        if (!service.isActive()) {
            throw EcsFaults.serviceNotActive();
        }
        return service;
    }

    /** A service whose task sets somebody else controls. */
    ServiceState withTaskSets(@Nullable String cluster, @Nullable String nameOrArn) {
        var service = active(cluster, nameOrArn);
        if (service.isRolling()) {
            throw EcsFaults.invalid("Task sets are not supported on services with a ECS deployment controller.");
        }
        return service;
    }

    TaskSetState taskSet(ServiceState service, @Nullable String idOrArn) {
        var id = idOrArn == null ? "" : Names.taskSet(idOrArn);
        return service.sets.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(EcsFaults::taskSetNotFound);
    }
}
