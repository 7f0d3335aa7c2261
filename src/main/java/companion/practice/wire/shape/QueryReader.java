package companion.practice.wire.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reads Query parameters into a model's builder. Lists are taken both with the member's name ({@code X.member.1}) and
 * flat ({@code X.1}, as EC2 has them), whichever was sent.
 */
public final class QueryReader {

    /**
     * Fills the builder.
     *
     * @throws MalformedShapeException naming the parameter whose value has the wrong type
     */
    public void read(Parameters parameters, SdkPojo builder) throws MalformedShapeException {
        for (var field : builder.sdkFields()) {
            var sent = parameters.child(field.locationName());
            if (sent != null) {
                field.set(builder, value(sent, field));
            }
        }
    }

    private @Nullable Object value(Parameters sent, SdkField<?> field) throws MalformedShapeException {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> {
                var builder = field.constructor().get();
                read(sent, builder);
                yield ((Buildable) builder).build();
            }
            case LIST -> list(sent, field.getTrait(ListTrait.class));
            case MAP -> map(sent, field.getTrait(MapTrait.class));
            default -> {
                var text = sent.text();
                if (text == null) {
                    throw new MalformedShapeException(
                            "Unexpected complex element termination: " + field.locationName());
                }
                yield Scalars.parse(text, field, Format.ISO_8601);
            }
        };
    }

    private List<@Nullable Object> list(Parameters sent, ListTrait trait) throws MalformedShapeException {
        var name = Objects.requireNonNullElse(trait.memberLocationName(), "member");
        var items = new ArrayList<@Nullable Object>();
        for (var item : below(sent, name, "member").numbered()) {
            items.add(value(item, trait.memberFieldInfo()));
        }
        return items;
    }

    private Map<String, @Nullable Object> map(Parameters sent, MapTrait trait) throws MalformedShapeException {
        var entries = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : below(sent, "entry", "entry").numbered()) {
            var key = entry.text(Objects.requireNonNullElse(trait.keyLocationName(), "key"));
            var value = entry.child(Objects.requireNonNullElse(trait.valueLocationName(), "value"));
            if (key == null || value == null) {
                throw new MalformedShapeException("A map entry needs a key and a value");
            }
            entries.put(key, value(value, trait.valueFieldInfo()));
        }
        return entries;
    }

    private static Parameters below(Parameters sent, String name, String otherwise) {
        var named = sent.child(name);
        if (named == null) {
            named = sent.child(otherwise);
        }
        return named == null ? sent : named;
    }
}
