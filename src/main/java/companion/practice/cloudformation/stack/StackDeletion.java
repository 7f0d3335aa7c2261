package companion.practice.cloudformation.stack;

import companion.practice.fabric.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A stack is deleted, and its resources in the reverse order of their making. */
final class StackDeletion extends Operation {
    private final Set<String> retain;
    private final boolean force;

    StackDeletion(
            Room room,
            Stacks stacks,
            Stack stack,
            Caller caller,
            @Nullable String clientToken,
            Set<String> retain,
            boolean force) {
        super(room, stacks, stack, caller, clientToken);
        this.retain = retain;
        this.force = force;
    }

    void start() {
        takeOver();
        move(StackStatus.DELETE_IN_PROGRESS, "User Initiated");
        for (var resource : stack.resources.values()) {
            if (resource.status == ResourceStatus.CREATE_IN_PROGRESS) {
                move(resource, ResourceStatus.CREATE_FAILED, "Resource creation cancelled", null);
            }
        }
        after(Duration.ofSeconds(2), this::removeResources);
    }

    private void removeResources() {
        var inUse = Outputs.inUse(stacks, stack);
        if (inUse.isPresent()) {
            end(StackStatus.DELETE_FAILED, inUse.get());
            return;
        }
        Teardown.of(
                this,
                stack.resources.values(),
                resource -> retain.contains(resource.logicalId())
                        || resource.declaration.deletionPolicy().keeps(),
                force,
                failed -> after(Duration.ofSeconds(1), () -> removed(failed)));
    }

    private void removed(List<String> failed) {
        if (failed.isEmpty()) {
            stack.deletedAt = room.world().now();
            stack.imports = Set.of();
            end(StackStatus.DELETE_COMPLETE, null);
        } else {
            end(StackStatus.DELETE_FAILED, "The following resource(s) failed to delete: " + failed + ". ");
        }
    }
}
