package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One member of a template's Outputs.
 *
 * @param export the name under which other stacks import the value, as written; null if it is not exported
 */
public record OutputDeclaration(
        String name,
        JsonNode value,
        @Nullable String description,
        @Nullable JsonNode export,
        @Nullable String condition) {}
