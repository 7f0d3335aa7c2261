package companion.monitor.read;

import companion.monitor.snapshot.ImageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.ServiceEvent;
import companion.monitor.snapshot.ReleaseSnapshot.StoppedTask;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** A service's state and its targets' health, joined. */
record ServiceReading(
        List<TaskSetSnapshot> taskSets,
        @Nullable RollingSnapshot rolling,
        List<ImageSnapshot> images,
        List<ServiceEvent> events,
        List<StoppedTask> stopped) {
    static final ServiceReading NONE = new ServiceReading(List.of(), null, List.of(), List.of(), List.of());

    static ServiceReading of(
            ServiceReader.@Nullable Reading service,
            DeploymentReader.Reading deployment,
            HealthReader.Reading health,
            ImageReader images,
            ServiceReading before) {
        if (service == null) {
            return NONE;
        }
        boolean rolls = service.service().taskSets().isEmpty() && !service.service().deployments().isEmpty();
        var definitions = (rolls
                        ? service.service().deployments().stream().map(Deployment::taskDefinition)
                        : service.service().taskSets().stream().map(TaskSet::taskDefinition))
                .distinct()
                .toList();
        return new ServiceReading(
                keep(before.taskSets(), TaskSetReading.taskSets(service, deployment, health, images)),
                rolls ? PartReads.same(before.rolling(), RollingReading.rolling(service, health, images)) : null,
                keep(before.images(), images.images(definitions)),
                keep(
                        before.events(),
                        service.service().events().stream()
                                .map(event -> new ServiceEvent(event.createdAt(), event.message()))
                                .toList()),
                keep(before.stopped(), service.stopped().stream().map(TaskReading::stopped).toList()));
    }

    private static <T> List<T> keep(List<T> before, List<T> now) {
        return before.equals(now) ? before : List.copyOf(now);
    }
}
