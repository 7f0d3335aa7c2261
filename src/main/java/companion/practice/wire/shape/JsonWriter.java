package companion.practice.wire.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Writes models as JSON objects. Lists and maps that nobody set are left out; empty ones that somebody set are not.
 * Thread-safe.
 */
public final class JsonWriter {
    public byte[] write(SdkPojo model) {
        return write(model, Map.of());
    }

    /** @param first members to write before the model's own, such as {@code __type} */
    public byte[] write(SdkPojo model, Map<String, String> first) {
        var bytes = new ByteArrayOutputStream(256);
        try (var json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            for (var member : first.entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            members(json, model);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void members(JsonGenerator json, SdkPojo model) throws IOException {
        for (var field : model.sdkFields()) {
            var value = field.getValueOrDefault(model);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                json.writeFieldName(field.locationName());
                value(json, value, field);
            }
        }
    }

    private void value(JsonGenerator json, @Nullable Object value, SdkField<?> field) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case SdkPojo model -> {
                json.writeStartObject();
                members(json, model);
                json.writeEndObject();
            }
            case List<?> items -> {
                var member = field.getTrait(ListTrait.class).memberFieldInfo();
                json.writeStartArray();
                for (var item : items) {
                    value(json, item, member);
                }
                json.writeEndArray();
            }
            case Map<?, ?> entries -> {
                var member = field.getTrait(MapTrait.class).valueFieldInfo();
                json.writeStartObject();
                for (var entry : entries.entrySet()) {
                    json.writeFieldName(entry.getKey().toString());
                    value(json, entry.getValue(), member);
                }
                json.writeEndObject();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Short number -> json.writeNumber(number);
            case Byte number -> json.writeNumber(number.shortValue());
            case Float number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case Instant time -> time(json, time, Scalars.format(field, Format.UNIX_TIMESTAMP));
            case SdkBytes bytes -> json.writeString(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
            case Document document -> Documents.write(document, json);
            default -> json.writeString(value.toString());
        }
    }

    private static void time(JsonGenerator json, Instant time, Format format) throws IOException {
        if (format == Format.ISO_8601 || format == Format.RFC_822) {
            json.writeString(Timestamps.format(time, format));
        } else {
            json.writeNumber(Timestamps.format(time, format));
        }
    }
}
