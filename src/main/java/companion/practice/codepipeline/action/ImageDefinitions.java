package companion.practice.codepipeline.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code imagedefinitions.json}: which container of a task definition gets which image.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html">Image definitions file reference</a>
 */
final class ImageDefinitions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 100 * 1024;

    private ImageDefinitions() {}

    /**
     * Container name to image, in the order of the file.
     *
     * @throws ActionFailed ConfigurationError if there is no such file, or it is too large, or not of that form
     */
    static Map<String, String> read(ArtifactStore store, ActionRun.Artifact artifact, String file) throws ActionFailed {
        var bytes = store.file(artifact, file)
                .orElseThrow(() -> ActionFailed.configuration("Did not find the image definition file " + file
                        + " in the input artifacts ZIP file. Verify the file is stored in your pipeline's Amazon S3 artifact "
                        + "bucket: " + artifact.bucket() + " key: " + artifact.key()));
        if (bytes.length > MOST_BYTES) {
            throw ActionFailed.configuration("The image definition file " + file + " is larger than 100 KB.");
        }
        var images = new LinkedHashMap<String, String>();
        try {
            var list = JSON.readTree(bytes);
            if (list == null || !list.isArray() || list.isEmpty()) {
                throw invalid(file);
            }
            for (var each : list) {
                images.put(text(each, "name", file), text(each, "imageUri", file));
            }
        } catch (IOException e) {
            throw invalid(file);
        }
        return images;
    }

    private static String text(JsonNode definition, String member, String file) throws ActionFailed {
        var text = definition.path(member).asText();
        if (text.isEmpty()) {
            throw invalid(file);
        }
        return text;
    }

    private static ActionFailed invalid(String file) {
        return ActionFailed.configuration("The image definition file " + file + " contains invalid JSON format");
    }
}
