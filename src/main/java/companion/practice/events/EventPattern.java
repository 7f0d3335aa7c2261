package companion.practice.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;

/**
 * An event pattern: fields with the values that they may have, {@link Condition}s, and {@code $or}.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Operators</a>
 */
record EventPattern(JsonNode tree) {
    static final String OR = "$or";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws InvalidEventPatternException with EventBridge's form of text */
    static EventPattern parse(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw PatternRules.invalid("Filter is not an object");
        }
        PatternRules.check(tree);
        return new EventPattern(tree);
    }

    boolean matches(JsonNode event) {
        return matchesObject(tree, event);
    }

    /** False only if the pattern takes no event of that kind, whatever is in it. */
    boolean mayMatch(String source, String detailType) {
        return mayTake("source", source) && mayTake("detail-type", detailType);
    }

    private boolean mayTake(String name, String value) {
        var wanted = tree.get(name);
        return wanted == null || any(wanted, condition -> matchesField(condition, TextNode.valueOf(value)));
    }

    private static boolean matchesObject(JsonNode pattern, JsonNode event) {
        for (var entry : pattern.properties()) {
            var wanted = entry.getValue();
            boolean matches = entry.getKey().equals(OR)
                    ? any(wanted, alternative -> matchesObject(alternative, event))
                    : matchesMember(wanted, event.get(entry.getKey()));
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesMember(JsonNode wanted, @Nullable JsonNode found) {
        if (!wanted.isObject()) {
            return any(wanted, condition -> matchesField(condition, found));
        }
        if (found != null && found.isArray()) {
            return any(found, item -> item.isObject() && matchesObject(wanted, item));
        }
        // What is below a member that is not there is not there either, which is what some patterns ask for.
        return matchesObject(wanted, found == null ? JsonNodeFactory.instance.objectNode() : found);
    }

    private static boolean matchesField(JsonNode condition, @Nullable JsonNode found) {
        if (condition.isObject() && condition.has("exists")) {
            return condition.get("exists").asBoolean() == isLeaf(found);
        }
        if (found == null) {
            return false;
        }
        return found.isArray()
                ? any(found, item -> Condition.holds(condition, item))
                : Condition.holds(condition, found);
    }

    /** {@code exists} looks at leaves only. */
    private static boolean isLeaf(@Nullable JsonNode found) {
        return found != null && !found.isObject() && !(found.isArray() && found.isEmpty());
    }

    private static boolean any(JsonNode items, Predicate<JsonNode> test) {
        for (var item : items) {
            if (test.test(item)) {
                return true;
            }
        }
        return false;
    }
}
