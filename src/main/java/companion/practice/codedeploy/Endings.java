package companion.practice.codedeploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.AutoRollbackConfiguration;
import software.amazon.awssdk.services.codedeploy.model.AutoRollbackEvent;
import software.amazon.awssdk.services.codedeploy.model.DeploymentCreator;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.codedeploy.model.ErrorInformation;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEventStatus;
import software.amazon.awssdk.services.codedeploy.model.TargetStatus;

/**
 * How deployments end: well, failed or stopped. A rollback is a deployment of its own, made by CodeDeploy, that sends
 * traffic back to the original task set and deletes the replacement. Without one, a replacement that never got traffic
 * is deleted, and one that has traffic keeps it.
 */
final class Endings {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final DeployRegion region;
    private final TaskSetCalls taskSets;
    private final Routes routes;
    private final DeployEvents events;
    private final Map<String, Deployment> register;

    /** @param register where a rollback is entered, by id */
    Endings(
            DeployRegion region,
            TaskSetCalls taskSets,
            Routes routes,
            DeployEvents events,
            Map<String, Deployment> register) {
        this.region = region;
        this.taskSets = taskSets;
        this.routes = routes;
        this.events = events;
        this.register = register;
    }

    void succeeded(Deployment deployment) {
        close(deployment, DeploymentStatus.SUCCEEDED, TargetStatus.SUCCEEDED, "SUCCESS", null);
        deployment.group.lastSuccessful = deployment;
        var revision = deployment.info.revision();
        if (revision != null) {
            deployment.group.spec = deployment.group.spec.toBuilder().targetRevision(revision).build();
        }
    }

    void failed(Deployment deployment, DeploymentFailure failure) {
        var error = ErrorInformation.builder().code(failure.code()).message(failure.getMessage()).build();
        deployment.cut(LifecycleEventStatus.FAILED, failure.diagnostics(), region.world().now());
        close(deployment, DeploymentStatus.FAILED, TargetStatus.FAILED, "FAILURE", error);
        undo(deployment, rollsBack(deployment, AutoRollbackEvent.DEPLOYMENT_FAILURE));
    }

    /** A time limit that stops a deployment rather than failing it. */
    void stopped(Deployment deployment, ErrorCode code, String message) {
        stop(deployment, ErrorInformation.builder().code(code).message(message).build(), null);
    }

    /**
     * Stops a deployment.
     *
     * @param error what to show; null for nothing
     * @param rollback as asked for; null leaves it to the configuration
     */
    void stop(Deployment deployment, @Nullable ErrorInformation error, @Nullable Boolean rollback) {
        deployment.cut(LifecycleEventStatus.SKIPPED, null, region.world().now());
        close(deployment, DeploymentStatus.STOPPED, TargetStatus.SKIPPED, "STOP", error);
        undo(
                deployment,
                rollback == null ? rollsBack(deployment, AutoRollbackEvent.DEPLOYMENT_STOP_ON_REQUEST) : rollback);
    }

    private void close(
            Deployment deployment,
            DeploymentStatus status,
            TargetStatus target,
            String state,
            @Nullable ErrorInformation error) {
        var now = region.world().now();
        deployment.cancelTimers();
        deployment.change(i -> i.status(status).completeTime(now).errorInformation(error));
        deployment.target = target;
        deployment.updated = now;
        if (deployment.group.active == deployment) {
            deployment.group.active = null;
        }
        events.deployment(deployment, state);
    }

    private static boolean rollsBack(Deployment deployment, AutoRollbackEvent event) {
        AutoRollbackConfiguration configuration = deployment.info.autoRollbackConfiguration();
        return configuration != null
                && Boolean.TRUE.equals(configuration.enabled())
                && configuration.events().contains(event);
    }

    private void undo(Deployment deployment, boolean rollback) {
        if (deployment.info.creator() == DeploymentCreator.CODE_DEPLOY_ROLLBACK) {
            return;
        }
        if (deployment.blue != null && deployment.green != null && rollback) {
            rollBack(deployment);
        } else if (deployment.blue != null && deployment.greenShare == 0) {
            quietly(deployment, this::restore);
        }
    }

