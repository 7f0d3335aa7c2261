package companion.practice.codepipeline;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import software.amazon.awssdk.services.codepipeline.model.RuleCategory;
import software.amazon.awssdk.services.codepipeline.model.RuleOwner;
import software.amazon.awssdk.services.codepipeline.model.RuleTypeId;

/**
 * The rule that compares a variable of the execution with a value.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-VariableCheck.html">Reference</a>
 */
final class VariableCheck {
    static final RuleTypeId TYPE = RuleTypeId.builder()
            .category(RuleCategory.RULE)
            .owner(RuleOwner.AWS)
            .provider("VariableCheck")
            .version("1")
            .build();

    static final Set<String> REQUIRED = Set.of("Variable", "Value", "Operator");
    static final Set<String> OPERATORS = Set.of("EQ", "NE", "CONTAINS", "MATCHES");

    private VariableCheck() {}

    /**
     * @param configuration with its variables replaced
     * @throws PatternSyntaxException if the value to match is no regular expression of Java
     */
    static boolean passes(Map<String, String> configuration) {
        var actual = configuration.get("Variable");
        var wanted = configuration.get("Value");
        return switch (configuration.get("Operator")) {
            case "EQ" -> actual.equals(wanted);
            case "NE" -> !actual.equals(wanted);
            case "CONTAINS" -> actual.contains(wanted);
            case "MATCHES" -> Pattern.matches(wanted, actual);
            default -> throw new IllegalStateException("An operator that was never accepted: " + configuration);
        };
    }
}
