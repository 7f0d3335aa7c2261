package companion.practice.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A queue's resource-based policy, asked whether it lets a service send. Source: IAM User Guide, "Policy evaluation logic"
 * and "Condition operators".
 */
record QueuePolicy(JsonNode tree) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEND = "sqs:SendMessage";

    /** Null if it is not a JSON object. */
    static @Nullable QueuePolicy parse(String text) {
        try {
            var tree = JSON.readTree(text);
            return tree != null && tree.isObject() ? new QueuePolicy(tree) : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    static boolean isObject(String text) {
        return parse(text) != null;
    }

    /** Whether SQS would take it: statements with an effect, a principal and an action. */
    static boolean isValid(String text) {
        var policy = parse(text);
        return policy != null
                && !policy.statements().isEmpty()
                && policy.statements().stream()
                        .allMatch(s -> s.path("Effect").asText().matches("Allow|Deny")
                                && (s.has("Principal") || s.has("NotPrincipal"))
                                && (s.has("Action") || s.has("NotAction")));
    }

    /**
     * Whether a service may send: some statement allows it and none denies it.
     *
     * @param context condition keys and their values, such as {@code aws:SourceArn}
     */
    boolean letsSend(String service, String queueArn, Map<String, String> context) {
        var matching = statements().stream()
                .filter(s -> isPrincipal(s, service))
                .filter(s -> named(s, "Action", SEND, false))
                .filter(s -> !s.has("Resource") && !s.has("NotResource") || named(s, "Resource", queueArn, true))
                .filter(s -> conditionsHold(s.path("Condition"), context))
                .map(s -> s.path("Effect").asText())
                .toList();
        return matching.contains("Allow") && !matching.contains("Deny");
    }

    private List<JsonNode> statements() {
        var statement = tree.path("Statement");
        if (!statement.isArray()) {
            return statement.isObject() ? List.of(statement) : List.of();
        }
        var all = new ArrayList<JsonNode>();
        statement.forEach(all::add);
        return all;
    }

    private static boolean isPrincipal(JsonNode statement, String service) {
        boolean negated = statement.has("NotPrincipal");
        var principal = statement.path(negated ? "NotPrincipal" : "Principal");
        boolean named = principal.asText().equals("*")
                || strings(principal.path("Service")).contains(service)
                || strings(principal.path("AWS")).contains("*");
        return named != negated;
    }

    private static boolean named(JsonNode statement, String element, String value, boolean exactCase) {
        boolean negated = statement.has("Not" + element);
        return negated
                != strings(statement.path(negated ? "Not" + element : element)).stream()
                        .anyMatch(pattern -> glob(pattern, exactCase).matcher(value).matches());
    }

    private static boolean conditionsHold(JsonNode conditions, Map<String, String> context) {
        for (var operator : conditions.properties()) {
            for (var key : operator.getValue().properties()) {
                if (!holds(operator.getKey(), strings(key.getValue()), value(context, key.getKey()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** An operator that is not known here does not hold: a policy must not let in more than AWS would. */
    private static boolean holds(String operator, List<String> wanted, @Nullable String found) {
        var name = operator.replaceFirst("^For(?:AnyValue|AllValues):", "");
        if (name.equals("Null")) {
            return wanted.contains(Boolean.toString(found == null));
        }
        boolean ifExists = name.endsWith("IfExists");
        name = ifExists ? name.substring(0, name.length() - "IfExists".length()) : name;
        boolean negated = name.contains("Not");
        if (found == null) {
            return ifExists || negated;
        }
        Predicate<String> matches = switch (name.replace("Not", "")) {
            case "StringEquals", "Bool" -> found::equals;
            case "StringEqualsIgnoreCase" -> found::equalsIgnoreCase;
            case "StringLike", "ArnEquals", "ArnLike" -> pattern -> glob(pattern, true).matcher(found).matches();
            default -> null;
        };
        return matches != null && wanted.stream().anyMatch(matches) != negated;
    }

    /** Condition keys are the same in any case. */
    private static @Nullable String value(Map<String, String> context, String key) {
        return context.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Pattern glob(String pattern, boolean exactCase) {
        var regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), exactCase ? 0 : Pattern.CASE_INSENSITIVE);
    }

    private static List<String> strings(JsonNode node) {
        if (node.isValueNode()) {
            return List.of(node.asText());
        }
        var all = new ArrayList<String>();
        node.forEach(item -> all.add(item.asText()));
        return all;
    }
}
