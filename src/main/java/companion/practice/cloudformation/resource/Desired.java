package companion.practice.cloudformation.resource;

import companion.practice.world.Ids;
import companion.practice.world.Place;
import java.util.Map;

/**
 * What a template wants of one resource.
 *
 * @param properties checked against the type's schema
 * @param tags those of the resource, of its stack, and the {@code aws:cloudformation:} ones; the nearest wins
 */
public record Desired(
        Place place, String stackName, String logicalId, Properties properties, Map<String, String> tags, Ids ids) {

    /** The name that a property gives, or a generated one of at most so many characters. */
    public String nameFrom(String property, int longest) {
        var given = properties.text(property);
        return given != null ? given : generatedName(longest);
    }

    /** {@code stack-Logical-AbCdEfGhIjKl}, cut evenly where that is too long. */
    public String generatedName(int longest) {
        int room = longest - 14;
        int forLogical = Math.min(logicalId.length(), Math.max(room / 2, room - stackName.length()));
        int forStack = Math.min(stackName.length(), room - forLogical);
        return joined(forStack, forLogical);
    }

    /** {@code stack-Logic-AbCdEfGhIjKl}: at most five characters of each, as for load balancers and inline policies. */
    public String shortName() {
        return joined(Math.min(5, stackName.length()), Math.min(5, logicalId.length()));
    }

    private String joined(int ofStack, int ofLogical) {
        return stackName.substring(0, ofStack) + "-" + logicalId.substring(0, ofLogical) + "-" + ids.alphanumeric(12);
    }
}
