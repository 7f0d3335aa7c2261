package companion.practice.codedeploy;

import companion.practice.world.Timer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentOverview;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.Diagnostics;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEvent;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEventStatus;
import software.amazon.awssdk.services.codedeploy.model.TargetStatus;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingConfig;

/** A deployment, under way or over. */
final class Deployment {
    private static final Set<DeploymentStatus> OVER =
            Set.of(DeploymentStatus.SUCCEEDED, DeploymentStatus.FAILED, DeploymentStatus.STOPPED);

    /** One of the two task sets, with the target group in front of it. */
    record Side(String taskSet, String targetGroupArn, String targetGroupName) {}

    final Group group;
    final TrafficRoutingConfig routing;
    final Map<String, LifecycleEvent> lifecycle = new LinkedHashMap<>();

    DeploymentInfo info;
    TargetStatus target = TargetStatus.PENDING;
    @Nullable AppSpec spec;
    @Nullable Side blue;
    @Nullable Side green;

    /** How much of the production traffic goes to the green task set, in percent. */
    double greenShare;

    /** Set once the original task set is being deleted, after which there is no way back. */
    boolean terminating;

    @Nullable Timer next;
    @Nullable Timer limit;
    Instant updated;

    Deployment(Group group, TrafficRoutingConfig routing, DeploymentInfo info, List<String> events) {
        this.group = group;
        this.routing = routing;
        this.info = info;
        this.updated = info.createTime();
        for (var event : events) {
            lifecycle.put(
                    event,
                    LifecycleEvent.builder()
                            .lifecycleEventName(event)
                            .status(LifecycleEventStatus.PENDING)
                            .build());
        }
    }

    String id() {
        return info.deploymentId();
    }

    String targetId() {
        return group.service().clusterName() + ":" + group.service().serviceName();
    }

    boolean isOver() {
        return OVER.contains(info.status());
    }

    boolean has(String event) {
        return lifecycle.containsKey(event);
    }

    void change(Consumer<DeploymentInfo.Builder> edit) {
        info = info.toBuilder().applyMutation(edit).build();
    }

    void begin(String event, Instant at) {
        updated = at;
        lifecycle.computeIfPresent(
                event, (n, e) -> e.toBuilder().status(LifecycleEventStatus.IN_PROGRESS).startTime(at).build());
    }

    void end(String event, Instant at) {
        updated = at;
        lifecycle.computeIfPresent(
                event, (n, e) -> e.toBuilder().status(LifecycleEventStatus.SUCCEEDED).endTime(at).build());
    }

    /** Closes the events that did not end: the one under way as given, the others as skipped. */
    void cut(LifecycleEventStatus current, @Nullable Diagnostics diagnostics, Instant at) {
        updated = at;
        lifecycle.replaceAll((n, e) -> switch (e.status()) {
            case IN_PROGRESS -> e.toBuilder().status(current).endTime(at).diagnostics(diagnostics).build();
            case PENDING -> e.toBuilder().status(LifecycleEventStatus.SKIPPED).build();
            default -> e;
        });
    }

    void cancelTimers() {
        if (next != null) {
            next.cancel();
        }
        if (limit != null) {
            limit.cancel();
        }
    }

    /** The deployment with the counts of its targets, of which a deployment to Amazon ECS has one. */
    DeploymentInfo describe() {
        return info.toBuilder()
                .deploymentOverview(DeploymentOverview.builder()
                        .pending(count(TargetStatus.PENDING))
                        .inProgress(count(TargetStatus.IN_PROGRESS))
                        .succeeded(count(TargetStatus.SUCCEEDED))
                        .failed(count(TargetStatus.FAILED))
                        .skipped(count(TargetStatus.SKIPPED))
                        .ready(count(TargetStatus.READY))
                        .build())
                .build();
    }

    private long count(TargetStatus status) {
        return target == status ? 1 : 0;
    }
}
