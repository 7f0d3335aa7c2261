package companion.practice.elb;

import companion.practice.traffic.Condition;
import companion.practice.traffic.Wildcard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Conditions of rules. Those with regular expressions are not part of it. */
final class Conditions {
    private static final int MOST_VALUES = 5;
    private static final int LONGEST = 128;

    private Conditions() {}

    /** Checks conditions and completes them as load balancing shows them. */
    static List<RuleCondition> checked(List<RuleCondition> conditions) {
        int values = 0;
        for (var condition : conditions) {
            values += checked(condition).size();
        }
        if (values > MOST_VALUES) {
            throw ElbFault.validation("Rules cannot have more than '" + MOST_VALUES + "' condition values");
        }
        return conditions.stream().map(Conditions::completed).toList();
    }

    private static List<String> checked(RuleCondition condition) {
        var field = ElbFault.required(condition.field(), "conditions.1.member.field");
        if (!condition.regexValues().isEmpty()
                || condition.httpHeaderConfig() != null
                        && !condition.httpHeaderConfig().regexValues().isEmpty()) {
            throw new UnsupportedOperationException("The practice cloud's rules know no regular expressions.");
        }
        var values = values(condition, field);
        if (values.isEmpty()) {
            throw ElbFault.validation("A condition value must be specified");
        }
        for (var value : values) {
            if (value.length() > LONGEST) {
                throw ElbFault.validation("Condition value '" + value + "' cannot be longer than '" + LONGEST
                        + "' characters");
            }
        }
        if (field.equals("source-ip")) {
            values.forEach(Conditions::checkBlock);
        }
        return values;
    }

    private static void checkBlock(String block) {
        int slash = block.indexOf('/');
        boolean valid = slash > 0
                && (block.contains(":")
                        || Ipv4.isAddress(block.substring(0, slash))
                                && block.substring(slash + 1).matches("[12]?\\d|3[0-2]"));
        if (!valid) {
            throw ElbFault.validation("Condition value '" + block + "' is not a valid CIDR block");
        }
    }

    private static List<String> values(RuleCondition condition, String field) {
        return switch (field) {
            case "path-pattern" -> condition.pathPatternConfig() == null
                    ? condition.values()
                    : condition.pathPatternConfig().values();
            case "host-header" -> condition.hostHeaderConfig() == null
                    ? condition.values()
                    : condition.hostHeaderConfig().values();
            case "http-header" -> {
                var config = ElbFault.required(condition.httpHeaderConfig(), "conditions.1.member.httpHeaderConfig");
                ElbFault.required(config.httpHeaderName(), "conditions.1.member.httpHeaderConfig.httpHeaderName");
                yield config.values();
            }
            case "http-request-method" -> ElbFault.required(
                            condition.httpRequestMethodConfig(), "conditions.1.member.httpRequestMethodConfig")
                    .values();
            case "query-string" -> ElbFault.required(
                            condition.queryStringConfig(), "conditions.1.member.queryStringConfig")
                    .values()
                    .stream()
                    .map(v -> ElbFault.required(v.value(), "conditions.1.member.queryStringConfig.values.value"))
                    .toList();
            case "source-ip" -> ElbFault.required(condition.sourceIpConfig(), "conditions.1.member.sourceIpConfig")
                    .values();
            default -> throw ElbFault.validation("Condition field '" + field
                    + "' must be one of '[path-pattern, host-header, http-header, http-request-method, query-string, "
                    + "source-ip]'");
        };
    }

    private static RuleCondition completed(RuleCondition condition) {
        var values = values(condition, condition.field());
        return switch (condition.field()) {
            case "path-pattern" -> condition.toBuilder()
                    .values(values)
                    .pathPatternConfig(c -> c.values(values))
                    .build();
            case "host-header" -> condition.toBuilder()
                    .values(values)
                    .hostHeaderConfig(c -> c.values(values))
                    .build();
            default -> condition;
        };
    }

    /** A checked condition as the data plane tests it. */
    static Condition inTraffic(RuleCondition condition) {
        var values = values(condition, condition.field());
        return switch (condition.field()) {
            case "path-pattern" -> new Condition.PathPattern(
                    values.stream().map(Wildcard::caseSensitive).toList());
            case "host-header" -> new Condition.HostHeader(
                    values.stream().map(Wildcard::anyCase).toList());
            case "http-header" -> new Condition.HttpHeader(
                    condition.httpHeaderConfig().httpHeaderName(),
                    values.stream().map(Wildcard::anyCase).toList());
            case "http-request-method" -> new Condition.RequestMethod(values);
            case "query-string" -> new Condition.QueryString(condition.queryStringConfig().values().stream()
                    .map(v -> Map.entry(
                            Wildcard.anyCase(Objects.requireNonNullElse(v.key(), "*")), Wildcard.anyCase(v.value())))
                    .toList());
            case "source-ip" -> new Condition.SourceIp(values.stream()
                    .anyMatch(block -> !block.contains(":") && Ipv4.contains(block, "127.0.0.1")));
            default -> throw new IllegalStateException(condition.field());
        };
    }
}
