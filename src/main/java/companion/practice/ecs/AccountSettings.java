package companion.practice.ecs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ListAccountSettingsRequest;
import software.amazon.awssdk.services.ecs.model.ListAccountSettingsResponse;
import software.amazon.awssdk.services.ecs.model.Setting;
import software.amazon.awssdk.services.ecs.model.SettingName;

/** The account settings: one value for the whole account, since the practice account has one user. */
final class AccountSettings {
    private final EcsRegion region;
    private final Map<SettingName, String> values = new EnumMap<>(Map.of(
            SettingName.SERVICE_LONG_ARN_FORMAT, "enabled",
            SettingName.TASK_LONG_ARN_FORMAT, "enabled",
            SettingName.CONTAINER_INSTANCE_LONG_ARN_FORMAT, "enabled",
            SettingName.AWSVPC_TRUNKING, "disabled",
            SettingName.CONTAINER_INSIGHTS, "disabled",
            SettingName.FARGATE_FIPS_MODE, "disabled",
            SettingName.TAG_RESOURCE_AUTHORIZATION, "on",
            SettingName.FARGATE_TASK_RETIREMENT_WAIT_PERIOD, "7",
            SettingName.GUARD_DUTY_ACTIVATE, "off",
            SettingName.DEFAULT_LOG_DRIVER_MODE, "non-blocking"));

    AccountSettings(EcsRegion region) {
        this.region = region;
    }

    Setting put(@Nullable SettingName name, @Nullable String value) {
        if (name == null || name == SettingName.UNKNOWN_TO_SDK_VERSION || value == null) {
            throw EcsFaults.invalid("Invalid account setting name or value.");
        }
        values.put(name, value);
        return setting(name, value);
    }

    ListAccountSettingsResponse list(ListAccountSettingsRequest request) {
        boolean effective = Boolean.TRUE.equals(request.effectiveSettings());
        var shown = !effective && request.name() == null
                ? List.<Setting>of()
                : values.entrySet().stream()
                        .filter(v -> request.name() == null || request.name() == v.getKey())
                        .filter(v -> request.value() == null || request.value().equals(v.getValue()))
                        .map(v -> setting(v.getKey(), v.getValue()))
                        .toList();
        var page = Page.of(shown, request.nextToken(), request.maxResults(), 10);
        return ListAccountSettingsResponse.builder().settings(page.items()).nextToken(page.nextToken()).build();
    }

    private Setting setting(SettingName name, String value) {
        return Setting.builder()
                .name(name)
                .value(value)
                .principalArn(region.place().globalArn("iam", "root"))
                .build();
    }
}
