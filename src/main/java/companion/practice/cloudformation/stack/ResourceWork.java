package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Progress;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.world.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** What is being done about one resource: a few steps in time, then done, failed or cancelled. */
abstract class ResourceWork {
    private static final System.Logger LOG = System.getLogger(ResourceWork.class.getName());

    final Operation operation;
    final Room room;
    final ResourceState resource;
    private final ResourceStatus failure;
    private final ResourceStatus success;
    private @Nullable Wave wave;
    private @Nullable Timer next;
    private Instant began = Instant.MIN;
    private boolean over;

    ResourceWork(Operation operation, ResourceState resource, ResourceStatus success, ResourceStatus failure) {
        this.operation = operation;
        this.room = operation.room;
        this.resource = resource;
        this.success = success;
        this.failure = failure;
    }

    /** The first event, and the plan for the first step. */
    abstract void begin();

    final void begin(Wave wave) {
        this.wave = wave;
        this.began = room.world().now();
        try {
            begin();
        } catch (RuntimeException refused) {
            fail(refused);
        }
    }

    /** Ends it for the sake of another failure. */
    void cancel() {
        stop();
        var what = success == ResourceStatus.CREATE_COMPLETE ? "creation" : "update";
        operation.move(resource, failure, "Resource " + what + " cancelled", null);
    }

    final void then(Duration delay, Runnable step) {
        next = operation.after(delay, () -> {
            if (!over) {
                try {
                    step.run();
                } catch (RuntimeException refused) {
                    fail(refused);
                }
            }
        });
    }

    /** Asks the service until it says that all is well, fails, or the type's time is up. */
    final void await(Supplier<Progress> question, Pace pace, Runnable onDone) {
        switch (question.get()) {
            case Progress.Done _ -> onDone.run();
            case Progress.Failed failed -> fail(FailureReason.notStabilized(failed.reason(), token()));
            case Progress.Waiting _ -> {
                if (began.plus(pace.limit()).isBefore(room.world().now())) {
                    fail(FailureReason.notStabilized("Exceeded attempts to wait", token()));
                } else {
                    then(Duration.ofSeconds(pace.poll()), () -> await(question, pace, onDone));
                }
            }
        }
    }

    final void succeed() {
        stop();
        operation.move(resource, success, null, null);
        if (wave != null) {
            wave.done(resource.logicalId());
        }
    }

    /** Ends well, but the resource stays where it is. */
    final void leave(String reason) {
        stop();
        operation.move(resource, ResourceStatus.DELETE_SKIPPED, reason, null);
        if (wave != null) {
            wave.done(resource.logicalId());
        }
    }

    final void fail(RuntimeException refused) {
        var reason = FailureReason.of(refused, token(), token());
        if (reason.equals("Internal Failure")) {
            LOG.log(System.Logger.Level.ERROR, "Work on " + resource.logicalId() + " failed", refused);
        }
        fail(reason);
    }

    void fail(String reason) {
        stop();
        operation.move(resource, failure, reason, null);
        if (wave != null) {
            wave.failed(resource.logicalId());
        }
    }

    final ResourceType type() {
        return room.types().get(resource.type());
    }

    final Existing existing() {
        var existing = resource.existing;
        if (existing == null) {
            throw new IllegalStateException("Resource " + resource.logicalId() + " is not there");
        }
        return existing;
    }

    final String token() {
        return room.world().ids().uuid();
    }

    private void stop() {
        over = true;
        if (next != null) {
            next.cancel();
        }
    }
}
