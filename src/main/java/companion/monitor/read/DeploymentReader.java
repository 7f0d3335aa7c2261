package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentNotStartedException;
import software.amazon.awssdk.services.codedeploy.model.ECSTarget;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;
import software.amazon.awssdk.services.codedeploy.model.TargetLabel;

/** Reads a CodeDeploy deployment of an ECS service. */
final class DeploymentReader {
    private final Connection connection;

    /**
     * @param snapshot null if the group has had no deployment yet
     * @param requested percent of traffic that CodeDeploy asked for, by task set id
     * @param colours by task set id
     */
    record Reading(
            @Nullable DeploymentSnapshot snapshot,
            Map<String, Integer> requested,
            Map<String, TaskSetSnapshot.Colour> colours) {}

    DeploymentReader(Connection connection) {
        this.connection = connection;
    }

    Reading read(@Nullable String id) {
        if (id == null) {
            return new Reading(null, Map.of(), Map.of());
        }
        var info = connection.codeDeploy().getDeployment(request -> request.deploymentId(id)).deploymentInfo();
        var target = target(id);
        var requested = new LinkedHashMap<String, Integer>();
        var colours = new LinkedHashMap<String, TaskSetSnapshot.Colour>();
        if (target != null) {
            for (var set : target.taskSetsInfo()) {
                requested.put(set.identifer(), set.trafficWeight() == null ? 0 : (int) Math.round(set.trafficWeight()));
                colours.put(
                        set.identifer(),
                        set.taskSetLabel() == TargetLabel.GREEN ? TaskSetSnapshot.Colour.GREEN : TaskSetSnapshot.Colour.BLUE);
            }
        }
        return new Reading(snapshot(info, target), requested, colours);
    }

    private @Nullable ECSTarget target(String id) {
        try {
            var ids = connection.codeDeploy().listDeploymentTargets(request -> request.deploymentId(id)).targetIds();
            return ids.isEmpty()
                    ? null
                    : connection.codeDeploy()
                            .batchGetDeploymentTargets(request -> request.deploymentId(id).targetIds(ids))
                            .deploymentTargets()
                            .getFirst()
                            .ecsTarget();
        } catch (DeploymentNotStartedException e) {
            return null;
        }
    }

    private static DeploymentSnapshot snapshot(DeploymentInfo info, @Nullable ECSTarget target) {
        var status = Status.of(info.statusAsString());
        var appSpec = appSpec(info.revision());
        var events = target == null
                ? List.<LifecycleEvent>of()
                : target.lifecycleEvents().stream().map(event -> event(event, appSpec)).toList();
        var error = info.errorInformation();
        var rollback = info.rollbackInfo();
        return new DeploymentSnapshot(
                info.deploymentId(),
                info.applicationName(),
                info.deploymentGroupName(),
                info.deploymentConfigName(),
                status,
                new Span(info.startTime() == null ? info.createTime() : info.startTime(), info.completeTime()),
                events,
                wait(info, status, events),
                error == null || error.message() == null ? null : new Failure(error.codeAsString(), error.message()),
                rollback == null ? null : rollback.rollbackTriggeringDeploymentId());
    }

    /** CodePipeline hands the AppSpec over as a text; for one in a bucket only its place is known. */
    private static String appSpec(@Nullable RevisionLocation revision) {
        if (revision == null) {
            return "";
        }
        var content = revision.appSpecContent() != null
                ? revision.appSpecContent().content()
                : revision.string() != null ? revision.string().content() : null;
        return content == null ? "" : content;
    }

    private static LifecycleEvent event(
            software.amazon.awssdk.services.codedeploy.model.LifecycleEvent event, String appSpec) {
        var diagnostics = event.diagnostics();
        return new LifecycleEvent(
                event.lifecycleEventName(),
                Status.of(event.statusAsString()),
                new Span(event.startTime(), event.endTime()),
                appSpec.contains(event.lifecycleEventName() + ":") || appSpec.contains("\"" + event.lifecycleEventName()),
                diagnostics == null || diagnostics.message() == null || diagnostics.message().isEmpty()
                        ? null
                        : diagnostics.message());
    }

    /** CodeDeploy tells that a wait runs and how long it is, not when it began: the end of the last event does. */
    private static @Nullable Wait wait(DeploymentInfo info, Status status, List<LifecycleEvent> events) {
        var configuration = info.blueGreenDeploymentConfiguration();
        var lastEnd = events.stream()
                .map(event -> event.span().end())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        if (configuration == null || lastEnd == null || status.isOver()) {
            return null;
        }
        var ready = configuration.deploymentReadyOption();
        if (status == Status.WAITING && ready != null && ready.waitTimeInMinutes() != null) {
            return wait(Wait.Kind.READY, ready.waitTimeInMinutes(), lastEnd);
        }
        var terminate = configuration.terminateBlueInstancesOnDeploymentSuccess();
        if (Boolean.TRUE.equals(info.instanceTerminationWaitTimeStarted()) && terminate != null) {
            var minutes = terminate.terminationWaitTimeInMinutes();
            return wait(Wait.Kind.TERMINATION, minutes == null ? 60 : minutes, lastEnd);
        }
        return null;
    }

    private static Wait wait(Wait.Kind kind, int minutes, Instant from) {
        var whole = Duration.ofMinutes(minutes);
        return new Wait(kind, whole, from.plus(whole));
    }
}
