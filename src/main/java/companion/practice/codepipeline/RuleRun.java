package companion.practice.codepipeline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionStatus;

/**
 * One run of one rule.
 *
 * @param resolved its configuration, all variables replaced; empty where one has no value
 * @param error why it could not be told whether the rule passes; null where it could
 */
record RuleRun(
        String id,
        RuleDeclaration declaration,
        Map<String, String> resolved,
        Instant at,
        RuleExecutionStatus status,
        String summary,
        @Nullable ErrorDetails error) {
    RuleRun {
        resolved = Map.copyOf(resolved);
    }

    boolean passed() {
        return status == RuleExecutionStatus.SUCCEEDED;
    }
}
