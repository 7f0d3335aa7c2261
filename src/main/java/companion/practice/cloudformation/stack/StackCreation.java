package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.FailureReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A stack is created; if that fails it is rolled back, deleted, or left as it is. */
final class StackCreation extends Operation {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Wishes wishes;
    private @Nullable Wave wave;
    private boolean timedOut;

    StackCreation(Room room, Stacks stacks, Stack stack, @Nullable String clientToken) {
        super(room, stacks, stack, stack.revision.caller(), clientToken);
        this.wishes = new Wishes(room, stack, stack.revision, new StackSurroundings(room, stacks, stack));
    }

    void start() {
        takeOver();
        move(StackStatus.CREATE_IN_PROGRESS, "User Initiated");
        if (stack.timeoutInMinutes != null) {
            deadline(Duration.ofMinutes(stack.timeoutInMinutes), this::timeOut);
        }
        after(A_MOMENT, this::makeResources);
    }

    private void makeResources() {
        if (timedOut) {
            return;
        }
        var surroundings = new StackSurroundings(room, stacks, stack);
        try {
            var imports = stack.revision.template().imports(surroundings);
            imports.forEach(surroundings::exported);
            stack.imports = imports;
        } catch (AwsServiceException missing) {
            giveUp(FailureReason.text(missing));
            return;
        }
        var template = stack.revision.template();
        wave = new Wave(template.dependencies(), this::make, true, this::resourcesMade);
        wave.start();
    }

    private ResourceWork make(String id) {
        var template = stack.revision.template();
        var resource = new ResourceState(
                template.resources().get(id),
                template.dependencies().get(id),
                ResourceStatus.CREATE_IN_PROGRESS,
                room.world().now());
        stack.resources.put(id, resource);
        return Making.anew(this, resource, wishes);
    }

    private void resourcesMade(List<String> failed) {
        if (timedOut) {
            giveUp("Stack creation time exceeded the specified timeout.");
        } else if (failed.isEmpty()) {
            after(Duration.ofSeconds(1), this::publish);
        } else {
            giveUp("The following resource(s) failed to create: " + failed + ".");
        }
    }

    private void publish() {
        try {
            var outputs = Outputs.of(stack.revision, wishes);
            Outputs.checkExports(stacks, stack, outputs);
            stack.outputs = outputs;
            end(StackStatus.CREATE_COMPLETE, null);
        } catch (RuntimeException refused) {
            giveUp(FailureReason.of(refused, id, id));
        }
    }

    private void timeOut() {
        if (stack.status == StackStatus.CREATE_IN_PROGRESS) {
            timedOut = true;
            if (wave == null) {
                resourcesMade(List.of());
            } else {
                wave.cancelAndEnd();
            }
        }
    }

    private void giveUp(String reason) {
        if (stack.onFailure == OnFailure.DO_NOTHING) {
            end(StackStatus.CREATE_FAILED, reason);
            return;
        }
        boolean delete = stack.onFailure == OnFailure.DELETE;
        move(
                delete ? StackStatus.DELETE_IN_PROGRESS : StackStatus.ROLLBACK_IN_PROGRESS,
                reason + (delete ? " Delete requested by user." : " Rollback requested by user."));
        after(A_MOMENT, () -> Teardown.of(
                this,
                stack.resources.values(),
                resource -> Teardown.keptAtRollback(stack, resource),
                false,
                failed -> after(Duration.ofSeconds(1), () -> rolledBack(delete, failed))));
    }

    private void rolledBack(boolean delete, List<String> failed) {
        stack.imports = Set.of();
        if (!failed.isEmpty()) {
            end(
                    delete ? StackStatus.DELETE_FAILED : StackStatus.ROLLBACK_FAILED,
                    "The following resource(s) failed to delete: " + failed + ". ");
        } else if (delete) {
            stack.deletedAt = room.world().now();
            end(StackStatus.DELETE_COMPLETE, null);
        } else {
            end(StackStatus.ROLLBACK_COMPLETE, null);
        }
    }
}
