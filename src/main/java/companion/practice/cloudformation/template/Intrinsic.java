package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of an intrinsic function: an object with a single member named Ref or {@code Fn::…}.
 *
 * @param argument as written
 */
record Intrinsic(String name, JsonNode argument) {
    static final List<String> VALUES = List.of(
            "Fn::Base64",
            "Fn::GetAtt",
            "Fn::GetAZs",
            "Fn::ImportValue",
            "Fn::Join",
            "Fn::Split",
            "Fn::FindInMap",
            "Fn::Select",
            "Ref",
            "Fn::If",
            "Fn::Sub",
            "Fn::Cidr");
    static final List<String> BOOLEANS = List.of("Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Condition");

    private static final String ATTRIBUTE_RULE = "every Fn::GetAtt object requires two non-empty parameters, the"
            + " resource name and the resource attribute";

    static @Nullable Intrinsic of(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return null;
        }
        var member = node.properties().iterator().next();
        var name = member.getKey();
        return name.equals("Ref") || name.startsWith("Fn::") ? new Intrinsic(name, member.getValue()) : null;
    }

    /** The arguments of a function that takes a list of exactly so many, or the error that AWS gives. */
    List<JsonNode> arguments(int count, String otherwise) {
        if (!argument.isArray() || argument.size() != count) {
            throw ValidationError.template(otherwise);
        }
        return argument.valueStream().toList();
    }

    /** The resource and the attribute that Fn::GetAtt names; the attribute may itself be a Ref. */
    List<JsonNode> attributeOfResource() {
        if (argument.isTextual() && argument.textValue().contains(".")) {
            var parts = argument.textValue().split("\\.", 2);
            return List.of(TextNode.valueOf(parts[0]), TextNode.valueOf(parts[1]));
        }
        var parts = arguments(2, ATTRIBUTE_RULE);
        if (!parts.getFirst().isTextual()) {
            throw ValidationError.template(ATTRIBUTE_RULE);
        }
        return parts;
    }

    boolean isSupported() {
        return VALUES.contains(name) || BOOLEANS.contains(name);
    }
}
