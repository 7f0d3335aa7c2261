package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentsResponse;
import software.amazon.awssdk.services.codedeploy.model.BatchLimitExceededException;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.ContinueDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.ContinueDeploymentResponse;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentResponse;
import software.amazon.awssdk.services.codedeploy.model.DeploymentAlreadyCompletedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentConfigInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentCreator;
import software.amazon.awssdk.services.codedeploy.model.DeploymentDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentIsNotInReadyStateException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentLimitExceededException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.DeploymentWaitType;
import software.amazon.awssdk.services.codedeploy.model.InvalidDeploymentWaitTypeException;
import software.amazon.awssdk.services.codedeploy.model.InvalidLifecycleEventHookExecutionIdException;
import software.amazon.awssdk.services.codedeploy.model.OperationNotSupportedException;
import software.amazon.awssdk.services.codedeploy.model.PutLifecycleEventHookExecutionStatusRequest;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocationType;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentResponse;
import software.amazon.awssdk.services.codedeploy.model.StopStatus;
import software.amazon.awssdk.services.codedeploy.model.UnsupportedActionForDeploymentTypeException;

/** Creates, shows, continues and stops deployments. */
final class Deployments {
    private final DeployRegion region;
    private final Applications applications;
    private final Configurations configurations;
    private final GroupRules rules;
    private final Revisions revisions;
    private final BlueGreen blueGreen;
    private final Endings endings;
    private final Map<String, Deployment> byId;

    /** @param byId all deployments, oldest first, which {@link Endings} adds rollbacks to */
    Deployments(
            DeployRegion region,
            Applications applications,
            Configurations configurations,
            GroupRules rules,
            Revisions revisions,
            BlueGreen blueGreen,
            Endings endings,
            Map<String, Deployment> byId) {
        this.region = region;
        this.applications = applications;
        this.configurations = configurations;
        this.rules = rules;
        this.revisions = revisions;
        this.blueGreen = blueGreen;
        this.endings = endings;
        this.byId = byId;
    }

    Iterable<Deployment> all() {
        return byId.values();
    }

    Deployment find(@Nullable String id) {
        var found = byId.get(Names.deployment(id));
        if (found == null) {
            throw Fault.of(
                    DeploymentDoesNotExistException.builder(),
                    "DeploymentDoesNotExistException",
                    "The deployment " + id + " could not be found");
        }
        return found;
    }

    CreateDeploymentResponse create(CreateDeploymentRequest request) {
        var group = applications.findGroup(request.applicationName(), request.deploymentGroupName());
        if (!group.application.isEcs()) {
            throw Fault.of(
                    OperationNotSupportedException.builder(),
                    "OperationNotSupportedException",
                    "The practice cloud deploys to Amazon ECS only; it has no instances and no Lambda functions to"
                            + " deploy to.");
        }
        var revision = Revisions.checked(request.revision());
        if (revision.revisionType() != RevisionLocationType.S3) {
            AppSpec.parse(revisions.text(revision));
        }
        var name = request.deploymentConfigName() == null
                ? group.spec.deploymentConfigName()
                : request.deploymentConfigName();
        var configuration = configurations.find(name, ComputePlatform.ECS);
        rules.role(group.spec.serviceRoleArn());
        rules.gradual(group.pair(), configuration.trafficRoutingConfig());
        GroupRules.rollback(request.autoRollbackConfiguration());
        if (group.active != null) {
            throw Fault.of(
                    DeploymentLimitExceededException.builder(),
                    "DeploymentLimitExceededException",
                    "The Deployment Group '" + group.name() + "' already has an active Deployment '" + group.active.id()
                            + "'");
        }
        var deployment = deployment(group, request, revision, configuration);
        byId.put(deployment.id(), deployment);
        group.active = deployment;
        group.lastAttempted = deployment;
        revisions.use(group.application, revision, group.name());
        blueGreen.begin(deployment);
        return CreateDeploymentResponse.builder().deploymentId(deployment.id()).build();
    }

    BatchGetDeploymentsResponse batchGet(BatchGetDeploymentsRequest request) {
        if (request.deploymentIds().isEmpty()) {
            Names.deployment(null);
        }
        if (request.deploymentIds().size() > 25) {
            throw Fault.of(
                    BatchLimitExceededException.builder(),
                    "BatchLimitExceededException",
                    "The maximum number of deployment IDs allowed for this request (25) was exceeded.");
        }
        List<DeploymentInfo> found = request.deploymentIds().stream()
                .map(Names::deployment)
                .filter(byId::containsKey)
                .map(id -> byId.get(id).describe())
                .toList();
        return BatchGetDeploymentsResponse.builder().deploymentsInfo(found).build();
    }

