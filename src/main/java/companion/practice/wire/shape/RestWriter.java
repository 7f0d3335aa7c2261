package companion.practice.wire.shape;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Writes a model as the headers and the XML body of a REST response. */
public final class RestWriter {
    private static final byte[] NOTHING = {};

    private final XmlWriter xml = new XmlWriter();

    public Map<String, String> headers(SdkPojo model) {
        var headers = new LinkedHashMap<String, String>();
        for (var field : model.sdkFields()) {
            var value = field.location() == MarshallLocation.HEADER ? field.getValueOrDefault(model) : null;
            if (value instanceof Map<?, ?> entries) {
                entries.forEach((name, text) -> headers.put(field.locationName() + name, text.toString()));
            } else if (value != null) {
                headers.put(field.locationName(), Scalars.print(value, field, Format.RFC_822));
            }
        }
        return headers;
    }

    /**
     * The body; empty if the model has none.
     *
     * @param root the root element where the model does not name one itself
     */
    public byte[] body(SdkPojo model, String root, String namespace) {
        for (var field : model.sdkFields()) {
            if (field.containsTrait(PayloadTrait.class)) {
                return switch (field.getValueOrDefault(model)) {
                    case null -> NOTHING;
                    case SdkPojo payload -> document(payload, field.locationName(), namespace);
                    case Object text -> text.toString().getBytes(StandardCharsets.UTF_8);
                };
            }
        }
        return RestReader.hasPayload(model) ? document(model, root, namespace) : NOTHING;
    }

    private byte[] document(SdkPojo model, String root, String namespace) {
        var text = new XmlText().open(root, namespace);
        xml.members(text, model);
        return text.close(root).bytes();
    }
}
