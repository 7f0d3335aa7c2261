package companion.practice.wire;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** A model without any members. */
enum NoMembers implements SdkPojo {
    INSTANCE;

    @Override
    public List<SdkField<?>> sdkFields() {
        return List.of();
    }

    @Override
    public Map<String, SdkField<?>> sdkFieldNameToField() {
        return Map.of();
    }
}