    ContinueDeploymentResponse proceed(ContinueDeploymentRequest request) {
        var deployment = find(request.deploymentId());
        var type = request.deploymentWaitType() == null ? DeploymentWaitType.READY_WAIT : request.deploymentWaitType();
        if (type == DeploymentWaitType.UNKNOWN_TO_SDK_VERSION) {
            throw Fault.of(
                    InvalidDeploymentWaitTypeException.builder(),
                    "InvalidDeploymentWaitTypeException",
                    "The wait type is invalid.");
        }
        refuseOver(deployment);
        if (type == DeploymentWaitType.READY_WAIT && deployment.info.status() == DeploymentStatus.READY) {
            blueGreen.reroute(deployment);
        } else if (type == DeploymentWaitType.TERMINATION_WAIT
                && Boolean.TRUE.equals(deployment.info.instanceTerminationWaitTimeStarted())
                && !deployment.terminating) {
            blueGreen.terminate(deployment);
        } else {
            throw Fault.of(
                    DeploymentIsNotInReadyStateException.builder(),
                    "DeploymentIsNotInReadyStateException",
                    type == DeploymentWaitType.READY_WAIT
                            ? "The deployment does not have a status of Ready and can't continue yet."
                            : "The deployment is not waiting to terminate its original task set and can't continue"
                                    + " yet.");
        }
        return ContinueDeploymentResponse.builder().build();
    }

    StopDeploymentResponse stop(StopDeploymentRequest request) {
        var deployment = find(request.deploymentId());
        refuseOver(deployment);
        if (deployment.terminating || deployment.info.creator() == DeploymentCreator.CODE_DEPLOY_ROLLBACK) {
            throw Fault.of(
                    UnsupportedActionForDeploymentTypeException.builder(),
                    "UnsupportedActionForDeploymentTypeException",
                    "Deployment " + deployment.id() + " can no longer be stopped.");
        }
        endings.stop(deployment, null, request.autoRollbackEnabled());
        return StopDeploymentResponse.builder()
                .status(StopStatus.SUCCEEDED)
                .statusMessage("No more commands will be scheduled for execution in the deployment")
                .build();
    }

    /** There are no Lambda functions in the practice cloud, so no hook ever waits for its status. */
    AwsServiceException hookStatusRefusal(PutLifecycleEventHookExecutionStatusRequest request) {
        find(request.deploymentId());
        return Fault.of(
                InvalidLifecycleEventHookExecutionIdException.builder(),
                "InvalidLifecycleEventHookExecutionIdException",
                "A lifecycle event hook is invalid. Review the hooks section in your AppSpec file to ensure the"
                        + " lifecycle events and hooks functions are valid.");
    }

    private Deployment deployment(
            Group group,
            CreateDeploymentRequest request,
            RevisionLocation revision,
            DeploymentConfigInfo configuration) {
        var last = group.lastSuccessful;
        var info = DeploymentInfo.builder()
                .applicationName(group.application.name())
                .deploymentGroupName(group.name())
                .deploymentConfigName(configuration.deploymentConfigName())
                .deploymentId("d-" + region.world().ids().upper(9))
                .previousRevision(last == null ? null : last.info.revision())
                .revision(revision)
                .status(DeploymentStatus.CREATED)
                .createTime(region.world().now())
                .description(request.description())
                .creator(DeploymentCreator.USER)
                .ignoreApplicationStopFailures(false)
                .autoRollbackConfiguration(
                        request.autoRollbackConfiguration() == null
                                ? group.spec.autoRollbackConfiguration()
                                : request.autoRollbackConfiguration())
                .updateOutdatedInstancesOnly(false)
                .deploymentStyle(group.spec.deploymentStyle())
                .instanceTerminationWaitTimeStarted(false)
                .blueGreenDeploymentConfiguration(group.spec.blueGreenDeploymentConfiguration())
                .loadBalancerInfo(group.spec.loadBalancerInfo())
                .fileExistsBehavior("DISALLOW")
                .deploymentStatusMessages(List.of())
                .computePlatform(ComputePlatform.ECS)
                .overrideAlarmConfiguration(request.overrideAlarmConfiguration())
                .build();
        return new Deployment(
                group,
                configuration.trafficRoutingConfig(),
                info,
                Lifecycle.events(Routes.test(group.pair()) != null));
    }

    private static void refuseOver(Deployment deployment) {
        if (deployment.isOver()) {
            throw Fault.of(
                    DeploymentAlreadyCompletedException.builder(),
                    "DeploymentAlreadyCompletedException",
                    "The deployment " + deployment.id() + " is already complete.");
        }
    }
}
