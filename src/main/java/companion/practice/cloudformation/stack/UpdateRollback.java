package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.template.ResourceDeclaration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** What an update did, and the way back: old properties, old physical resources, and away with what is new. */
final class UpdateRollback {
    /** How a resource was before the update. */
    private record Before(
            ResourceState state, ResourceDeclaration declaration, Set<String> dependsOn, Existing existing) {}

    private final Operation update;
    private final Revision revision;
    private final Map<String, Before> before = new LinkedHashMap<>();
    private final Set<String> changing = new LinkedHashSet<>();
    private final Map<String, ResourceState> replacements = new LinkedHashMap<>();
    private final Map<String, ResourceState> added = new LinkedHashMap<>();
    private final Set<String> backAgain = new LinkedHashSet<>();

    UpdateRollback(Operation update, Revision revision) {
        this.update = update;
        this.revision = revision;
    }

    void before(ResourceState state) {
        before.put(
                state.logicalId(),
                new Before(state, state.declaration, state.dependsOn, Objects.requireNonNull(state.existing)));
    }

    void changing(ResourceState state) {
        changing.add(state.logicalId());
    }

    void replaced(ResourceState old, ResourceState another) {
        replacements.put(old.logicalId(), another);
    }

    void added(ResourceState state) {
        added.put(state.logicalId(), state);
    }

    /** The physical resources that the update put others in the place of. */
    Collection<ResourceState> replacedOnes() {
        return replacements.keySet().stream().map(id -> before.get(id).state()).toList();
    }

    void start(String reason) {
        update.move(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason);
        update.after(Duration.ofSeconds(2), () -> changeBack(update, Set.of()));
    }

    /** ContinueUpdateRollback: tries again what failed, but leaves out what is to be skipped. */
    void resume(Operation operation, Set<String> skip) {
        operation.takeOver();
        operation.move(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, "User Initiated");
        operation.after(Duration.ofSeconds(2), () -> changeBack(operation, skip));
    }

    private void changeBack(Operation operation, Set<String> skip) {
        var needs = new LinkedHashMap<String, Set<String>>();
        before.forEach((id, old) -> needs.put(id, old.dependsOn()));
        new Wave(needs, id -> workBack(operation, before.get(id), skip), true, failed -> changedBack(operation, failed))
                .start();
    }

    private @Nullable ResourceWork workBack(Operation operation, Before old, Set<String> skip) {
        var state = old.state();
        var id = old.declaration().logicalId();
        if (!backAgain.add(id)) {
            return null;
        }
        state.declaration = old.declaration();
        state.dependsOn = old.dependsOn();
        update.stack.resources.put(id, state);
        if (replacements.containsKey(id)) {
            operation.move(state, ResourceStatus.UPDATE_COMPLETE, null, null);
            return null;
        }
        if (!changing.contains(id) || old.existing().equals(state.existing)) {
            return null;
        }
        if (skip.contains(id)) {
            state.existing = old.existing();
            operation.move(state, ResourceStatus.UPDATE_COMPLETE, null, null);
            return null;
        }
        boolean refused = state.status == ResourceStatus.UPDATE_FAILED;
        return new Changing(operation, state, () -> desired(operation.room, old), null, refused);
    }

    private static Desired desired(Room room, Before old) {
        return new Desired(
                room.place(),
                "",
                old.declaration().logicalId(),
                old.existing().properties(),
                old.existing().tags(),
                room.world().ids());
    }

    private void changedBack(Operation operation, List<String> failed) {
        var stack = update.stack;
        if (!failed.isEmpty()) {
            backAgain.removeAll(failed);
            stack.failedRollback = this;
            operation.end(
                    StackStatus.UPDATE_ROLLBACK_FAILED, "The following resource(s) failed to update: " + failed + ". ");
            return;
        }
        stack.failedRollback = null;
        var leftOver = new ArrayList<>(added.values());
        leftOver.addAll(replacements.values());
        operation.move(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, null);
        operation.after(
                Duration.ofSeconds(1),
                () -> Teardown.of(operation, leftOver, resource -> false, false, left -> cleanedUp(operation, left)));
    }

    private void cleanedUp(Operation operation, List<String> left) {
        var stack = update.stack;
        stack.resources.keySet().removeAll(added.keySet());
        stack.revision = revision;
        stack.imports = revision.template().imports(new StackSurroundings(update.room, update.stacks, stack));
        operation.end(
                StackStatus.UPDATE_ROLLBACK_COMPLETE,
                left.isEmpty() ? null : "One or more resources could not be deleted.");
    }
}
