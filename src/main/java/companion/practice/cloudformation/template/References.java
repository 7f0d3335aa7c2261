package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a template refers to.
 *
 * @param names of Ref and Fn::Sub: parameters, pseudo parameters and resources
 * @param attributes of Fn::GetAtt and Fn::Sub
 * @param conditions of Fn::If and Condition
 * @param imports the arguments of Fn::ImportValue, as written
 */
record References(Set<String> names, List<Attribute> attributes, Set<String> conditions, List<JsonNode> imports) {

    /** @param inSub whether Fn::Sub names it, which AWS reports in other words */
    record Attribute(String resource, String attribute, boolean inSub) {}

    /** All references, in both branches of every Fn::If. */
    static References in(JsonNode part) {
        var found = empty();
        found.collect(part, null);
        return found;
    }

    /** The references that count once conditions are known. */
    static References in(JsonNode part, Predicate<String> condition) {
        var found = empty();
        found.collect(part, condition);
        return found;
    }

    /** The resources among them, by logical id. */
    Set<String> resources(Set<String> declared) {
        var resources = new LinkedHashSet<>(names);
        attributes.forEach(attribute -> resources.add(attribute.resource()));
        resources.retainAll(declared);
        return resources;
    }

    private static References empty() {
        return new References(new LinkedHashSet<>(), new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
    }

    private void collect(JsonNode node, @Nullable Predicate<String> condition) {
        var function = Intrinsic.of(node);
        if (function == null) {
            node.forEach(child -> collect(child, condition));
            return;
        }
        switch (function.name()) {
            case "Ref" -> names.add(function.argument().asText());
            case "Fn::GetAtt" -> {
                var parts = function.attributeOfResource();
                attributes.add(new Attribute(parts.get(0).asText(), parts.get(1).asText(""), false));
                collect(parts.get(1), condition);
            }
            case "Fn::Sub" -> collect(Substitution.of(function.argument()), condition);
            case "Fn::If" -> collectIf(function, condition);
            case "Fn::ImportValue" -> {
                imports.add(function.argument());
                collect(function.argument(), condition);
            }
            default -> {
                if (!function.isSupported()) {
                    throw ValidationError.template("encountered unsupported function: " + function.name()
                            + " Supported functions are: " + Intrinsic.VALUES);
                }
                collect(function.argument(), condition);
            }
        }
    }

    private void collect(Substitution substitution, @Nullable Predicate<String> condition) {
        for (var name : substitution.names()) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                names.add(name);
            } else {
                attributes.add(new Attribute(name.substring(0, dot), name.substring(dot + 1), true));
            }
        }
        substitution.values().forEach(value -> collect(value, condition));
    }

    private void collectIf(Intrinsic function, @Nullable Predicate<String> condition) {
        var parts = function.arguments(3, "Fn::If requires a list argument with three elements");
        var name = parts.getFirst().asText();
        conditions.add(name);
        if (condition == null) {
            collect(parts.get(1), null);
            collect(parts.get(2), null);
        } else {
            collect(parts.get(condition.test(name) ? 1 : 2), condition);
        }
    }
}
