package companion.practice.wire.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.utils.builder.Buildable;

/** Reads an XML body into a model's builder. The root's name and namespaces do not matter, as with S3. */
public final class XmlReader {

    /**
     * Fills the builder from the root's children.
     *
     * @throws MalformedShapeException if it is not XML, or a value has the wrong type
     */
    public void read(byte[] document, SdkPojo builder) throws MalformedShapeException {
        members(XmlNode.parse(document), builder);
    }

    private void members(XmlNode node, SdkPojo builder) throws MalformedShapeException {
        for (var field : builder.sdkFields()) {
            if (field.location() == MarshallLocation.PAYLOAD) {
                var value = value(node, field);
                if (value != null) {
                    field.set(builder, value);
                }
            }
        }
    }

    private @Nullable Object value(XmlNode parent, SdkField<?> field) throws MalformedShapeException {
        var trait = field.getTrait(ListTrait.class);
        if (trait != null && trait.isFlattened()) {
            var items = parent.children(field.locationName());
            return items.isEmpty() ? null : list(items, trait);
        }
        var node = parent.child(field.locationName());
        if (node == null) {
            return null;
        }
        return trait == null
                ? single(node, field)
                : list(node.children(Objects.requireNonNullElse(trait.memberLocationName(), "member")), trait);
    }

    private List<Object> list(List<XmlNode> nodes, ListTrait trait) throws MalformedShapeException {
        var items = new ArrayList<>(nodes.size());
        for (var node : nodes) {
            items.add(single(node, trait.memberFieldInfo()));
        }
        return items;
    }

    private Object single(XmlNode node, SdkField<?> field) throws MalformedShapeException {
        if (field.constructor() != null) {
            var builder = field.constructor().get();
            members(node, builder);
            return ((Buildable) builder).build();
        }
        return Scalars.parse(node.text().toString(), field, Format.ISO_8601);
    }
}
