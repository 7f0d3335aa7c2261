package companion.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What a pattern says of one value: an exact value, or one operator with its operand. */
final class Condition {
    private Condition() {}

    static boolean holds(JsonNode condition, JsonNode value) {
        if (!condition.isObject()) {
            return equal(condition, value);
        }
        var operator = condition.properties().iterator().next();
        var operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> edge(operand, value, String::startsWith);
            case "suffix" -> edge(operand, value, String::endsWith);
            case "equals-ignore-case" -> value.isTextual() && value.asText().equalsIgnoreCase(operand.asText());
            case "wildcard" -> value.isTextual() && wildcard(operand.asText()).matcher(value.asText()).matches();
            case "anything-but" -> anythingBut(operand, value);
            case "numeric" -> value.isNumber() && numeric(operand, value.decimalValue());
            case "cidr" -> value.isTextual() && Cidr.contains(operand.asText(), value.asText());
            default -> false;
        };
    }

    private static boolean anythingBut(JsonNode operand, JsonNode value) {
        if (operand.isArray()) {
            return none(operand, value);
        }
        if (!operand.isObject()) {
            return !equal(operand, value);
        }
        // One operator, whose operand may be several: none of them may hold.
        var operator = operand.properties().iterator().next();
        for (var single : operator.getValue().isArray() ? operator.getValue() : operand) {
            var condition = JsonNodeFactory.instance.objectNode();
            condition.set(operator.getKey(), single);
            if (holds(condition, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean none(JsonNode operands, JsonNode value) {
        for (var operand : operands) {
            if (equal(operand, value)) {
                return false;
            }
        }
        return true;
    }

    /** The operand is a text, or {@code {"equals-ignore-case": text}}. */
    private static boolean edge(JsonNode operand, JsonNode value, BiPredicate<String, String> test) {
        if (!value.isTextual()) {
            return false;
        }
        return operand.isObject()
                ? test.test(lower(value.asText()), lower(operand.path("equals-ignore-case").asText()))
                : test.test(value.asText(), operand.asText());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
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

    /** {@code *} is any text; {@code \*} and {@code \\} are those characters. */
    private static Pattern wildcard(String pattern) {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else {
                regex.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
