package companion.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.fabric.Fault;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;

/** What a pattern must be, in EventBridge's words. */
final class PatternRules {
    private static final Set<String> INSIDE_ANYTHING_BUT = Set.of("prefix", "suffix", "equals-ignore-case", "wildcard");

    private PatternRules() {}

    static void check(@Nullable JsonNode pattern) {
        if (pattern == null || !pattern.isObject()) {
            throw invalid("Filter is not an object");
        }
        if (pattern.isEmpty()) {
            throw invalid("Empty objects are not allowed");
        }
        for (var entry : pattern.properties()) {
            var value = entry.getValue();
            if (value.isObject()) {
                check(value);
            } else if (!value.isArray()) {
                throw invalid("\"" + entry.getKey() + "\" must be an object or an array");
            } else if (value.isEmpty()) {
                throw invalid("Empty arrays are not allowed");
            } else if (entry.getKey().equals(EventPattern.OR)) {
                value.forEach(PatternRules::check);
            } else {
                value.forEach(PatternRules::checkCondition);
            }
        }
    }

    static AwsServiceException invalid(String why) {
        return Fault.of(
                InvalidEventPatternException.builder(),
                "InvalidEventPatternException",
                "Event pattern is not valid. Reason: " + why);
    }

    private static void checkCondition(JsonNode condition) {
        if (condition.isArray()) {
            throw invalid("Match value must be String, number, true, false, or null");
        }
        if (!condition.isObject()) {
            return;
        }
        if (condition.size() != 1) {
            throw invalid("Only one key allowed in match expression");
        }
        var operator = condition.properties().iterator().next();
        checkOperand(operator.getKey(), operator.getValue());
    }

    private static void checkOperand(String operator, JsonNode operand) {
        switch (operator) {
            case "prefix", "suffix" -> require(
                    isText(operand) || operand.isObject() && operand.size() == 1 && isText(operand.path("equals-ignore-case")),
                    operator + " match pattern must be a string");
            case "equals-ignore-case" -> require(isText(operand), operator + " match pattern must be a string");
            case "wildcard" -> {
                require(isText(operand), "wildcard match pattern must be a string");
                require(!operand.asText().contains("**"), "Consecutive wildcard characters at pos "
                        + operand.asText().indexOf("**"));
            }
            case "exists" -> require(operand.isBoolean(), "exists match pattern must be either true or false.");
            case "cidr" -> require(
                    isText(operand) && Cidr.isBlock(operand.asText()), "Malformed CIDR, one '/' required");
            case "numeric" -> checkNumeric(operand);
            case "anything-but" -> checkAnythingBut(operand);
            default -> throw invalid("Unrecognized match type " + operator);
        }
    }

    private static void checkNumeric(JsonNode operand) {
        require(operand.isArray() && !operand.isEmpty(), "Value of numeric must be an array.");
        require(operand.size() % 2 == 0 && operand.size() <= 4, "Bad numeric range");
        for (int i = 0; i < operand.size(); i += 2) {
            require(operand.get(i).asText().matches("=|<=?|>=?"), "Unrecognized numeric range operator: "
                    + operand.get(i).asText());
            require(operand.get(i + 1).isNumber(), "Value of " + operand.get(i).asText() + " must be numeric");
        }
    }

    private static void checkAnythingBut(JsonNode operand) {
        if (operand.isObject()) {
            require(operand.size() == 1, "Only one key allowed in match expression");
            var inner = operand.properties().iterator().next();
            require(INSIDE_ANYTHING_BUT.contains(inner.getKey()), "Unsupported anything-but pattern: " + inner.getKey());
            for (var text : inner.getValue().isArray() ? inner.getValue() : operand) {
                require(isText(text), inner.getKey() + " match pattern must be a string");
            }
            return;
        }
        require(!operand.isNull() && !operand.isBoolean(), "Value of anything-but must be an array or single string/number value.");
        require(!operand.isArray() || !operand.isEmpty(), "Empty arrays are not allowed");
        for (var item : operand) {
            require(item.isTextual() || item.isNumber(), "Inside anything but list, start|null|boolean is not supported.");
        }
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw invalid(otherwise);
        }
    }
}
