package companion.practice.cloudformation.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import companion.practice.fabric.Services;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * How one type of resource is made, read, changed and deleted with the calls of its service. Methods throw what the
 * service throws, or {@link ResourceFailedException}.
 */
public abstract class ResourceType {
    private final String name;
    private final Schema schema;
    private final Pace pace;

    /**
     * Describes the type.
     *
     * @param properties and {@code attributes} in the notation of {@link Schema#of}
     */
    protected ResourceType(String name, String properties, String attributes, Pace pace) {
        this.name = name;
        this.schema = Schema.of(properties, attributes);
        this.pace = pace;
    }

    /** For example {@code AWS::EC2::VPC}. */
    public final String name() {
        return name;
    }

    public final Schema schema() {
        return schema;
    }

    public final Pace pace() {
        return pace;
    }

    /** Reads properties whose functions are worked out, and checks them against the schema. */
    public final Properties properties(String logicalId, ObjectNode tree) {
        schema.check(logicalId, tree);
        return new Properties(logicalId, tree);
    }

    /** Whether the change needs another physical resource. */
    public boolean replaces(Properties before, Properties after) {
        return changed(before, after).stream().anyMatch(schema.createOnly()::contains);
    }

    /** The names of the top-level properties that differ. */
    public static List<String> changed(Properties before, Properties after) {
        var names = new TreeSet<String>();
        before.tree().fieldNames().forEachRemaining(names::add);
        after.tree().fieldNames().forEachRemaining(names::add);
        names.removeIf(property -> equal(before.tree().get(property), after.tree().get(property)));
        return List.copyOf(names);
    }

    /**
     * The wanted name if the account has a resource of that name already, for services that would take the call to make
     * it for one to change it, or for none at all; else null.
     */
    public @Nullable String takenName(Desired desired, Services cloud) {
        return null;
    }

    /** Makes the resource with one call and answers its physical id. */
    public abstract String create(Desired desired, Services cloud);

    /** Does what creation takes beside that call; if it fails, the resource exists and will be deleted. */
    public void configure(String physicalId, Desired desired, Services cloud) {}

    /** Whether the resource, made or changed, is ready. */
    public Progress ready(Existing resource, Services cloud) {
        return Progress.DONE;
    }

    /** The value of Fn::GetAtt for one of the schema's attributes. */
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        throw new ResourceFailedException(name + " has no attribute " + attribute);
    }

    /** Changes the resource in place. A change of a property that is not create-only, or of tags. */
    public abstract void update(Existing current, Desired desired, Services cloud);

    /** Begins the deletion. A service error that says there is no such thing counts as success. */
    public abstract void delete(Existing resource, Services cloud);

    /** Whether the resource is gone; a service error that says there is no such thing means that it is. */
    public Progress gone(Existing resource, Services cloud) {
        return Progress.DONE;
    }

    /** The name if there is such a thing; a service error that says there is none counts as no. */
    protected static @Nullable String takenIf(@Nullable String name, Predicate<String> exists) {
        try {
            return name != null && exists.test(name) ? name : null;
        } catch (AwsServiceException failure) {
            if (FailureReason.isGone(failure)) {
                return null;
            }
            throw failure;
        }
    }

    protected static JsonNode text(@Nullable String value) {
        return TextNode.valueOf(value == null ? "" : value);
    }

    protected static ArrayNode list(List<String> values) {
        var list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }

    /** "80" and 80 are one value to CloudFormation. */
    private static boolean equal(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.equals((a, b) -> a.equals(b) || isSameText(a, b) ? 0 : 1, other);
    }

    private static boolean isSameText(JsonNode one, JsonNode other) {
        return one.isValueNode() && other.isValueNode() && one.asText().equals(other.asText());
    }
}
