package companion.practice.cloudformation.stack;

import companion.practice.fabric.Caller;
import companion.practice.world.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DetailedStatus;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Something that is being done to a stack over time. It writes the stack's events, and holds what can be cancelled. */
class Operation {
    static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    private static final String CONSISTENCY_CHECK = "Eventual consistency check initiated";

    final Room room;
    final Stacks stacks;
    final Stack stack;
    final String id;
    final @Nullable String clientToken;
    private final Caller caller;
    private final List<Timer> timers = new ArrayList<>();
    private boolean over;

    Operation(Room room, Stacks stacks, Stack stack, Caller caller, @Nullable String clientToken) {
        this.room = room;
        this.stacks = stacks;
        this.stack = stack;
        this.caller = caller;
        this.clientToken = clientToken;
        this.id = room.world().ids().uuid();
    }

    /** Takes the place of whatever was being done to the stack. */
    final void takeOver() {
        if (stack.operation != null) {
            stack.operation.abandon();
        }
        stack.operation = this;
    }

    /** Stops without a word: nothing that was planned happens. */
    final void abandon() {
        over = true;
        timers.forEach(Timer::cancel);
        timers.clear();
    }

    /** Plans the next step, in the name of whoever asked for the operation. */
    final Timer after(Duration delay, Runnable step) {
        timers.removeIf(timer -> timer.due().isBefore(room.world().now()));
        var timer = room.world().after(delay, guarded(step));
        timers.add(timer);
        return timer;
    }

    /** As {@link #after}, for a limit that time must not be hurried towards. */
    final Timer deadline(Duration delay, Runnable step) {
        var timer = room.world().deadline(delay, guarded(step));
        timers.add(timer);
        return timer;
    }

    /** The stack comes to a status, which is an event. */
    final void move(StackStatus status, @Nullable String reason) {
        stack.status = status;
        stack.statusReason = reason;
        stack.detailedStatus = null;
        record(stackEvent(status, reason).build());
    }

    /** The status that ends the operation. */
    final void end(StackStatus status, @Nullable String reason) {
        move(status, reason);
        abandon();
        stack.operation = null;
    }

    /** A resource comes to a status, which is an event. */
    final void move(
            ResourceState resource, ResourceStatus status, @Nullable String reason, @Nullable String properties) {
        resource.status = status;
        resource.reason = reason;
        resource.changedAt = room.world().now();
        record(resourceEvent(resource, status, reason, properties).build());
    }

    /** Only the check for consistency is left to do for a resource, and so perhaps for the stack. */
    final void configured(ResourceState resource) {
        resource.configured = true;
        record(resourceEvent(resource, resource.status, CONSISTENCY_CHECK, null)
                .detailedStatus(DetailedStatus.CONFIGURATION_COMPLETE)
                .build());
        boolean all = stack.resources.keySet().containsAll(stack.revision.template().resources().keySet())
                && stack.resources.values().stream()
                .allMatch(one -> one.configured || one.status == ResourceStatus.CREATE_COMPLETE);
        if (all && stack.status == StackStatus.CREATE_IN_PROGRESS) {
            stack.detailedStatus = DetailedStatus.CONFIGURATION_COMPLETE;
            record(stackEvent(stack.status, CONSISTENCY_CHECK)
                    .detailedStatus(DetailedStatus.CONFIGURATION_COMPLETE)
                    .build());
        }
    }

    private Runnable guarded(Runnable step) {
        return () -> {
            if (!over) {
                ScopedValue.where(Caller.CURRENT, caller).run(step);
            }
        };
    }

    private void record(StackEvent event) {
        stack.events.add(event);
    }

    private StackEvent.Builder stackEvent(StackStatus status, @Nullable String reason) {
        return event(status.toString(), reason)
                .eventId(room.world().ids().uuid())
                .logicalResourceId(stack.name)
                .physicalResourceId(stack.id)
                .resourceType(STACK_TYPE);
    }

    private StackEvent.Builder resourceEvent(
            ResourceState resource, ResourceStatus status, @Nullable String reason, @Nullable String properties) {
        var physicalId = resource.physicalId();
        return event(status.toString(), reason)
                .eventId(resource.logicalId() + "-" + status + "-" + room.world().now())
                .logicalResourceId(resource.logicalId())
                .physicalResourceId(physicalId == null ? "" : physicalId)
                .resourceType(resource.type())
                .resourceProperties(properties);
    }

    private StackEvent.Builder event(String status, @Nullable String reason) {
        return StackEvent.builder()
                .stackId(stack.id)
                .stackName(stack.name)
                .operationId(id)
                .timestamp(room.world().now())
                .resourceStatus(status)
                .resourceStatusReason(reason)
                .clientRequestToken(clientToken);
    }
}
