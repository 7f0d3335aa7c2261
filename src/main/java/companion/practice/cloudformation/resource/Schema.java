package companion.practice.cloudformation.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that a resource type knows.
 *
 * @param properties all that the practice cloud works
 * @param required without which there is no resource
 * @param createOnly whose change makes a new resource
 * @param unsupported that AWS has and the practice cloud does not work
 * @param attributes for Fn::GetAtt
 */
public record Schema(
        Set<String> properties,
        Set<String> required,
        Set<String> createOnly,
        Set<String> unsupported,
        Set<String> attributes) {

    /**
     * Reads the short notation in which the types are written down.
     *
     * @param properties names between blanks, each followed by {@code *} if it is required, {@code !} if its change
     *     needs a replacement, {@code ~} if it is not supported
     * @param attributes names between blanks
     */
    static Schema of(String properties, String attributes) {
        var schema = new Schema(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(),
                new LinkedHashSet<>(words(attributes)));
        for (var word : words(properties)) {
            var name = word.replaceAll("[*!~]", "");
            (word.contains("~") ? schema.unsupported : schema.properties).add(name);
            if (word.contains("*")) {
                schema.required.add(name);
            }
            if (word.contains("!")) {
                schema.createOnly.add(name);
            }
        }
        return schema;
    }

    /**
     * Checks the top level of a resource's properties.
     *
     * @throws ResourceFailedException in the words of AWS
     */
    void check(String logicalId, ObjectNode given) {
        var violations = new ArrayList<String>();
        for (var name : required) {
            if (!given.has(name)) {
                violations.add("#: required key [" + name + "] not found");
            }
        }
        given.fieldNames().forEachRemaining(name -> {
            if (unsupported.contains(name)) {
                throw new ResourceFailedException("Encountered unsupported property " + name);
            }
            if (!properties.contains(name)) {
                violations.add("#: extraneous key [" + name + "] is not permitted");
            }
        });
        if (!violations.isEmpty()) {
            throw ResourceFailedException.model(logicalId, String.join("\n", violations));
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
