package companion.practice.cloudformation.resource.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.resource.TagChange;
import companion.practice.fabric.Services;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageTransitionType;
import software.amazon.awssdk.services.codepipeline.model.Tag;

/** {@code AWS::CodePipeline::Pipeline}: Ref is the name. */
public final class PipelineType extends ResourceType {
    private static final String DISABLED = "DisableInboundStageTransitions";

    public PipelineType() {
        super(
                "AWS::CodePipeline::Pipeline",
                "Name! RoleArn* Stages* ArtifactStore ArtifactStores PipelineType ExecutionMode Variables Triggers"
                        + " DisableInboundStageTransitions RestartExecutionOnUpdate Tags",
                "Version",
                Pace.seconds(2, 5));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("Name", 100);
        var declaration = declaration(name, desired.properties());
        cloud.codePipeline().createPipeline(request -> request.pipeline(declaration).tags(tags(desired.tags())));
        return name;
    }

    @Override
    public void configure(String name, Desired desired, Services cloud) {
        disable(name, desired.properties(), cloud.codePipeline());
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Version")
                ? text(String.valueOf(cloud.codePipeline()
                        .getPipeline(request -> request.name(resource.physicalId()))
                        .pipeline()
                        .version()))
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var name = current.physicalId();
        var codePipeline = cloud.codePipeline();
        var changed = changed(current.properties(), desired.properties());
        boolean structure = changed.stream().anyMatch(property -> !property.equals("Tags"));
        if (structure) {
            var declaration = declaration(name, desired.properties());
            codePipeline.updatePipeline(request -> request.pipeline(declaration));
        }
        if (changed.contains(DISABLED)) {
            for (var transition : current.properties().objects(DISABLED)) {
                codePipeline.enableStageTransition(request -> request.pipelineName(name)
                        .stageName(transition.text("StageName"))
                        .transitionType(StageTransitionType.INBOUND));
            }
            disable(name, desired.properties(), codePipeline);
        }
        retag(current, TagChange.between(current, desired), codePipeline);
        if (structure && desired.properties().flag("RestartExecutionOnUpdate")) {
            codePipeline.startPipelineExecution(request -> request.name(name));
        }
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.codePipeline().deletePipeline(request -> request.name(resource.physicalId()));
    }

    private static PipelineDeclaration declaration(String name, Properties properties) {
        var own = properties.without(DISABLED, "RestartExecutionOnUpdate", "Tags").with("Name", name);
        if (own.has("ArtifactStores")) {
            // A list of regions with their stores here, a map from the one to the other there.
            var byRegion = JsonNodeFactory.instance.objectNode();
            own.objects("ArtifactStores")
                    .forEach(store -> byRegion.set(store.required("Region"), store.object("ArtifactStore").tree()));
            own = own.with("ArtifactStores", byRegion);
        }
        return own.fill(PipelineDeclaration.builder()).build();
    }

    private static void disable(String name, Properties properties, CodePipelineClient codePipeline) {
        for (var transition : properties.objects(DISABLED)) {
            codePipeline.disableStageTransition(request -> request.pipelineName(name)
                    .stageName(transition.required("StageName"))
                    .transitionType(StageTransitionType.INBOUND)
                    .reason(transition.required("Reason")));
        }
    }

    private static void retag(Existing current, TagChange change, CodePipelineClient codePipeline) {
        var arn = current.place().arn("codepipeline", current.physicalId());
        if (!change.removed().isEmpty()) {
            codePipeline.untagResource(request -> request.resourceArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            codePipeline.tagResource(request -> request.resourceArn(arn).tags(tags(change.set())));
        }
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
