package companion.practice.cloudformation.stack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;

/** A change of a stack that was described and may be carried out. */
final class ChangeSet {
    final String id;
    final String name;
    final ChangeSetType type;
    final @Nullable String description;
    final Instant createdAt;
    final Revision revision;
    final @Nullable OnStackFailure onFailure;
    ChangeSetStatus status = ChangeSetStatus.CREATE_PENDING;
    ExecutionStatus execution = ExecutionStatus.UNAVAILABLE;
    @Nullable String reason;
    List<PlannedChange> changes = List.of();

    ChangeSet(
            String id,
            String name,
            ChangeSetType type,
            @Nullable String description,
            Instant createdAt,
            Revision revision,
            @Nullable OnStackFailure onFailure) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.description = description;
        this.createdAt = createdAt;
        this.revision = revision;
        this.onFailure = onFailure;
    }
}
