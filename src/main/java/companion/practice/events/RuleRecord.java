package companion.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** A rule as the room keeps it. */
final class RuleRecord {
    final String name;
    final String arn;
    final Map<String, Target> targets = new LinkedHashMap<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    RuleState state = RuleState.ENABLED;
    String description = "";
    @Nullable EventPattern pattern;
    @Nullable String patternText;
    @Nullable String roleArn;

    RuleRecord(String name, String arn) {
        this.name = name;
        this.arn = arn;
    }

    boolean takes(JsonNode event) {
        return state != RuleState.DISABLED && pattern != null && pattern.matches(event);
    }

    /** False only if it takes no event of that kind, whatever is in it. */
    boolean mayTake(String source, String detailType) {
        return state != RuleState.DISABLED && !targets.isEmpty() && pattern != null && pattern.mayMatch(source, detailType);
    }

    Rule toModel() {
        return Rule.builder()
                .name(name)
                .arn(arn)
                .eventBusName("default")
                .eventPattern(patternText)
                .state(state)
                .description(description.isEmpty() ? null : description)
                .roleArn(roleArn)
                .build();
    }
}
