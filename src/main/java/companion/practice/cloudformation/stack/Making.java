package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.resource.Pace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** A physical resource is made: a new one, or the one that replaces another. */
final class Making extends ResourceWork {
    private static final Duration BEFORE_THE_CALL = Duration.ofSeconds(1);

    private final Wishes wishes;
    private final ResourceStatus inProgress;
    private final @Nullable String reason;

    private Making(
            Operation operation,
            ResourceState resource,
            Wishes wishes,
            ResourceStatus inProgress,
            ResourceStatus success,
            ResourceStatus failure,
            @Nullable String reason) {
        super(operation, resource, success, failure);
        this.wishes = wishes;
        this.inProgress = inProgress;
        this.reason = reason;
    }

    static Making anew(Operation operation, ResourceState resource, Wishes wishes) {
        return new Making(
                operation,
                resource,
                wishes,
                ResourceStatus.CREATE_IN_PROGRESS,
                ResourceStatus.CREATE_COMPLETE,
                ResourceStatus.CREATE_FAILED,
                null);
    }

    static Making replacement(Operation operation, ResourceState resource, Wishes wishes) {
        return new Making(
                operation,
                resource,
                wishes,
                ResourceStatus.UPDATE_IN_PROGRESS,
                ResourceStatus.UPDATE_COMPLETE,
                ResourceStatus.UPDATE_FAILED,
                "Requested update requires the creation of a new physical resource; hence creating one.");
    }

    @Override
    void begin() {
        operation.move(resource, inProgress, reason, wishes.shown(resource.declaration));
        then(BEFORE_THE_CALL.plusMillis(room.world().ids().below(1000)), this::call);
    }

    private void call() {
        var type = type();
        var desired = wishes.of(resource.declaration);
        var taken = type.takenName(desired, room.services());
        if (taken != null) {
            refuseSecond(taken);
            return;
        }
        var physicalId = type.create(desired, room.services());
        resource.existing = new Existing(room.place(), physicalId, desired.properties(), desired.tags());
        operation.move(resource, inProgress, "Resource creation Initiated", wishes.shown(resource.declaration));
        type.configure(physicalId, desired, room.services());
        var pace = type.pace();
        int seconds = pace.least() + room.world().ids().below(pace.most() - pace.least() + 1);
        int check = pace.checksConsistency() ? Math.max(1, pace.least() / 3) : 0;
        var wait = Duration.ofSeconds(seconds - check).minus(BEFORE_THE_CALL);
        then(wait.isNegative() ? Duration.ZERO : wait, () -> stabilize(pace, check));
    }

    /** AWS names the stack that has it, if there is one. */
    private void refuseSecond(String name) {
        fail(operation.stacks
                .owner(resource.type(), name)
                .map(owner -> name + " already exists in stack " + owner.id)
                .orElseGet(() -> FailureReason.alreadyExists(resource.type(), name, token())));
    }

    private void stabilize(Pace pace, int check) {
        await(() -> type().ready(existing(), room.services()), pace, () -> {
            if (check == 0) {
                succeed();
            } else {
                operation.configured(resource);
                then(Duration.ofSeconds(check), this::succeed);
            }
        });
    }
}
