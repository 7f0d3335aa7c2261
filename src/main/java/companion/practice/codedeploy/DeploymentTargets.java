package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentNotStartedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTarget;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTargetDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTargetIdRequiredException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTargetListSizeExceededException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTargetType;
import software.amazon.awssdk.services.codedeploy.model.ECSTarget;
import software.amazon.awssdk.services.codedeploy.model.ECSTaskSet;
import software.amazon.awssdk.services.codedeploy.model.TargetLabel;
import software.amazon.awssdk.services.ecs.model.Service;

/** The one target of a deployment to Amazon ECS: the service, with its two task sets as they are now. */
final class DeploymentTargets {
    private final DeployRegion region;
    private final TaskSetCalls taskSets;

    DeploymentTargets(DeployRegion region, TaskSetCalls taskSets) {
        this.region = region;
        this.taskSets = taskSets;
    }

    List<String> list(Deployment deployment) {
        requireStarted(deployment);
        return List.of(deployment.targetId());
    }

    List<DeploymentTarget> get(Deployment deployment, List<String> ids) {
        requireStarted(deployment);
        if (ids.isEmpty()) {
            throw Fault.of(
                    DeploymentTargetIdRequiredException.builder(),
                    "DeploymentTargetIdRequiredException",
                    "A deployment target ID was not provided.");
        }
        if (ids.size() > 1) {
            throw Fault.of(
                    DeploymentTargetListSizeExceededException.builder(),
                    "DeploymentTargetListSizeExceededException",
                    "The target list of an Amazon ECS deployment must have exactly one item.");
        }
        if (!ids.getFirst().equals(deployment.targetId())) {
            throw Fault.of(
                    DeploymentTargetDoesNotExistException.builder(),
                    "DeploymentTargetDoesNotExistException",
                    "The provided target ID does not belong to the attempted deployment.");
        }
        return List.of(describe(deployment));
    }

    private DeploymentTarget describe(Deployment deployment) {
        var service = deployment.group.service();
        var running = taskSets.service(deployment);
        var sets = new ArrayList<ECSTaskSet>();
        if (deployment.blue != null) {
            sets.add(taskSet(deployment.blue, TargetLabel.BLUE, 100 - deployment.greenShare, running));
        }
        if (deployment.green != null) {
            sets.add(taskSet(deployment.green, TargetLabel.GREEN, deployment.greenShare, running));
        }
        return DeploymentTarget.builder()
                .deploymentTargetType(DeploymentTargetType.ECS_TARGET)
                .ecsTarget(ECSTarget.builder()
                        .deploymentId(deployment.id())
                        .targetId(deployment.targetId())
                        .targetArn(region.place()
                                .arn("ecs", "service/" + service.clusterName() + "/" + service.serviceName()))
                        .lastUpdatedAt(deployment.updated)
                        .lifecycleEvents(List.copyOf(deployment.lifecycle.values()))
                        .status(deployment.target)
                        .taskSetsInfo(sets)
                        .build())
                .build();
    }

    private static ECSTaskSet taskSet(
            Deployment.Side side, TargetLabel label, double share, @Nullable Service service) {
        var found = service == null
                ? null
                : service.taskSets().stream().filter(s -> s.id().equals(side.taskSet())).findFirst().orElse(null);
        return ECSTaskSet.builder()
                .identifer(side.taskSet())
                .desiredCount(found == null ? 0L : found.computedDesiredCount().longValue())
                .pendingCount(found == null ? 0L : found.pendingCount().longValue())
                .runningCount(found == null ? 0L : found.runningCount().longValue())
                .status(found == null ? "DRAINING" : found.status())
                .trafficWeight(share)
                .targetGroup(g -> g.name(side.targetGroupName()))
                .taskSetLabel(label)
                .build();
    }

    private static void requireStarted(Deployment deployment) {
        if (deployment.info.startTime() == null) {
            throw Fault.of(
                    DeploymentNotStartedException.builder(),
                    "DeploymentNotStartedException",
                    "Deployment " + deployment.id() + " has not started.");
        }
    }
}
