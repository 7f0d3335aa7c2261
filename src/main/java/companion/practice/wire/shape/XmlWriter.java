package companion.practice.wire.shape;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes the payload fields of models as XML elements, under the names that a client looks for in a response. */
public final class XmlWriter {

    public void members(XmlText xml, SdkPojo model) {
        for (var field : model.sdkFields()) {
            var value = field.getValueOrDefault(model);
            if (value != null
                    && field.location() == MarshallLocation.PAYLOAD
                    && !(value instanceof SdkAutoConstructList)
                    && !(value instanceof SdkAutoConstructMap)) {
                element(xml, field.unmarshallLocationName(), value, field);
            }
        }
    }

    private void element(XmlText xml, String name, Object value, SdkField<?> field) {
        switch (value) {
            case SdkPojo model -> {
                xml.open(name);
                members(xml, model);
                xml.close(name);
            }
            case List<?> items -> list(xml, name, items, field.getTrait(ListTrait.class));
            case Map<?, ?> entries -> map(xml, name, entries, field.getTrait(MapTrait.class));
            default -> xml.element(name, Scalars.print(value, field, Format.ISO_8601));
        }
    }

    private void list(XmlText xml, String name, List<?> items, ListTrait trait) {
        var member = trait.memberFieldInfo();
        if (trait.isFlattened()) {
            items.forEach(item -> element(xml, name, item, member));
            return;
        }
        xml.open(name);
        var itemName = Objects.requireNonNullElse(trait.memberLocationName(), "member");
        items.forEach(item -> element(xml, itemName, item, member));
        xml.close(name);
    }

    private void map(XmlText xml, String name, Map<?, ?> entries, MapTrait trait) {
        if (!trait.isFlattened()) {
            xml.open(name);
        }
        var entryName = trait.isFlattened() ? name : "entry";
        entries.forEach((key, value) -> {
            xml.open(entryName);
            xml.element(Objects.requireNonNullElse(trait.keyLocationName(), "key"), key.toString());
            element(xml, Objects.requireNonNullElse(trait.valueLocationName(), "value"), value, trait.valueFieldInfo());
            xml.close(entryName);
        });
        if (!trait.isFlattened()) {
            xml.close(name);
        }
    }
}
