package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.resource.Progress;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** A physical resource is deleted. */
final class Removing extends ResourceWork {
    /** What still uses the resource is often on its way out itself: handlers try again before they fail. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final boolean force;
    private final Instant giveUpAt;

    /** @param force whether a refusal leaves the resource behind instead of failing */
    Removing(Operation operation, ResourceState resource, boolean force) {
        super(operation, resource, ResourceStatus.DELETE_COMPLETE, ResourceStatus.DELETE_FAILED);
        this.force = force;
        this.giveUpAt = room.world().now().plus(PATIENCE);
    }

    @Override
    void begin() {
        operation.move(resource, ResourceStatus.DELETE_IN_PROGRESS, null, null);
        then(Duration.ofSeconds(1).plusMillis(room.world().ids().below(1000)), this::call);
    }

    @Override
    void cancel() {
        throw new IllegalStateException("A deletion is never cancelled for another one's sake");
    }

    @Override
    void fail(String reason) {
        if (force) {
            leave(reason);
        } else {
            super.fail(reason);
        }
    }

    private void call() {
        var type = type();
        try {
            type.delete(existing(), room.services());
        } catch (RuntimeException refused) {
            if (FailureReason.isInUse(refused) && room.world().now().isBefore(giveUpAt)) {
                then(RETRY, this::call);
                return;
            }
            if (!FailureReason.isGone(refused)) {
                throw refused;
            }
        }
        var pace = type.pace();
        then(Duration.ofSeconds(pace.deletion()), () -> await(this::gone, pace, this::succeed));
    }

    private Progress gone() {
        try {
            return type().gone(existing(), room.services());
        } catch (RuntimeException refused) {
            if (FailureReason.isGone(refused)) {
                return Progress.DONE;
            }
            throw refused;
        }
    }
}
