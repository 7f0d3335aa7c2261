package companion.practice.wire.shape;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes models as XML in which every list and map is flat, each item under a name of its own. */
public final class FlatXmlWriter {
    private final Map<String, String> names;

    /** @param names of elements where they are not called as in the model */
    public FlatXmlWriter(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    public void members(XmlText xml, SdkPojo model) {
        for (var field : model.sdkFields()) {
            var value = field.getValueOrDefault(model);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                var name = field.locationName();
                element(xml, names.getOrDefault(name, name), value, field);
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
            case List<?> items -> items.forEach(item ->
                    element(xml, name, item, field.getTrait(ListTrait.class).memberFieldInfo()));
            case Map<?, ?> entries -> entries.forEach((key, entry) -> {
                xml.open(name).element(name.equals("Tag") ? "Key" : "Name", key.toString());
                element(xml, "Value", entry, field.getTrait(MapTrait.class).valueFieldInfo());
                xml.close(name);
            });
            default -> xml.element(name, Scalars.print(value, field, Format.ISO_8601));
        }
    }
}
