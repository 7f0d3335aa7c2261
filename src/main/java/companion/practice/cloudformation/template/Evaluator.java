package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Works out the intrinsic functions in a part of a template. */
public final class Evaluator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final PreparedTemplate template;
    private final Surroundings surroundings;

    public Evaluator(PreparedTemplate template, Surroundings surroundings) {
        this.template = template;
        this.surroundings = surroundings;
    }

    /** The part with every function replaced by its value; what is {@code AWS::NoValue} is left out. */
    public JsonNode evaluate(JsonNode part) {
        var function = Intrinsic.of(part);
        if (function != null) {
            return apply(function);
        }
        return switch (part) {
            case ObjectNode object -> {
                var values = NODES.objectNode();
                object.properties().forEach(member -> {
                    var value = evaluate(member.getValue());
                    if (!value.isMissingNode()) {
                        values.set(member.getKey(), value);
                    }
                });
                yield values;
            }
            case ArrayNode list -> {
                var values = NODES.arrayNode();
                list.forEach(item -> {
                    var value = evaluate(item);
                    if (!value.isMissingNode()) {
                        values.add(value);
                    }
                });
                yield values;
            }
            case TextNode text when text.textValue().contains("{{resolve:") -> throw ValidationError.of(
                    "Dynamic references are not supported by the practice cloud: " + text.textValue());
            default -> part;
        };
    }

    private JsonNode apply(Intrinsic function) {
        var argument = function.argument();
        return switch (function.name()) {
            case "Ref" -> reference(argument.asText());
            case "Fn::GetAtt" -> {
                var parts = function.attributeOfResource();
                yield attribute(parts.get(0).asText(), text(parts.get(1)));
            }
            case "Fn::Sub" -> substitute(Substitution.of(argument));
            case "Fn::Join" -> join(function);
            case "Fn::Select" -> select(function);
            case "Fn::Split" -> split(function);
            case "Fn::If" -> {
                var parts = function.arguments(3, "Fn::If requires a list argument with three elements");
                yield evaluate(parts.get(template.condition(parts.get(0).asText()) ? 1 : 2));
            }
            case "Fn::FindInMap" -> findInMap(function);
            case "Fn::GetAZs" -> texts(surroundings.availabilityZones(text(argument)));
            case "Fn::ImportValue" -> NODES.textNode(surroundings.exported(text(argument)));
            case "Fn::Base64" -> NODES.textNode(
                    Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8)));
            case "Fn::Cidr" -> cidr(function);
            default -> throw ValidationError.template("encountered unsupported function: " + function.name()
                    + " Supported functions are: " + Intrinsic.VALUES);
        };
    }

    private JsonNode reference(String name) {
        var value = template.parameter(name);
        return value != null ? value : resource(name, () -> surroundings.ref(name));
    }

    private JsonNode attribute(String resource, String attribute) {
        return resource(resource, () -> surroundings.attribute(resource, attribute));
    }

    private JsonNode resource(String id, Supplier<JsonNode> value) {
        if (!template.resources().containsKey(id)) {
            throw TemplateRules.unresolved(List.of(id), "Resources");
        }
        return value.get();
    }

    private JsonNode substitute(Substitution substitution) {
        return NODES.textNode(substitution.fill(name -> {
            var own = substitution.values().get(name);
            if (own != null) {
                return text(own);
            }
            int dot = name.indexOf('.');
            var value = dot < 0 ? reference(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
            return scalar(value);
        }));
    }

    private JsonNode join(Intrinsic function) {
        var rule = "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to"
                + " be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.";
        var parts = function.arguments(2, rule);
        var list = evaluate(parts.get(1));
        if (!list.isArray()) {
            throw ValidationError.template(rule);
        }
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(scalar(item)));
        return NODES.textNode(String.join(text(parts.get(0)), texts));
    }

    private JsonNode select(Intrinsic function) {
        var rule = "Fn::Select requires a list argument with two elements: an integer index and a list";
        var parts = function.arguments(2, rule);
        var index = text(parts.get(0));
        var list = evaluate(parts.get(1));
        if (!index.matches("[0-9]{1,6}") || !list.isArray()) {
            throw ValidationError.template(rule);
        }
        var chosen = list.get(Integer.parseInt(index));
        if (chosen == null) {
            throw ValidationError.template("Fn::Select cannot select nonexistent value at index " + index);
        }
        return chosen;
    }

    private JsonNode split(Intrinsic function) {
        var parts = function.arguments(2, "every Fn::Split object requires two parameters, (1) a string delimiter and"
                + " (2) a string to be split or a function that returns a string to be split.");
        return texts(List.of(text(parts.get(1)).split(Pattern.quote(text(parts.get(0))), -1)));
    }

    private JsonNode findInMap(Intrinsic function) {
        var parts = function.arguments(3, "every Fn::FindInMap object requires three parameters, the map name, map key"
                + " and the attribute for return value");
        var map = text(parts.get(0));
        var first = text(parts.get(1));
        var second = text(parts.get(2));
        var mappings = template.template().mappings();
        if (!mappings.has(map)) {
            throw ValidationError.template(
                    "Mapping named '" + map + "' is not present in the 'Mappings' section of template.");
        }
        var value = mappings.path(map).path(first).path(second);
        if (value.isMissingNode()) {
            throw ValidationError.template("Unable to get mapping for " + map + "::" + first + "::" + second);
        }
        return value;
    }

    private JsonNode cidr(Intrinsic function) {
        var argument = function.argument();
        if (!argument.isArray() || argument.size() < 2 || argument.size() > 3) {
            throw ValidationError.template("every Fn::Cidr object requires two or three parameters, (1) an IP block,"
                    + " (2) a count and (3) optional cidrBits");
        }
        var bits = argument.size() == 3 ? text(argument.get(2)) : "8";
        return texts(CidrBlocks.of(text(argument.get(0)), text(argument.get(1)), bits));
    }

    private String text(JsonNode part) {
        return scalar(evaluate(part));
    }

    private static String scalar(JsonNode value) {
        if (value.isArray()) {
            return String.join(",", value.valueStream().map(JsonNode::asText).toList());
        }
        if (value.isObject()) {
            throw ValidationError.template("every value that is put into a string must be a string itself");
        }
        return value.asText("");
    }

    private static ArrayNode texts(List<String> values) {
        var list = NODES.arrayNode();
        values.forEach(list::add);
        return list;
    }
}
