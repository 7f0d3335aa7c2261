package companion.practice.wire.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reads a JSON object into a model's builder. Members that the model does not have are skipped, as AWS does.
 * Thread-safe.
 */
public final class JsonReader {
    /**
     * Fills the builder.
     *
     * @throws MalformedShapeException with the text of AWS's SerializationException
     */
    public void read(byte[] body, SdkPojo builder) throws MalformedShapeException {
        if (body.length == 0) {
            return;
        }
        try (var json = Json.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedShapeException("Unexpected token received from parser");
            }
            members(json, builder);
            if (json.nextToken() != null) {
                throw new MalformedShapeException("Unexpected token received from parser");
            }
        } catch (JsonProcessingException e) {
            throw new MalformedShapeException(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private void members(JsonParser json, SdkPojo builder) throws IOException, MalformedShapeException {
        var fields = builder.sdkFieldNameToField();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var field = fields.get(json.currentName());
            var token = json.nextToken();
            if (field == null) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                field.set(builder, value(json, field));
            }
        }
    }

    private @Nullable Object value(JsonParser json, SdkField<?> field) throws IOException, MalformedShapeException {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> {
                expect(json, JsonToken.START_OBJECT, "Expected structure or null");
                var builder = field.constructor().get();
                members(json, builder);
                yield ((Buildable) builder).build();
            }
            case LIST -> list(json, field.getTrait(ListTrait.class).memberFieldInfo());
            case MAP -> map(json, field.getTrait(MapTrait.class).valueFieldInfo());
            case DOCUMENT -> Documents.read(json);
            case STRING -> text(json, "String");
            case BOOLEAN -> switch (json.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw unlike(json, "Boolean");
            };
            case SDK_BYTES -> bytes(json);
            case INSTANT -> time(json, field);
            case INTEGER -> number(json, "Integer").intValueExact();
            case LONG -> number(json, "Long").longValueExact();
            case SHORT -> number(json, "Short").shortValueExact();
            case BYTE -> number(json, "Byte").byteValueExact();
            case FLOAT -> json.currentToken().isNumeric() ? (Object) json.getFloatValue() : fail(json, "Float");
            case DOUBLE -> json.currentToken().isNumeric() ? (Object) json.getDoubleValue() : fail(json, "Double");
            case BIG_DECIMAL -> json.currentToken().isNumeric() ? json.getDecimalValue() : fail(json, "BigDecimal");
            case NULL -> null;
        };
    }

    private List<@Nullable Object> list(JsonParser json, SdkField<?> member)
            throws IOException, MalformedShapeException {
        expect(json, JsonToken.START_ARRAY, "Expected list or null");
        var items = new ArrayList<@Nullable Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(json.currentToken() == JsonToken.VALUE_NULL ? null : value(json, member));
        }
        return items;
    }

    private Map<String, @Nullable Object> map(JsonParser json, SdkField<?> member)
            throws IOException, MalformedShapeException {
        expect(json, JsonToken.START_OBJECT, "Expected map or null");
        var entries = new LinkedHashMap<String, @Nullable Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var key = json.currentName();
            entries.put(key, json.nextToken() == JsonToken.VALUE_NULL ? null : value(json, member));
        }
        return entries;
    }

    private static String text(JsonParser json, String type) throws IOException, MalformedShapeException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw unlike(json, type);
        }
        return json.getText();
    }

    private static SdkBytes bytes(JsonParser json) throws IOException, MalformedShapeException {
        try {
            return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text(json, "Blob")));
        } catch (IllegalArgumentException e) {
            throw new MalformedShapeException("STRING_VALUE can not be converted to a Blob");
        }
    }

    private static Instant time(JsonParser json, SdkField<?> field) throws IOException, MalformedShapeException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                Scalars.format(field, Format.UNIX_TIMESTAMP) == Format.UNIX_TIMESTAMP_MILLIS
                        ? Instant.ofEpochMilli(json.getLongValue())
                        : Timestamps.ofEpochSeconds(json.getDecimalValue());
            case VALUE_STRING -> Timestamps.parse(json.getText(), Scalars.format(field, Format.ISO_8601));
            default -> throw unlike(json, "Timestamp");
        };
    }

    /** A whole number that fits a long; the fraction of one that has it is cut off, as AWS does. */
    private static BigDecimal number(JsonParser json, String type) throws IOException, MalformedShapeException {
        if (!json.currentToken().isNumeric()) {
            throw unlike(json, type);
        }
        var number = json.getDecimalValue();
        var limit = switch (type) {
            case "Integer" -> Integer.MAX_VALUE;
            case "Short" -> Short.MAX_VALUE;
            case "Byte" -> Byte.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        if (number.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
            throw unlike(json, type);
        }
        return number.setScale(0, java.math.RoundingMode.DOWN);
    }

    private static Object fail(JsonParser json, String type) throws MalformedShapeException {
        throw unlike(json, type);
    }

    private static void expect(JsonParser json, JsonToken token, String otherwise) throws MalformedShapeException {
        if (json.currentToken() != token) {
            throw new MalformedShapeException(otherwise);
        }
    }

    private static MalformedShapeException unlike(JsonParser json, String type) {
        return new MalformedShapeException(
                switch (json.currentToken()) {
                    case START_OBJECT -> "Start of structure or map found where not expected.";
                    case START_ARRAY -> "Start of list found where not expected";
                    case VALUE_TRUE -> "TRUE_VALUE can not be converted to a " + type;
                    case VALUE_FALSE -> "FALSE_VALUE can not be converted to a " + type;
                    case VALUE_STRING -> "STRING_VALUE can not be converted to a " + type;
                    default -> "NUMBER_VALUE can not be converted to a " + type;
                });
    }
}
