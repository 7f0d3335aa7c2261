package companion.practice.codepipeline.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.fabric.JsonShapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** Reads {@code taskdef.json}, {@code appspec.yaml} and {@code imageDetail.json} from the artifacts of a CodeDeployToECS action. */
final class EcsDefinitions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArtifactStore store;

    EcsDefinitions(ArtifactStore store) {
        this.store = store;
    }

    /** The image that {@code imageDetail.json} of an artifact names. */
    String imageUri(ActionRun run, String artifact) throws ActionFailed {
        var detail = store.file(run.input(artifact), "imageDetail.json");
        if (detail.isEmpty()) {
            throw ActionFailed.configuration("Invalid action configuration. Exception while trying to read the image artifact "
                    + "file from the artifact: " + artifact + ".");
        }
        try {
            var uri = JSON.readTree(detail.get()).path("ImageURI").asText();
            if (!uri.isEmpty()) {
                return uri;
            }
        } catch (IOException e) {
            // The same sentence as for a file without the member.
        }
        throw ActionFailed.configuration("Invalid action configuration. The image artifact file imageDetail.json of artifact "
                + artifact + " must be JSON with a member ImageURI.");
    }

    /**
     * The request that registers the template with its images.
     *
     * @param images placeholder without its angle brackets, to image
     */
    RegisterTaskDefinitionRequest taskDefinition(ActionRun run, Map<String, String> images) throws ActionFailed {
        var artifact = run.setting("TaskDefinitionTemplateArtifact", "");
        var path = run.setting("TaskDefinitionTemplatePath", "taskdef.json");
        var text = read(run, artifact, path, "task definition");
        for (var image : images.entrySet()) {
            text = text.replace("<" + image.getKey() + ">", image.getValue());
        }
        try {
            var template = JSON.readTree(text);
            if (template == null || !template.isObject()) {
                throw new IllegalArgumentException("must be a JSON object");
            }
            return JsonShapes.fill(RegisterTaskDefinitionRequest.builder(), template).build();
        } catch (IOException | IllegalArgumentException e) {
            throw ActionFailed.configuration("Invalid action configuration. The task definition template " + path
                    + " of artifact " + artifact + " cannot be read: " + firstLine(e));
        }
    }

    /** The AppSpec with the task definition in its place. */
    String appSpec(ActionRun run, String taskDefinition) throws ActionFailed {
        var artifact = run.setting("AppSpecTemplateArtifact", "");
        var text = read(run, artifact, run.setting("AppSpecTemplatePath", "appspec.yaml"), "AppSpec");
        return text.replace("<TASK_DEFINITION>", taskDefinition);
    }

    private String read(ActionRun run, String artifact, String path, String what) throws ActionFailed {
        return store.file(run.input(artifact), path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> ActionFailed.configuration("Invalid action configuration. Exception while trying to read "
                        + "the " + what + " artifact file from: " + artifact + ". There is no file " + path + "."));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
