package companion.practice.fabric;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Reads documents that users write in an API's own words, such as {@code taskdef.json}, into that API's request. Members that
 * the request does not have are left out, as the services that accept such documents do.
 */
public final class JsonShapes {
    private JsonShapes() {}

    /**
     * Fills a request's builder.
     *
     * @throws IllegalArgumentException if a member has the wrong JSON type, with its name
     */
    public static <B extends SdkPojo> B fill(B builder, JsonNode document) {
        for (var field : builder.sdkFields()) {
            var node = document.get(field.locationName());
            if (node != null && !node.isNull()) {
                field.set(builder, value(field, node));
            }
        }
        return builder;
    }

    private static @Nullable Object value(SdkField<?> field, JsonNode node) {
        var type = field.marshallingType();
        try {
            if (type == MarshallingType.LIST) {
                return list(field.getTrait(ListTrait.class).memberFieldInfo(), node);
            }
            if (type == MarshallingType.MAP) {
                return map(field.getTrait(MapTrait.class).valueFieldInfo(), node);
            }
            if (type == MarshallingType.SDK_POJO) {
                require(node.isObject(), "an object");
                return ((SdkBuilder<?, ?>) fill(field.constructor().get(), node)).build();
            }
            return scalar(type, node);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field.memberName() + ": " + e.getMessage(), e);
        }
    }

    private static List<Object> list(SdkField<?> member, JsonNode node) {
        require(node.isArray(), "a list");
        var items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(value(member, item)));
        return items;
    }

    private static Map<String, Object> map(SdkField<?> member, JsonNode node) {
        require(node.isObject(), "an object");
        var entries = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), value(member, entry.getValue())));
        return entries;
    }

    private static Object scalar(MarshallingType<?> type, JsonNode node) {
        require(node.isValueNode(), "a single value");
        if (type == MarshallingType.STRING) {
            return node.asText();
        }
        if (type == MarshallingType.BOOLEAN) {
            require(node.isBoolean(), "true or false");
            return node.asBoolean();
        }
        if (type == MarshallingType.SDK_BYTES) {
            return SdkBytes.fromByteArray(java.util.Base64.getDecoder().decode(node.asText()));
        }
        require(node.isNumber(), "a number");
        if (type == MarshallingType.INTEGER) {
            return node.asInt();
        }
        if (type == MarshallingType.LONG) {
            return node.asLong();
        }
        if (type == MarshallingType.DOUBLE) {
            return node.asDouble();
        }
        if (type == MarshallingType.FLOAT) {
            return (float) node.asDouble();
        }
        if (type == MarshallingType.BIG_DECIMAL) {
            return new BigDecimal(node.asText());
        }
        if (type == MarshallingType.INSTANT) {
            return Instant.ofEpochMilli((long) (node.asDouble() * 1000));
        }
        throw new IllegalArgumentException("cannot be read from JSON");
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("must be " + what);
        }
    }
}
