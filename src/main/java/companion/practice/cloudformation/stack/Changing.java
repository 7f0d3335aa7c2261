package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** A resource is changed in place: forth by an update, or back by its rollback. */
final class Changing extends ResourceWork {
    private final Supplier<Desired> wish;
    private final @Nullable String shown;
    private final boolean tolerant;

    /**
     * Plans the change.
     *
     * @param shown the properties for the event
     * @param tolerant whether a refusal counts as done, because the change to be undone was refused too
     */
    Changing(
            Operation operation,
            ResourceState resource,
            Supplier<Desired> wish,
            @Nullable String shown,
            boolean tolerant) {
        super(operation, resource, ResourceStatus.UPDATE_COMPLETE, ResourceStatus.UPDATE_FAILED);
        this.wish = wish;
        this.shown = shown;
        this.tolerant = tolerant;
    }

    @Override
    void begin() {
        operation.move(resource, ResourceStatus.UPDATE_IN_PROGRESS, null, shown);
        then(Duration.ofSeconds(1).plusMillis(room.world().ids().below(1000)), this::call);
    }

    private void call() {
        var type = type();
        var desired = wish.get();
        var current = existing();
        // Remembered first: a change that fails half way is undone from there.
        resource.existing = new Existing(room.place(), current.physicalId(), desired.properties(), desired.tags());
        try {
            type.update(current, desired, room.services());
        } catch (RuntimeException refused) {
            if (!tolerant) {
                throw refused;
            }
        }
        var pace = type.pace();
        then(Duration.ofSeconds(Math.max(1, pace.deletion())), () ->
                await(() -> type.ready(existing(), room.services()), pace, this::succeed));
    }
}
