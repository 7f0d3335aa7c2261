package companion.practice.cloudformation.resource.pipeline;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupRequest;

/** {@code AWS::CodeDeploy::DeploymentGroup}: Ref is the name. */
public final class DeploymentGroupType extends ResourceType {

    public DeploymentGroupType() {
        super(
                "AWS::CodeDeploy::DeploymentGroup",
                "ApplicationName*! DeploymentGroupName! ServiceRoleArn* DeploymentConfigName DeploymentStyle"
                        + " ECSServices LoadBalancerInfo BlueGreenDeploymentConfiguration AutoRollbackConfiguration"
                        + " AlarmConfiguration TriggerConfigurations AutoScalingGroups Ec2TagFilters Ec2TagSet"
                        + " OnPremisesInstanceTagFilters OnPremisesTagSet OutdatedInstancesStrategy"
                        + " TerminationHookEnabled Tags Deployment~",
                "",
                Pace.seconds(3, 6));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("DeploymentGroupName", 100);
        var request = desired.properties()
                .with("DeploymentGroupName", name)
                .withTags(desired.tags())
                .fill(CreateDeploymentGroupRequest.builder());
        cloud.codeDeploy().createDeploymentGroup(request.build());
        return name;
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        cloud.codeDeploy().updateDeploymentGroup(desired.properties()
                .without("DeploymentGroupName", "Tags")
                .fill(UpdateDeploymentGroupRequest.builder())
                .currentDeploymentGroupName(current.physicalId())
                .build());
        var group = application(current) + "/" + current.physicalId();
        var arn = current.place().arn("codedeploy", "deploymentgroup:" + group);
        DeployTags.change(arn, current, desired, cloud.codeDeploy());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.codeDeploy().deleteDeploymentGroup(request -> request.applicationName(application(resource))
                .deploymentGroupName(resource.physicalId()));
    }

    private static String application(Existing resource) {
        return resource.properties().required("ApplicationName");
    }
}
