package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML as CloudFormation does: short-form functions become long ones, aliases are refused, and a number keeps the
 * text it was written with where that says more (an account id with a leading zero).
 */
final class YamlDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setLabel("template").setSchema(new CoreSchema()).build();

    /** Short tags whose long form does not begin with {@code Fn::}. */
    private static final Map<String, String> BARE = Map.of("Ref", "Ref", "Condition", "Condition");

    private YamlDocument() {}

    static JsonNode read(String text) {
        try {
            for (var event : new Parse(SETTINGS).parseString(text)) {
                if (event.getEventId() == Event.ID.Alias) {
                    throw ValidationError.template("YAML aliases are not allowed in CloudFormation templates");
                }
            }
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return root.isPresent() ? convert(root.get()) : NODES.nullNode();
        } catch (MarkedYamlEngineException malformed) {
            var mark = malformed.getProblemMark();
            throw ValidationError.format(mark.map(at -> "YAML not well-formed. (line %d, column %d)"
                            .formatted(at.getLine() + 1, at.getColumn() + 1))
                    .orElse("YAML not well-formed."));
        } catch (YamlEngineException malformed) {
            throw ValidationError.format("YAML not well-formed.");
        }
    }

    private static JsonNode convert(Node node) {
        var tag = node.getTag().getValue();
        var content = content(node);
        if (!tag.startsWith("!")) {
            return content;
        }
        var shortName = tag.substring(1);
        var name = BARE.getOrDefault(shortName, "Fn::" + shortName);
        return NODES.objectNode().set(name, name.equals("Fn::GetAtt") ? attribute(content) : content);
    }

    /** {@code !GetAtt A.B.C} names resource A and attribute B.C. */
    private static JsonNode attribute(JsonNode written) {
        if (!written.isTextual() || !written.textValue().contains(".")) {
            return written;
        }
        var parts = written.textValue().split("\\.", 2);
        return NODES.arrayNode().add(parts[0]).add(parts[1]);
    }

    private static JsonNode content(Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence -> {
                ArrayNode list = NODES.arrayNode();
                sequence.getValue().forEach(item -> list.add(convert(item)));
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw ValidationError.format("unsupported structure.");
        };
    }

    private static ObjectNode mapping(MappingNode mapping) {
        var object = NODES.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw ValidationError.format("unsupported structure.");
            }
            object.set(key.getValue(), convert(entry.getValueNode()));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        var tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) && text.matches("0|-?[1-9][0-9]{0,17}")) {
            return NODES.numberNode(Long.parseLong(text));
        }
        return NODES.textNode(text);
    }
}