    private void rollBack(Deployment failed) {
        var now = region.world().now();
        var id = "d-" + region.world().ids().upper(9);
        var last = failed.group.lastSuccessful;
        var info = DeploymentInfo.builder()
                .applicationName(failed.info.applicationName())
                .deploymentGroupName(failed.info.deploymentGroupName())
                .deploymentConfigName(failed.info.deploymentConfigName())
                .deploymentId(id)
                .revision(last == null ? null : last.info.revision())
                .previousRevision(failed.info.revision())
                .status(DeploymentStatus.CREATED)
                .createTime(now)
                .creator(DeploymentCreator.CODE_DEPLOY_ROLLBACK)
                .rollbackInfo(r -> r.rollbackTriggeringDeploymentId(failed.id()))
                .deploymentStyle(failed.info.deploymentStyle())
                .blueGreenDeploymentConfiguration(failed.info.blueGreenDeploymentConfiguration())
                .loadBalancerInfo(failed.info.loadBalancerInfo())
                .computePlatform(failed.info.computePlatform())
                .instanceTerminationWaitTimeStarted(false)
                .ignoreApplicationStopFailures(false)
                .updateOutdatedInstancesOnly(false)
                .build();
        var rollback = new Deployment(failed.group, failed.routing, info, List.copyOf(failed.lifecycle.keySet()));
        rollback.blue = failed.blue;
        rollback.green = failed.green;
        rollback.greenShare = failed.greenShare;
        failed.change(i -> i.rollbackInfo(r -> r.rollbackDeploymentId(id)));
        failed.group.active = rollback;
        failed.group.lastAttempted = rollback;
        register.put(id, rollback);
        rollback.next = region.world().after(MOMENT, () -> quietly(rollback, this::goBack));
    }

    private void goBack(Deployment rollback) {
        rollback.change(i -> i.status(DeploymentStatus.IN_PROGRESS).startTime(region.world().now()));
        rollback.target = TargetStatus.IN_PROGRESS;
        events.deployment(rollback, "START");
        rollback.begin(Lifecycle.ALLOW_TRAFFIC, region.world().now());
        restore(rollback);
        rollback.next = region.world().after(MOMENT, () -> quietly(rollback, done -> {
            done.end(Lifecycle.ALLOW_TRAFFIC, region.world().now());
            done.cut(LifecycleEventStatus.SUCCEEDED, null, region.world().now());
            close(done, DeploymentStatus.SUCCEEDED, TargetStatus.SUCCEEDED, "SUCCESS", null);
        }));
    }

    /** Gives all traffic to the original task set and deletes the replacement. */
    private void restore(Deployment deployment) {
        var blue = deployment.blue;
        var green = deployment.green;
        if (blue == null) {
            return;
        }
        var pair = deployment.info.loadBalancerInfo().targetGroupPairInfoList().getFirst();
        var other = green != null ? green : idle(deployment, blue);
        routes.point(Routes.production(pair), blue, other);
        var test = Routes.test(pair);
        if (test != null) {
            routes.point(test, blue, other);
        }
        deployment.greenShare = 0;
        if (green != null) {
            var service = taskSets.service(deployment);
            boolean moved = service != null
                    && service.taskSets().stream()
                            .anyMatch(s -> s.id().equals(green.taskSet()) && "PRIMARY".equals(s.status()));
            if (moved) {
                taskSets.makePrimary(deployment, blue.taskSet());
            }
            taskSets.delete(deployment, green.taskSet());
        }
    }

    private Deployment.Side idle(Deployment deployment, Deployment.Side live) {
        var pair = deployment.info.loadBalancerInfo().targetGroupPairInfoList().getFirst();
        return routes.groups(pair).stream()
                .filter(arn -> !arn.equals(live.targetGroupArn()))
                .map(arn -> new Deployment.Side("", arn, arn))
                .findFirst()
                .orElse(live);
    }

    /** Clearing up after one failure must not become another: what cannot be restored is left as it is. */
    private void quietly(Deployment deployment, Consumer<Deployment> step) {
        try {
            step.accept(deployment);
        } catch (DeploymentFailure failure) {
            if (!deployment.isOver()) {
                failed(deployment, failure);
            }
        }
    }
}
