package companion.practice.cloudformation.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The properties of one resource with all functions worked out, in CloudFormation's names. Immutable: what changes it
 * answers a changed copy.
 *
 * @param logicalId for error texts
 */
public record Properties(String logicalId, ObjectNode tree) {

    public boolean has(String name) {
        return tree.has(name);
    }

    /** A property as text: numbers and booleans as they are written; null if it is not given. */
    public @Nullable String text(String name) {
        var value = tree.get(name);
        return value == null ? null : value.asText();
    }

    public String text(String name, String otherwise) {
        var value = text(name);
        return value == null ? otherwise : value;
    }

    /** A property that the schema requires. */
    public String required(String name) {
        var value = text(name);
        if (value == null) {
            throw ResourceFailedException.model(logicalId, "#: required key [" + name + "] not found");
        }
        return value;
    }

    /** A whole number, which a template may also write as text; null if it is not given. */
    public @Nullable Integer number(String name) {
        var value = text(name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw ResourceFailedException.model(
                    logicalId, "#/" + name + ": expected type: Integer, found: " + Filler.typeOf(tree.path(name)));
        }
    }

    public boolean flag(String name) {
        return tree.path(name).asBoolean();
    }

    /** A list of texts; empty if it is not given. */
    public List<String> texts(String name) {
        return items(name).map(JsonNode::asText).toList();
    }

    /** A list of objects; empty if it is not given. */
    public List<Properties> objects(String name) {
        return items(name)
                .map(item -> item instanceof ObjectNode object
                        ? new Properties(logicalId, object)
                        : this.<Properties>refuse(name))
                .toList();
    }

    /** An object, empty if it is not given. */
    public Properties object(String name) {
        return switch (tree.get(name)) {
            case ObjectNode object -> new Properties(logicalId, object);
            case null -> new Properties(logicalId, JsonNodeFactory.instance.objectNode());
            default -> refuse(name);
        };
    }

    /** A document such as a policy, as JSON text; it may be given as an object or as text. */
    public String document(String name) {
        var value = tree.path(name);
        return value.isTextual() ? value.textValue() : value.toString();
    }

    public Properties with(String name, @Nullable String value) {
        return with(name, value == null ? null : JsonNodeFactory.instance.textNode(value));
    }

    public Properties with(String name, @Nullable JsonNode value) {
        var copy = tree.deepCopy();
        if (value == null) {
            copy.remove(name);
        } else {
            copy.set(name, value);
        }
        return new Properties(logicalId, copy);
    }

    public Properties without(String... names) {
        var copy = tree.deepCopy();
        copy.remove(List.of(names));
        return new Properties(logicalId, copy);
    }

    public Properties only(String... names) {
        var copy = tree.deepCopy();
        copy.retain(names);
        return new Properties(logicalId, copy);
    }

    public Properties renamed(String from, String to) {
        return has(from) ? with(to, tree.get(from)).without(from) : this;
    }

    /** The same with the tags that the resource shall have, in place of its own property Tags. */
    public Properties withTags(Map<String, String> tags) {
        var list = JsonNodeFactory.instance.arrayNode();
        tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return with("Tags", list);
    }

    /** Puts all properties into the builder of an SDK request or model class, by name. */
    public <B extends SdkPojo> B fill(B builder) {
        return fill(builder, Map.of());
    }

    /** @param renamed CloudFormation's names, at any depth, to those of the SDK where they differ */
    public <B extends SdkPojo> B fill(B builder, Map<String, String> renamed) {
        new Filler(logicalId, renamed).fill(builder, tree, "#");
        return builder;
    }

    private Stream<JsonNode> items(String name) {
        var value = tree.path(name);
        return value.isMissingNode() ? Stream.empty() : value.isArray() ? value.valueStream() : Stream.of(value);
    }

    private <T> T refuse(String name) {
        throw ResourceFailedException.model(
                logicalId, "#/" + name + ": expected type: JSONObject, found: " + Filler.typeOf(tree.path(name)));
    }
}
