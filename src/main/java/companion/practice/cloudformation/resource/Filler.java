package companion.practice.cloudformation.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Carries CloudFormation properties over to SDK model classes by the SDK's own field metadata. CloudFormation writes
 * every name with a capital letter ({@code ContainerDefinitions}, {@code ECSServices}) where some services do not
 * ({@code containerDefinitions}, {@code ecsServices}); and it takes "80" for 80, "true" for true and the reverse.
 */
final class Filler {
    private final String logicalId;
    private final Map<String, String> renamed;

    Filler(String logicalId, Map<String, String> renamed) {
        this.logicalId = logicalId;
        this.renamed = renamed;
    }

    void fill(SdkPojo builder, ObjectNode properties, String path) {
        properties.properties().forEach(property -> {
            var field = field(builder, property.getKey());
            if (field == null) {
                throw ResourceFailedException.model(
                        logicalId, path + ": extraneous key [" + property.getKey() + "] is not permitted");
            }
            field.set(builder, value(field, property.getValue(), path + "/" + property.getKey()));
        });
    }

    private @Nullable SdkField<?> field(SdkPojo builder, String written) {
        var name = renamed.getOrDefault(written, written);
        for (var field : builder.sdkFields()) {
            var member = field.memberName();
            var capitalized = Character.toUpperCase(member.charAt(0)) + member.substring(1);
            var acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1)) && name.equalsIgnoreCase(member);
            if (capitalized.equals(name) || acronym || !name.equals(written) && member.equals(name)) {
                return field;
            }
        }
        return null;
    }

    private Object value(SdkField<?> field, JsonNode node, String path) {
        var type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            // A document such as an event pattern may be given as an object.
            return node.isContainerNode() ? node.toString() : node.asText();
        }
        if (type == MarshallingType.SDK_POJO) {
            if (!(node instanceof ObjectNode object)) {
                throw mismatch(path, "JSONObject", node);
            }
            var nested = field.constructor().get();
            fill(nested, object, path);
            return ((Buildable) nested).build();
        }
        if (type == MarshallingType.LIST) {
            return list(field.getTrait(ListTrait.class).memberFieldInfo(), node, path);
        }
        if (type == MarshallingType.MAP) {
            return map(field.getTrait(MapTrait.class).valueFieldInfo(), node, path);
        }
        if (type == MarshallingType.BOOLEAN) {
            if (!node.asText().matches("true|false")) {
                throw mismatch(path, "Boolean", node);
            }
            return node.asText().equals("true");
        }
        return number(type, node, path);
    }

    private List<Object> list(SdkField<?> member, JsonNode node, String path) {
        if (!node.isArray()) {
            throw mismatch(path, "JSONArray", node);
        }
        var values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(value(member, node.get(i), path + "/" + i));
        }
        return values;
    }

    /** A map; or what CloudFormation writes as a list of Key and Value, its tags. */
    private Map<String, Object> map(SdkField<?> member, JsonNode node, String path) {
        var values = new LinkedHashMap<String, Object>();
        if (node.isArray()) {
            for (var pair : node) {
                values.put(pair.path("Key").asText(), value(member, pair.path("Value"), path));
            }
        } else if (node.isObject()) {
            node.properties().forEach(entry ->
                    values.put(entry.getKey(), value(member, entry.getValue(), path + "/" + entry.getKey())));
        } else {
            throw mismatch(path, "JSONObject", node);
        }
        return values;
    }

    private Object number(MarshallingType<?> type, JsonNode node, String path) {
        try {
            if (type == MarshallingType.INTEGER) {
                return Integer.valueOf(node.asText());
            }
            if (type == MarshallingType.LONG) {
                return Long.valueOf(node.asText());
            }
            if (type == MarshallingType.DOUBLE) {
                return Double.valueOf(node.asText());
            }
        } catch (NumberFormatException notANumber) {
            throw mismatch(path, type == MarshallingType.DOUBLE ? "Number" : "Integer", node);
        }
        throw new UnsupportedOperationException(path + " has a type that the practice cloud cannot carry");
    }

    private ResourceFailedException mismatch(String path, String expected, JsonNode found) {
        return ResourceFailedException.model(
                logicalId, path + ": expected type: " + expected + ", found: " + typeOf(found));
    }

    static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "JSONObject";
            case ARRAY -> "JSONArray";
            case BOOLEAN -> "Boolean";
            case NUMBER -> "Integer";
            default -> "String";
        };
    }
}
