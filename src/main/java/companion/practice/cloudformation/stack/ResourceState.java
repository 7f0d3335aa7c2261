package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.template.ResourceDeclaration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** One physical resource of a stack, or the place for one. */
final class ResourceState {
    ResourceDeclaration declaration;
    /** Logical ids of what was there before it. */
    Set<String> dependsOn;
    /** Null until it is made. */
    @Nullable Existing existing;

    ResourceStatus status;
    /** Whether only the check for consistency is left of its making. */
    boolean configured;
    @Nullable String reason;
    Instant changedAt;

    ResourceState(ResourceDeclaration declaration, Set<String> dependsOn, ResourceStatus status, Instant now) {
        this.declaration = declaration;
        this.dependsOn = dependsOn;
        this.status = status;
        this.changedAt = now;
    }

    String logicalId() {
        return declaration.logicalId();
    }

    String type() {
        return declaration.type();
    }

    @Nullable String physicalId() {
        return existing == null ? null : existing.physicalId();
    }

    /** Whether it is there as far as the stack knows. */
    boolean isAlive() {
        return existing != null
                && status != ResourceStatus.DELETE_COMPLETE
                && status != ResourceStatus.DELETE_SKIPPED;
    }
}
