package companion.practice.wire.shape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.utils.builder.Buildable;

/** Reads a REST request with an XML body into a model's builder, each field from the place that the model names. */
public final class RestReader {
    private final XmlReader xml = new XmlReader();

    /** @param streams whether the body is content, and so none of the model's business */
    public void read(RestSource source, SdkPojo builder, boolean streams) throws MalformedShapeException {
        boolean bodyIsOneField = false;
        for (var field : builder.sdkFields()) {
            var value = switch (field.location()) {
                case PATH, GREEDY_PATH -> scalar(source.label(field.locationName()), field);
                case QUERY_PARAM -> scalar(source.query(field.locationName()), field);
                case HEADER -> header(source, field);
                case PAYLOAD -> field.containsTrait(PayloadTrait.class) ? payload(source.body(), field) : null;
                case STATUS_CODE -> null;
            };
            bodyIsOneField |= field.containsTrait(PayloadTrait.class);
            if (value != null) {
                field.set(builder, value);
            }
        }
        if (!bodyIsOneField && !streams && source.body().length > 0 && hasPayload(builder)) {
            xml.read(source.body(), builder);
        }
    }

    static boolean hasPayload(SdkPojo model) {
        return model.sdkFields().stream().anyMatch(field -> field.location() == MarshallLocation.PAYLOAD);
    }

    private @Nullable Object header(RestSource source, SdkField<?> field) throws MalformedShapeException {
        if (field.marshallingType() == MarshallingType.MAP) {
            var entries = source.headersBelow(field.locationName());
            return entries.isEmpty() ? null : entries;
        }
        var text = source.header(field.locationName());
        var list = field.getTrait(ListTrait.class);
        if (list == null || text == null) {
            return scalar(text, field);
        }
        var items = new ArrayList<Object>();
        for (var item : text.split(",")) {
            items.add(Scalars.parse(item.strip(), list.memberFieldInfo(), Format.RFC_822));
        }
        return items;
    }

    private static @Nullable Object scalar(@Nullable String text, SdkField<?> field) throws MalformedShapeException {
        return text == null ? null : Scalars.parse(text, field, Format.RFC_822);
    }

    private @Nullable Object payload(byte[] body, SdkField<?> field) throws MalformedShapeException {
        if (body.length == 0) {
            return null;
        }
        if (field.marshallingType() != MarshallingType.SDK_POJO) {
            return Scalars.parse(new String(body, StandardCharsets.UTF_8), field, Format.ISO_8601);
        }
        var builder = field.constructor().get();
        xml.read(body, builder);
        return ((Buildable) builder).build();
    }
}
