package companion.practice.codebuild.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** The CLI's shorthand for structures: {@code name=A,value=B} and {@code key=[a,b]}. */
final class Shorthand {
    private Shorthand() {}

    static JsonNode parse(String text) throws CliException {
        var object = JsonNodeFactory.instance.objectNode();
        for (var part : split(text)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new CliException(
                        252,
                        "\naws: [ERROR]: Error parsing parameter: Expected: '=', received: '" + part + "' for input:\n"
                                + text);
            }
            object.set(part.substring(0, equals), value(part.substring(equals + 1)));
        }
        return object;
    }

    private static JsonNode value(String text) throws CliException {
        if (text.startsWith("{") && text.endsWith("}")) {
            return parse(text.substring(1, text.length() - 1));
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (var element : split(text.substring(1, text.length() - 1))) {
                array.add(value(element));
            }
            return array;
        }
        return JsonNodeFactory.instance.textNode(unquote(text));
    }

    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            } else {
                depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquote(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
