package companion.practice.cloudformation.resource.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.util.Map;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectRequest;

/** {@code AWS::CodeBuild::Project}: Ref is the name. */
public final class BuildProjectType extends ResourceType {
    private static final Map<String, String> RENAMED = Map.of("BuildSpec", "buildspec");

    public BuildProjectType() {
        super(
                "AWS::CodeBuild::Project",
                "Name! Artifacts* Environment* ServiceRole* Source* Description SourceVersion SecondarySources"
                        + " SecondarySourceVersions SecondaryArtifacts Cache TimeoutInMinutes QueuedTimeoutInMinutes"
                        + " EncryptionKey VpcConfig BadgeEnabled LogsConfig FileSystemLocations BuildBatchConfig"
                        + " ConcurrentBuildLimit AutoRetryLimit Tags Triggers~ Visibility~ ResourceAccessRole~",
                "Arn",
                Pace.seconds(3, 6));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("Name", 255);
        var request = desired.properties()
                .with("Name", name)
                .withTags(desired.tags())
                .fill(CreateProjectRequest.builder(), RENAMED);
        cloud.codeBuild().createProject(request.build());
        return name;
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Arn")
                ? text(resource.place().arn("codebuild", "project/" + resource.physicalId()))
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        cloud.codeBuild().updateProject(desired.properties()
                .with("Name", current.physicalId())
                .withTags(desired.tags())
                .fill(UpdateProjectRequest.builder(), RENAMED)
                .build());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.codeBuild().deleteProject(request -> request.name(resource.physicalId()));
    }
}
