package companion.practice.cloudformation.resource.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** {@code AWS::ECS::TaskDefinition}: Ref is the ARN with its revision; any change registers another revision. */
public final class TaskDefinitionType extends ResourceType {

    public TaskDefinitionType() {
        super(
                "AWS::ECS::TaskDefinition",
                "Family! ContainerDefinitions! Cpu! Memory! NetworkMode! ExecutionRoleArn! TaskRoleArn! Volumes!"
                        + " PlacementConstraints! RequiresCompatibilities! PidMode! IpcMode! ProxyConfiguration!"
                        + " InferenceAccelerators! EphemeralStorage! RuntimePlatform! EnableFaultInjection! Tags",
                "TaskDefinitionArn",
                Pace.seconds(2, 4).deleting(2));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties()
                .with("Family", desired.nameFrom("Family", 255))
                .withTags(desired.tags())
                .fill(RegisterTaskDefinitionRequest.builder(), Map.of("FilesystemId", "fileSystemId"));
        return cloud.ecs().registerTaskDefinition(request.build()).taskDefinition().taskDefinitionArn();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("TaskDefinitionArn")
                ? text(resource.physicalId())
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        EcsTags.change(current.physicalId(), current, desired, cloud.ecs());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.ecs().deregisterTaskDefinition(request -> request.taskDefinition(resource.physicalId()));
    }
}
