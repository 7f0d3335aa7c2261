package companion.practice.codebuild.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The SDK's model objects as JSON, by their members' names in the API model, and back. */
final class SdkJson {
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FRACTION = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SdkJson() {}

    /** Members that were never set are left out, as they are on the wire. */
    static ObjectNode write(SdkPojo pojo) {
        var node = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                node.set(field.memberName(), value(value));
            }
        }
        return node;
    }

    private static JsonNode value(Object value) {
        var factory = JsonNodeFactory.instance;
        return switch (value) {
            case SdkPojo pojo -> write(pojo);
            case Collection<?> list -> {
                var array = factory.arrayNode();
                list.forEach(element -> array.add(element == null ? factory.nullNode() : value(element)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = factory.objectNode();
                map.forEach((key, element) ->
                        object.set(String.valueOf(key), element == null ? factory.nullNode() : value(element)));
                yield object;
            }
            case Boolean truth -> factory.booleanNode(truth);
            case Integer number -> factory.numberNode(number);
            case Long number -> factory.numberNode(number);
            case Double number -> factory.numberNode(number);
            case Float number -> factory.numberNode(number);
            case BigDecimal number -> factory.numberNode(number);
            case Instant instant -> factory.textNode((instant.getNano() == 0 ? WHOLE : FRACTION).format(instant));
            case SdkBytes bytes -> factory.textNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
            default -> factory.textNode(value.toString());
        };
    }

    /** Fills a builder of the SDK. */
    static void read(JsonNode json, SdkPojo builder) throws CliException {
        for (var entry : json.properties()) {
            SdkField<?> field = field(builder, entry.getKey());
            if (field == null) {
                throw CliException.usage("Unknown parameter in input: \"" + entry.getKey() + "\"");
            }
            field.set(builder, value(entry.getValue(), field));
        }
    }

    static @Nullable SdkField<?> field(SdkPojo pojo, String member) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(member)) {
                return field;
            }
        }
        return null;
    }

    static Object value(JsonNode json, SdkField<?> field) throws CliException {
        var type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            var builder = field.constructor().get();
            read(json, builder);
            return ((SdkBuilder<?, ?>) builder).build();
        }
        if (type == MarshallingType.LIST) {
            var member = field.getTrait(ListTrait.class).memberFieldInfo();
            var list = new ArrayList<Object>();
            for (var element :
                    json.isArray() ? json : JsonNodeFactory.instance.arrayNode().add(json)) {
                list.add(value(element, member));
            }
            return list;
        }
        if (type == MarshallingType.MAP) {
            var member = field.getTrait(MapTrait.class).valueFieldInfo();
            var map = new LinkedHashMap<String, Object>();
            for (var entry : json.properties()) {
                map.put(entry.getKey(), value(entry.getValue(), member));
            }
            return map;
        }
        return scalar(json.asText(), field);
    }

    private static Object scalar(String text, SdkField<?> field) throws CliException {
        var type = field.marshallingType();
        try {
            if (type == MarshallingType.INTEGER) {
                return Integer.valueOf(text);
            }
            if (type == MarshallingType.LONG) {
                return Long.valueOf(text);
            }
            if (type == MarshallingType.DOUBLE) {
                return Double.valueOf(text);
            }
            if (type == MarshallingType.FLOAT) {
                return Float.valueOf(text);
            }
            if (type == MarshallingType.BOOLEAN) {
                return Boolean.valueOf(text);
            }
            if (type == MarshallingType.INSTANT) {
                return text.matches("\\d+(\\.\\d+)?")
                        ? Instant.ofEpochSecond((long) Double.parseDouble(text))
                        : Instant.parse(text);
            }
            return type == MarshallingType.SDK_BYTES ? SdkBytes.fromUtf8String(text) : text;
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new CliException(
                    252,
                    "\naws: [ERROR]: Parameter validation failed:\nInvalid type for parameter " + field.memberName()
                            + ", value: " + text);
        }
    }
}
