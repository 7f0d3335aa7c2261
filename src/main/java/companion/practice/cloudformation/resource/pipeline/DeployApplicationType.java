package companion.practice.cloudformation.resource.pipeline;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.codedeploy.model.CreateApplicationRequest;

/** {@code AWS::CodeDeploy::Application}: Ref is the name. */
public final class DeployApplicationType extends ResourceType {

    public DeployApplicationType() {
        super("AWS::CodeDeploy::Application", "ApplicationName! ComputePlatform! Tags", "", Pace.seconds(3, 6));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("ApplicationName", 100);
        var request = desired.properties()
                .with("ApplicationName", name)
                .withTags(desired.tags())
                .fill(CreateApplicationRequest.builder());
        cloud.codeDeploy().createApplication(request.build());
        return name;
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var arn = current.place().arn("codedeploy", "application:" + current.physicalId());
        DeployTags.change(arn, current, desired, cloud.codeDeploy());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.codeDeploy().deleteApplication(request -> request.applicationName(resource.physicalId()));
    }
}
