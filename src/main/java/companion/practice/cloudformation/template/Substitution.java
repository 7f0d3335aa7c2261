package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument of Fn::Sub: a text with <code>${…}</code> places, and values for some of them.
 *
 * @param values name to value as written; empty in the form that is only a text
 */
record Substitution(String text, JsonNode values) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    static Substitution of(JsonNode argument) {
        if (argument.isTextual()) {
            return new Substitution(argument.textValue(), JsonNodeFactory.instance.objectNode());
        }
        if (!argument.isArray()
                || argument.size() != 2
                || !argument.get(0).isTextual()
                || !argument.get(1).isObject()) {
            throw ValidationError.template("One or more Fn::Sub intrinsic functions don't specify expected arguments."
                    + " Specify a string as first argument, and an optional second argument to specify a mapping of"
                    + " values to replace in the string");
        }
        return new Substitution(argument.get(0).textValue(), argument.get(1));
    }

    /** What the text refers to beside its own values: {@code Name} or {@code Name.Attribute}. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        fill(name -> {
            if (!values.has(name)) {
                names.add(name);
            }
            return "";
        });
        return names;
    }

    /** The text with every place filled; <code>${!x}</code> stands for the literal <code>${x}</code>. */
    String fill(Function<String, String> value) {
        return PLACE.matcher(text).replaceAll(place -> {
            var name = place.group(1).strip();
            if (name.startsWith("!")) {
                return Matcher.quoteReplacement("${" + name.substring(1) + "}");
            }
            if (!name.matches("[a-zA-Z0-9_.:]+")) {
                throw ValidationError.template("variable names in Fn::Sub syntax must contain only alphanumeric"
                        + " characters, underscores, periods, and colons");
            }
            return Matcher.quoteReplacement(value.apply(name));
        });
    }
}
