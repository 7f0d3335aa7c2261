package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The truth of a template's conditions, found once each. */
final class Conditions {
    private final Map<String, JsonNode> declared;
    private final Evaluator evaluator;
    private final Map<String, Boolean> known = new LinkedHashMap<>();

    Conditions(Map<String, JsonNode> declared, Evaluator evaluator) {
        this.declared = declared;
        this.evaluator = evaluator;
    }

    boolean test(String name) {
        var value = known.get(name);
        if (value == null) {
            var condition = declared.get(name);
            if (condition == null) {
                throw ValidationError.template("unresolved condition dependency " + name + " in Fn::If");
            }
            value = test(condition);
            known.put(name, value);
        }
        return value;
    }

    /** The other conditions that one names, in Condition or Fn::If. */
    static Set<String> namedIn(JsonNode condition) {
        var names = new LinkedHashSet<>(References.in(condition).conditions());
        collect(condition, names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.size() == 1 && node.path("Condition").isTextual()) {
            names.add(node.get("Condition").textValue());
        }
        node.forEach(child -> collect(child, names));
    }

    private boolean test(JsonNode condition) {
        if (condition.isObject() && condition.size() == 1) {
            var member = condition.properties().iterator().next();
            var argument = member.getValue();
            switch (member.getKey()) {
                case "Condition" -> {
                    return test(argument.asText());
                }
                case "Fn::Equals" -> {
                    var sides = list(argument, 2, 2, "Fn::Equals requires a list argument with two elements");
                    return text(sides.get(0)).equals(text(sides.get(1)));
                }
                case "Fn::Not" -> {
                    return !test(list(argument, 1, 1, "Fn::Not requires a list argument with one element").get(0));
                }
                case "Fn::And" -> {
                    return list(argument, 2, 10, "every Fn::And object requires a list of at least 2 and at most 10"
                                    + " boolean parameters")
                            .valueStream().allMatch(this::test);
                }
                case "Fn::Or" -> {
                    return list(argument, 2, 10, "every Fn::Or object requires a list of at least 2 and at most 10"
                                    + " boolean parameters")
                            .valueStream().anyMatch(this::test);
                }
                default -> {}
            }
        }
        var value = evaluator.evaluate(condition);
        if (!value.asText().matches("true|false")) {
            throw ValidationError.format(
                    "Conditions can only be boolean operations on parameters and other conditions");
        }
        return value.asText().equals("true");
    }

    private String text(JsonNode side) {
        var value = evaluator.evaluate(side);
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static JsonNode list(JsonNode argument, int least, int most, String otherwise) {
        if (!argument.isArray() || argument.size() < least || argument.size() > most) {
            throw ValidationError.template(otherwise);
        }
        return argument;
    }
}
