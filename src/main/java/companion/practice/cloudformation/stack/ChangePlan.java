package companion.practice.cloudformation.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceFailedException;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.template.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an update of a stack to a revision will do, found without doing it. */
final class ChangePlan {
    /** What stands for the id of something that is yet to be made. */
    private static final String UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private final Room room;
    private final Stacks stacks;
    private final Stack stack;
    private final Revision wanted;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Map<String, PlannedChange> changes = new LinkedHashMap<>();

    private ChangePlan(Room room, Stacks stacks, Stack stack, Revision wanted) {
        this.room = room;
        this.stacks = stacks;
        this.stack = stack;
        this.wanted = wanted;
    }

    /**
     * Compares.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if a resource would change its type
     */
    static List<PlannedChange> of(Room room, Stacks stacks, Stack stack, Revision wanted) {
        var plan = new ChangePlan(room, stacks, stack, wanted);
        plan.compare();
        return List.copyOf(plan.changes.values());
    }

    /** Whether there is anything to do at all: also outputs, tags and notes count. */
    static boolean isNothing(Room room, Stacks stacks, Stack stack, Revision wanted) {
        var old = stack.revision;
        if (!old.tags().equals(wanted.tags())
                || !old.notificationArns().equals(wanted.notificationArns())
                || !of(room, stacks, stack, wanted).isEmpty()
                || !attributes(old).equals(attributes(wanted))) {
            return false;
        }
        var surroundings = new StackSurroundings(room, stacks, stack);
        return Outputs.of(wanted, new Wishes(room, stack, wanted, surroundings)).equals(stack.outputs);
    }

    /** What of the resources is no property: changes of it need no call, but they are changes. */
    private static List<List<Object>> attributes(Revision revision) {
        return revision.template().resources().values().stream()
                .map(resource -> List.<Object>of(
                        resource.deletionPolicy(), resource.updateReplacePolicy(), resource.metadata()))
                .toList();
    }

    private void compare() {
        var template = wanted.template();
        var retyped = new ArrayList<String>();
        template.resources().forEach((id, declaration) -> {
            var current = stack.resources.get(id);
            if (current == null || !current.isAlive()) {
                unknown.add(id);
                changes.put(id, PlannedChange.add(id, declaration.type()));
            } else if (!current.type().equals(declaration.type())) {
                retyped.add(id);
            }
        });
        if (!retyped.isEmpty()) {
            throw ValidationError.of("Update of resource type is not permitted. The new template modifies resource type"
                    + " of the following resources: " + retyped);
        }
        var left = new LinkedHashSet<>(template.resources().keySet());
        left.removeAll(unknown);
        // Those first on which others depend: a replacement makes them depend on something unknown.
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(id -> template.dependencies().get(id).stream().noneMatch(left::contains))
                    .toList();
            next.forEach(this::compare);
            left.removeAll(next);
        }
        stack.resources.forEach((id, state) -> {
            if (!template.resources().containsKey(id) && state.isAlive()) {
                changes.put(id, PlannedChange.remove(state));
            }
        });
    }

    private void compare(String id) {
        var state = stack.resource(id);
        var type = room.types().find(state.type());
        if (type == null || state.existing == null) {
            return;
        }
        var wishes = new Wishes(room, stack, wanted, new Foreseen());
        Desired desired;
        try {
            desired = wishes.of(wanted.template().resources().get(id));
        } catch (ResourceFailedException invalid) {
            // The update fails at this resource, which is where AWS tells.
            changes.put(id, PlannedChange.modify(state, type, List.of(), false));
            return;
        }
        var properties = properties(type, state.existing.properties(), desired.properties());
        boolean retagged = !state.existing.tags().equals(desired.tags());
        if (properties.isEmpty() && !retagged) {
            return;
        }
        var change = PlannedChange.modify(state, type, properties, retagged);
        changes.put(id, change);
        if (change.replaces()) {
            unknown.add(id);
        }
    }

    private static List<PlannedChange.Property> properties(ResourceType type, Properties before, Properties after) {
        return ResourceType.changed(before, after).stream()
                .map(name -> new PlannedChange.Property(
                        name, type.schema().createOnly().contains(name), isKnown(after.tree().get(name))))
                .toList();
    }

    private static boolean isKnown(@Nullable JsonNode value) {
        return value == null || !value.toString().contains(UNKNOWN);
    }

    /** The stack as it will be, as far as that can be said. */
    private final class Foreseen extends StackSurroundings {
        Foreseen() {
            super(room, stacks, stack);
        }

        @Override
        public JsonNode ref(String logicalId) {
            return unknown.contains(logicalId) ? TextNode.valueOf(UNKNOWN) : super.ref(logicalId);
        }

        @Override
        public JsonNode attribute(String logicalId, String attribute) {
            return unknown.contains(logicalId)
                    ? TextNode.valueOf(UNKNOWN)
                    : super.attribute(logicalId, attribute);
        }
    }
}
