package companion.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** A structure of the SDK's model as JSON with AWS's own member names; only what is set. */
public final class RequestJson {
    private static final int ONE_LINE = 72;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RequestJson() {}

    /** On one line where it is short. */
    static String of(Object value) {
        var tree = tree(value);
        var line = tree.toString();
        return line.length() <= ONE_LINE ? line : pretty(tree);
    }

    public static String pretty(JsonNode tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that cannot be written", e);
        }
    }

    /** @param value a model structure, a list, a map, or a scalar */
    public static JsonNode tree(Object value) {
        return switch (value) {
            case SdkPojo pojo -> {
                var node = NODES.objectNode();
                RequestFields.of(pojo).forEach(member -> node.set(member.name(), tree(member.value())));
                yield node;
            }
            case Map<?, ?> map -> {
                var node = NODES.objectNode();
                map.forEach((key, item) -> node.set(String.valueOf(key), tree(RequestFields.shown(String.valueOf(key), item))));
                yield node;
            }
            case Collection<?> list -> {
                var node = NODES.arrayNode();
                list.forEach(item -> node.add(tree(item)));
                yield node;
            }
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case Float number -> NODES.numberNode(number);
            case SdkBytes bytes -> NODES.binaryNode(bytes.asByteArray());
            default -> NODES.textNode(String.valueOf(value));
        };
    }
}
