package companion.monitor.read;

import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.Status;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Deployment;

/** The rolling deployments of a service (facts, section 4.4). */
final class RollingReading {
    private RollingReading() {}

    static RollingSnapshot rolling(ServiceReader.Reading reading, HealthReader.Reading health, ImageReader images) {
        var service = reading.service();
        var configuration = service.deploymentConfiguration();
        var breaker = configuration == null ? null : configuration.deploymentCircuitBreaker();
        var groups = reading.targetGroups();
        return new RollingSnapshot(
                TaskReading.lastPart(service.clusterArn()),
                service.serviceName(),
                or(service.desiredCount(), 0),
                or(service.runningCount(), 0),
                or(service.pendingCount(), 0),
                or(configuration == null ? null : configuration.minimumHealthyPercent(), 100),
                or(configuration == null ? null : configuration.maximumPercent(), 200),
                breaker != null && Boolean.TRUE.equals(breaker.enable()),
                breaker != null && Boolean.TRUE.equals(breaker.rollback()),
                service.deployments().stream()
                        .sorted(Comparator.comparing(Deployment::createdAt, Comparator.reverseOrder()))
                        .map(deployment -> deployment(deployment, reading, groups, health, images))
                        .toList());
    }

    private static RollingSnapshot.Deployment deployment(
            Deployment deployment,
            ServiceReader.Reading reading,
            Set<String> groups,
            HealthReader.Reading health,
            ImageReader images) {
        return new RollingSnapshot.Deployment(
                deployment.id(),
                deployment.status(),
                rollout(deployment, reading),
                StageReading.said(deployment.rolloutStateReason()),
                TaskReading.lastPart(deployment.taskDefinition()),
                images.label(deployment.taskDefinition()),
                or(deployment.desiredCount(), 0),
                or(deployment.runningCount(), 0),
                or(deployment.pendingCount(), 0),
                or(deployment.failedTasks(), 0),
                deployment.createdAt(),
                deployment.updatedAt(),
                TaskReading.startedBy(deployment.id(), reading.running(), groups, health));
    }

    /** A service behind a classic load balancer has no rollout state; its counts tell. */
    private static Status rollout(Deployment deployment, ServiceReader.Reading reading) {
        if (deployment.rolloutState() != null) {
            return Status.of(deployment.rolloutStateAsString());
        }
        boolean alone = reading.service().deployments().size() == 1;
        return alone && or(deployment.runningCount(), 0) >= or(deployment.desiredCount(), 0)
                ? Status.SUCCEEDED
                : Status.IN_PROGRESS;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
