package companion.practice.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * What a target gets of an event: all of it, a part, a constant, or a text with parts filled in. Source: EventBridge User
 * Guide, "Amazon EventBridge input transformation".
 */
final class TargetInput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9_.-]+)>");
    private static final String PREDEFINED = "aws.events.";

    private TargetInput() {}

    /** Throws EventBridge's refusals of how a target's input is said. */
    static void check(Target target) {
        long ways = Stream.of(target.input(), target.inputPath(), target.inputTransformer())
                .filter(way -> way != null)
                .count();
        if (ways > 1) {
            throw EventFaults.validation("Only one of Input, InputPath, or InputTransformer must be provided for target "
                    + target.id() + ".");
        }
        if (target.input() != null && !isJson(target.input())) {
            throw EventFaults.validation("JSON syntax error in input for target " + target.id() + ".");
        }
        if (target.inputPath() != null) {
            path(target.inputPath(), target.id());
        }
        if (target.inputTransformer() != null) {
            check(target.inputTransformer(), target.id());
        }
    }

    static String of(RuleRecord rule, Target target, ObjectNode event) {
        if (target.input() != null) {
            return target.input();
        }
        if (target.inputPath() != null) {
            return path(target.inputPath(), target.id()).in(event).toString();
        }
        return target.inputTransformer() == null
                ? event.toString()
                : fill(target.inputTransformer().inputTemplate(), values(rule, target, event));
    }

    private static void check(InputTransformer transformer, String target) {
        transformer.inputPathsMap().forEach((name, path) -> {
            if (name.startsWith("AWS") || name.startsWith(PREDEFINED)) {
                throw EventFaults.validation("InputPathsMap for target " + target + " has the reserved name " + name + ".");
            }
            path(path, target);
        });
        VARIABLE.matcher(transformer.inputTemplate()).results().map(found -> found.group(1)).forEach(name -> {
            if (!name.startsWith(PREDEFINED) && !transformer.inputPathsMap().containsKey(name)) {
                throw EventFaults.validation("InputTemplate for target " + target + " contains placeholder <" + name
                        + "> which is not in InputPathsMap.");
            }
        });
    }

    private static EventPath path(String text, String target) {
        var path = EventPath.parse(text);
        if (path == null) {
            throw EventFaults.validation("Invalid InputPath for target " + target + ".");
        }
        return path;
    }

    private static Map<String, JsonNode> values(RuleRecord rule, Target target, ObjectNode event) {
        var values = new LinkedHashMap<String, JsonNode>();
        target.inputTransformer().inputPathsMap().forEach((name, path) ->
                values.put(name, path(path, target.id()).in(event)));
        values.put(PREDEFINED + "rule-arn", TextNode.valueOf(rule.arn));
        values.put(PREDEFINED + "rule-name", TextNode.valueOf(rule.name));
        values.put(PREDEFINED + "event.ingestion-time", event.path("time"));
        values.put(PREDEFINED + "event.json", event);
        var withoutDetail = event.deepCopy();
        withoutDetail.remove("detail");
        values.put(PREDEFINED + "event", withoutDetail);
        return values;
    }

    /** Within quotes a value is written as text, elsewhere as JSON. */
    private static String fill(String template, Map<String, JsonNode> values) {
        var filled = new StringBuilder();
        var matcher = VARIABLE.matcher(template);
        boolean quoted = false;
        int done = 0;
        while (matcher.find()) {
            for (int i = done; i < matcher.start(); i++) {
                boolean escaped = i > 0 && template.charAt(i - 1) == '\\';
                quoted ^= template.charAt(i) == '"' && !escaped;
            }
            var value = values.get(matcher.group(1));
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(value == null || value.isMissingNode() ? "" : text(value, quoted)));
            done = matcher.end();
        }
        return matcher.appendTail(filled).toString();
    }

    private static String text(JsonNode value, boolean quoted) {
        if (!quoted) {
            return value.toString();
        }
        var literal = TextNode.valueOf(value.isTextual() ? value.asText() : value.toString()).toString();
        return literal.substring(1, literal.length() - 1);
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
