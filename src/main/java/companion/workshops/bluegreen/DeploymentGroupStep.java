package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Site;
import companion.workshops.shared.StackOutputs;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codedeploy.model.ApplicationDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.AutoRollbackEvent;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentOption;
import software.amazon.awssdk.services.codedeploy.model.DeploymentReadyAction;
import software.amazon.awssdk.services.codedeploy.model.DeploymentType;
import software.amazon.awssdk.services.codedeploy.model.ECSService;
import software.amazon.awssdk.services.codedeploy.model.InstanceAction;
import software.amazon.awssdk.services.codedeploy.model.TargetGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.TargetGroupPairInfo;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupRequest;

/** Creates the deployment group: which service, which listener and target groups, and how long the old tasks stay. */
final class DeploymentGroupStep extends AwsStep {
    static final int TERMINATION_MINUTES = 5;

    DeploymentGroupStep(Site site) {
        super(
                site,
                new Title("deployment-group", "Create the deployment group", "CodeDeploy", "CreateDeploymentGroup"));
    }

    @Override
    public List<Resource> creates() {
        return List.of(Resource.free(
                "CodeDeploy deployment group", Names.DEPLOYMENT_GROUP, Names.PIPELINE_GROUP, "DeleteDeploymentGroup"));
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(site, service(), request(StackOutputs.unknown(), StackOutputs.unknown())));
    }

    private CreateDeploymentGroupRequest request(StackOutputs cluster, StackOutputs roles) {
        var pair = TargetGroupPairInfo.builder()
                .targetGroups(
                        TargetGroupInfo.builder().name(Names.FIRST_TARGETS).build(),
                        TargetGroupInfo.builder().name(Names.SECOND_TARGETS).build())
                .prodTrafficRoute(route -> route.listenerArns(cluster.get("PublicListener")))
                .build();
        return CreateDeploymentGroupRequest.builder()
                .applicationName(Names.APPLICATION)
                .deploymentGroupName(Names.DEPLOYMENT_GROUP)
                .deploymentConfigName("CodeDeployDefault.ECSAllAtOnce")
                .serviceRoleArn(roles.get("CodeDeployRoleArn"))
                .autoRollbackConfiguration(it -> it.enabled(true).events(AutoRollbackEvent.DEPLOYMENT_FAILURE))
                .deploymentStyle(style -> style.deploymentType(DeploymentType.BLUE_GREEN)
                        .deploymentOption(DeploymentOption.WITH_TRAFFIC_CONTROL))
                .blueGreenDeploymentConfiguration(blueGreen -> blueGreen
                        .terminateBlueInstancesOnDeploymentSuccess(it ->
                                it.action(InstanceAction.TERMINATE).terminationWaitTimeInMinutes(TERMINATION_MINUTES))
                        .deploymentReadyOption(it -> it.actionOnTimeout(DeploymentReadyAction.CONTINUE_DEPLOYMENT)
                                .waitTimeInMinutes(0)))
                .loadBalancerInfo(it -> it.targetGroupPairInfoList(pair))
                .ecsServices(ECSService.builder()
                        .clusterName(cluster.get("ClusterName"))
                        .serviceName(cluster.get("ServiceName"))
                        .build())
                .build();
    }

    @Override
    public Check check() throws Exception {
        var found = find();
        if (found.isEmpty()) {
            return new Check.Missing("No deployment group " + Names.DEPLOYMENT_GROUP);
        }
        var group = found.get();
        var differences = new Differences()
                .compare(
                        "terminationWaitTimeInMinutes",
                        TERMINATION_MINUTES,
                        group.blueGreenDeploymentConfiguration() == null
                                ? null
                                : group.blueGreenDeploymentConfiguration()
                                        .terminateBlueInstancesOnDeploymentSuccess()
                                        .terminationWaitTimeInMinutes())
                .compare(
                        "ecsServices.clusterName",
                        Names.CLUSTER,
                        group.ecsServices().isEmpty()
                                ? null
                                : group.ecsServices().getFirst().clusterName())
                .list();
        return differences.isEmpty()
                ? Check.found(
                        "Found " + Names.DEPLOYMENT_GROUP,
                        Output.text("Deployment group id", group.deploymentGroupId()))
                : new Check.Differs("Deployment group " + Names.DEPLOYMENT_GROUP, differences, true);
    }

    private Optional<DeploymentGroupInfo> find() {
        return Absence.unless(
                        error -> error instanceof DeploymentGroupDoesNotExistException
                                || error instanceof ApplicationDoesNotExistException,
                        () -> aws().codeDeploy()
                                .getDeploymentGroup(it -> it.applicationName(Names.APPLICATION)
                                        .deploymentGroupName(Names.DEPLOYMENT_GROUP)))
                .map(answer -> answer.deploymentGroupInfo());
    }

    @Override
    public void run(Progress progress) throws Exception {
        var request =
                request(StackOutputs.read(aws(), Names.CLUSTER_STACK), StackOutputs.read(aws(), Names.ROLES_STACK));
        if (find().isEmpty()) {
            aws().codeDeploy().createDeploymentGroup(request);
        } else {
            aws().codeDeploy()
                    .updateDeploymentGroup(UpdateDeploymentGroupRequest.builder()
                            .applicationName(request.applicationName())
                            .currentDeploymentGroupName(request.deploymentGroupName())
                            .deploymentConfigName(request.deploymentConfigName())
                            .serviceRoleArn(request.serviceRoleArn())
                            .autoRollbackConfiguration(request.autoRollbackConfiguration())
                            .deploymentStyle(request.deploymentStyle())
                            .blueGreenDeploymentConfiguration(request.blueGreenDeploymentConfiguration())
                            .loadBalancerInfo(request.loadBalancerInfo())
                            .ecsServices(request.ecsServices())
                            .build());
        }
    }
}
