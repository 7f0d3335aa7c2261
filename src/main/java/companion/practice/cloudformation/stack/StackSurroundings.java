package companion.practice.cloudformation.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.template.Surroundings;
import companion.practice.cloudformation.template.ValidationError;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;

/** What the functions in a stack's template see: its resources, the exports of others, the region's zones. */
class StackSurroundings implements Surroundings {
    private final Room room;
    private final Stacks stacks;
    private final Stack stack;

    StackSurroundings(Room room, Stacks stacks, Stack stack) {
        this.room = room;
        this.stacks = stacks;
        this.stack = stack;
    }

    @Override
    public JsonNode ref(String logicalId) {
        return TextNode.valueOf(existing(logicalId).physicalId());
    }

    @Override
    public JsonNode attribute(String logicalId, String attribute) {
        var type = room.types().get(stack.resource(logicalId).type());
        return type.attribute(existing(logicalId), attribute, room.services());
    }

    @Override
    public String exported(String name) {
        return stacks.exports().stream()
                .filter(export -> export.name().equals(name) && !export.exportingStackId().equals(stack.id))
                .findFirst()
                .orElseThrow(() -> ValidationError.of("No export named " + name + " found."))
                .value();
    }

    @Override
    public List<String> availabilityZones(String region) {
        if (!region.isEmpty() && !region.equals(room.place().region())) {
            throw ValidationError.template("The practice cloud has no zones of another region: " + region);
        }
        var state = Filter.builder().name("state").values("available").build();
        return room.services().ec2().describeAvailabilityZones(request -> request.filters(state)).availabilityZones()
                .stream()
                .map(AvailabilityZone::zoneName)
                .toList();
    }

    private Existing existing(String logicalId) {
        var existing = stack.resource(logicalId).existing;
        if (existing == null) {
            throw new IllegalStateException("Resource " + logicalId + " was asked for before it was made");
        }
        return existing;
    }
}
