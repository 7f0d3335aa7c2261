package companion.practice.cloudformation.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns the text of a template, JSON or YAML, into a tree in which every function has its long form. */
final class TemplateText {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private TemplateText() {}

    /**
     * Reads a template's text.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException {@code Template format error: …}
     */
    static ObjectNode read(String text) {
        var tree = text.stripLeading().startsWith("{") ? json(text) : YamlDocument.read(text);
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw ValidationError.format("unsupported structure.");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            var at = notJson.getLocation();
            if (at == null || !text.stripLeading().substring(1).stripLeading().startsWith("\"")) {
                // An unquoted key: YAML's flow style looks nearly like JSON.
                return YamlDocument.read(text);
            }
            throw ValidationError.format(
                    "JSON not well-formed. (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()));
        }
    }
}
