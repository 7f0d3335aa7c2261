package companion.practice.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.fabric.Fault;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;

/**
 * An event pattern: exact values, prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric, exists, and
 * {@code $or}.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Operators</a>
 */
record EventPattern(JsonNode tree) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws InvalidEventPatternException with EventBridge's form of text */
    static EventPattern parse(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw invalid("Filter is not an object");
        }
        if (tree == null || !tree.isObject()) {
            throw invalid("Filter is not an object");
        }
        validate(tree);
        return new EventPattern(tree);
    }

    boolean matches(JsonNode event) {
        return matchesObject(tree, event);
    }

    private static void validate(JsonNode pattern) {
        if (pattern.isEmpty()) {
            throw invalid("Empty objects are not allowed");
        }
        for (var entry : pattern.properties()) {
            var value = entry.getValue();
            if (value.isObject()) {
                validate(value);
            } else if (!value.isArray()) {
                throw invalid("\"" + entry.getKey() + "\" must be an object or an array");
            } else if (value.isEmpty()) {
                throw invalid("Empty arrays are not allowed");
            }
        }
    }

    private static boolean matchesObject(JsonNode pattern, JsonNode event) {
        for (var entry : pattern.properties()) {
            var wanted = entry.getValue();
            if (entry.getKey().equals("$or")) {
                if (!any(wanted, alternative -> matchesObject(alternative, event))) {
                    return false;
                }
                continue;
            }
            var found = event.get(entry.getKey());
            boolean matches = wanted.isObject()
                    ? found != null && matchesObject(wanted, found)
                    : any(wanted, condition -> matchesField(condition, found));
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesField(JsonNode condition, @Nullable JsonNode found) {
        if (condition.isObject() && condition.has("exists")) {
            return condition.get("exists").asBoolean() == (found != null);
        }
        if (found == null) {
            return false;
        }
        return found.isArray() ? any(found, item -> matchesValue(condition, item)) : matchesValue(condition, found);
    }

    private static boolean matchesValue(JsonNode condition, JsonNode value) {
        if (!condition.isObject()) {
            return equal(condition, value);
        }
        var operator = condition.properties().iterator().next();
        var operand = operator.getValue();
        var text = value.asText();
        return switch (operator.getKey()) {
            case "prefix" -> value.isTextual() && text.startsWith(operand.asText());
            case "suffix" -> value.isTextual() && text.endsWith(operand.asText());
            case "equals-ignore-case" ->
                value.isTextual()
                        && text.toLowerCase(Locale.ROOT).equals(operand.asText().toLowerCase(Locale.ROOT));
            case "wildcard" -> value.isTextual() && wildcard(operand.asText()).matcher(text).matches();
            case "anything-but" -> !(operand.isArray() ? any(operand, item -> equal(item, value))
                    : operand.isObject() ? matchesValue(operand, value) : equal(operand, value));
            case "numeric" -> value.isNumber() && numeric(operand, value.decimalValue());
            default -> false;
        };
    }

    private static boolean equal(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
    }

    private static boolean numeric(JsonNode conditions, BigDecimal value) {
        for (int i = 0; i + 1 < conditions.size(); i += 2) {
            int order = value.compareTo(conditions.get(i + 1).decimalValue());
            boolean holds = switch (conditions.get(i).asText()) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> false;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static Pattern wildcard(String pattern) {
        var regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static boolean any(JsonNode items, java.util.function.Predicate<JsonNode> test) {
        for (var item : items) {
            if (test.test(item)) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException invalid(String why) {
        return Fault.of(
                InvalidEventPatternException.builder(),
                "InvalidEventPatternException",
                "Event pattern is not valid. Reason: " + why);
    }
}
