package companion.practice.codebuild.awscli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jackson.JacksonRuntime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the CLI prints: the answer, narrowed by {@code --query}, as JSON or as text. */
final class CliOutput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CliOutput() {}

    /** Lines with their ends; nothing for an empty answer. */
    static String print(JsonNode answer, @Nullable String query, @Nullable String format) throws CliException {
        var value = query == null ? answer : search(query, answer);
        return switch (format == null ? "json" : format) {
            case "text" -> text(value);
            case "json" -> value.isObject() && value.isEmpty() && query == null ? "" : json(value) + "\n";
            case "yaml", "yaml-stream", "table", "off" ->
                throw new CliException(
                        252, "\naws: [ERROR]: output " + format + " is not available in a build of the practice cloud");
            default ->
                throw CliException.usage("argument --output: Found invalid choice '" + format
                        + "'\n\nAllowed values are: json, text, table, yaml, yaml-stream, off");
        };
    }

    private static JsonNode search(String query, JsonNode answer) throws CliException {
        try {
            return new JacksonRuntime().compile(query).search(answer);
        } catch (JmesPathException e) {
            throw new CliException(252, "\naws: [ERROR]: Bad value for --query " + query + ": " + e.getMessage());
        }
    }

    private static String json(JsonNode value) {
        var indenter = new DefaultIndenter("    ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        var printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always printable", e);
        }
    }

    /**
     * Scalars of a level on one line, separated by tabs and in the order of their keys; structures on lines of their
     * own.
     */
    private static String text(JsonNode value) {
        var lines = new ArrayList<String>();
        text(null, value, lines);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static void text(@Nullable String name, JsonNode value, ArrayList<String> lines) {
        if (value.isArray()) {
            var scalars = new ArrayList<String>();
            for (var element : value) {
                if (element.isValueNode()) {
                    scalars.add(scalar(element));
                }
            }
            if (!scalars.isEmpty()) {
                lines.add((name == null ? "" : name + "\t") + String.join("\t", scalars));
            }
            for (var element : value) {
                if (element.isContainerNode()) {
                    text(name, element, lines);
                }
            }
        } else if (value.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            value.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
            var line = fields.values().stream()
                    .filter(JsonNode::isValueNode)
                    .map(CliOutput::scalar)
                    .collect(Collectors.joining("\t"));
            if (!line.isEmpty()) {
                lines.add((name == null ? "" : name + "\t") + line);
            }
            fields.forEach((key, element) -> {
                if (element.isContainerNode()) {
                    text(key.toUpperCase(Locale.ROOT), element, lines);
                }
            });
        } else {
            lines.add(scalar(value));
        }
    }

    private static String scalar(JsonNode value) {
        return value.isNull() ? "None" : value.isBoolean() ? value.booleanValue() ? "True" : "False" : value.asText();
    }
}
