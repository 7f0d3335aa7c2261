package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that has been read and whose references hold. Maps keep the order of the text.
 *
 * @param text as it was sent
 * @param mappings map name to first key to second key to value; empty if there are none
 * @param conditions name to the condition as written
 * @param transforms names of the macros that Transform lists
 * @param metadata missing if there is none
 */
public record Template(
        String text,
        @Nullable String version,
        @Nullable String description,
        Map<String, ParameterDeclaration> parameters,
        ObjectNode mappings,
        Map<String, JsonNode> conditions,
        Map<String, ResourceDeclaration> resources,
        Map<String, OutputDeclaration> outputs,
        List<String> transforms,
        JsonNode metadata) {

    /** Reads a template and checks all that can be checked without parameter values. */
    public static Template parse(String text, ResourceCatalog catalog) {
        var template = new TemplateReader(TemplateText.read(text)).read(text);
        new TemplateRules(template, catalog).check();
        return template;
    }
}
