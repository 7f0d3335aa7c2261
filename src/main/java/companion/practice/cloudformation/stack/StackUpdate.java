package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.resource.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A stack is brought to another revision; if that fails, back to the one it had. */
final class StackUpdate extends Operation {
    private final Revision wanted;
    private final Wishes wishes;
    private final boolean keepFailed;
    private final UpdateRollback rollback;
    private @Nullable Wave wave;
    private boolean cancelled;

    /** @param keepFailed whether a failure leaves everything as it is then: DisableRollback */
    StackUpdate(
            Room room, Stacks stacks, Stack stack, Revision wanted, @Nullable String clientToken, boolean keepFailed) {
        super(room, stacks, stack, wanted.caller(), clientToken);
        this.wanted = wanted;
        this.wishes = new Wishes(room, stack, wanted, new StackSurroundings(room, stacks, stack));
        this.keepFailed = keepFailed;
        this.rollback = new UpdateRollback(this, stack.revision);
    }

    void start() {
        takeOver();
        stack.updatedAt = room.world().now();
        stack.failedRollback = null;
        move(StackStatus.UPDATE_IN_PROGRESS, "User Initiated");
        after(Duration.ofSeconds(2), this::changeResources);
    }

    /** CancelUpdateStack. */
    void cancel() {
        cancelled = true;
        if (wave == null) {
            changed(List.of());
        } else {
            wave.cancelAndEnd();
        }
    }

    private void changeResources() {
        if (cancelled) {
            return;
        }
        var surroundings = new StackSurroundings(room, stacks, stack);
        try {
            var imports = wanted.template().imports(surroundings);
            imports.forEach(surroundings::exported);
            var all = new LinkedHashSet<>(stack.imports);
            all.addAll(imports);
            stack.imports = all;
        } catch (AwsServiceException missing) {
            giveUp(FailureReason.text(missing));
            return;
        }
        wave = new Wave(wanted.template().dependencies(), this::work, true, this::changed);
        wave.start();
    }

    private @Nullable ResourceWork work(String id) {
        var declaration = wanted.template().resources().get(id);
        var dependsOn = wanted.template().dependencies().get(id);
        var current = stack.resources.get(id);
        if (current == null || !current.isAlive()) {
            var added = state(id, dependsOn, ResourceStatus.CREATE_IN_PROGRESS);
            rollback.added(added);
            stack.resources.put(id, added);
            return Making.anew(this, added, wishes);
        }
        rollback.before(current);
        current.declaration = declaration;
        current.dependsOn = dependsOn;
        var before = current.existing;
        Desired desired;
        try {
            desired = wishes.of(declaration);
        } catch (RuntimeException refused) {
            // It is refused again where there is a resource to fail.
            return new Changing(this, current, () -> wishes.of(declaration), wishes.shown(declaration), false);
        }
        var properties = before.properties();
        if (ResourceType.changed(properties, desired.properties()).isEmpty()
                && before.tags().equals(desired.tags())) {
            return null;
        }
        if (!room.types().get(current.type()).replaces(properties, desired.properties())) {
            rollback.changing(current);
            return new Changing(this, current, () -> desired, wishes.shown(declaration), false);
        }
        var another = state(id, dependsOn, ResourceStatus.UPDATE_IN_PROGRESS);
        rollback.replaced(current, another);
        stack.resources.put(id, another);
        return Making.replacement(this, another, wishes);
    }

    private ResourceState state(String id, Set<String> dependsOn, ResourceStatus status) {
        return new ResourceState(
                wanted.template().resources().get(id), dependsOn, status, room.world().now());
    }

    private void changed(List<String> failed) {
        if (cancelled) {
            giveUp("User Initiated");
        } else if (failed.isEmpty()) {
            after(Duration.ofSeconds(1), this::publish);
        } else {
            var byKind = new LinkedHashMap<String, List<String>>();
            for (var id : failed) {
                var kind = stack.resource(id).status == ResourceStatus.CREATE_FAILED ? "create" : "update";
                byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(id);
            }
            giveUp(byKind.entrySet().stream()
                    .map(kind -> "The following resource(s) failed to " + kind.getKey() + ": " + kind.getValue() + ". ")
                    .collect(Collectors.joining()));
        }
    }

    private void publish() {
        try {
            var outputs = Outputs.of(wanted, wishes);
            Outputs.checkExports(stacks, stack, outputs);
            stack.outputs = outputs;
        } catch (RuntimeException refused) {
            giveUp(FailureReason.of(refused, id, id));
            return;
        }
        stack.revision = wanted;
        stack.imports = wanted.template().imports(new StackSurroundings(room, stacks, stack));
        move(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, null);
        var removed = removed();
        var leftOver = new LinkedHashMap<String, ResourceState>();
        removed.values().forEach(resource -> leftOver.put(resource.logicalId(), resource));
        rollback.replacedOnes().forEach(resource -> leftOver.put(resource.logicalId(), resource));
        after(Duration.ofSeconds(1), () -> Teardown.of(
                this,
                leftOver.values(),
                resource -> removed.containsKey(resource.logicalId())
                        ? resource.declaration.deletionPolicy().keeps()
                        : resource.declaration.updateReplacePolicy().keeps(),
                false,
                failed -> {
                    stack.resources.keySet().removeAll(removed.keySet());
                    end(
                            StackStatus.UPDATE_COMPLETE,
                            failed.isEmpty()
                                    ? null
                                    : "Update successful. One or more resources could not be deleted.");
                }));
    }

    private Map<String, ResourceState> removed() {
        var removed = new LinkedHashMap<>(stack.resources);
        removed.keySet().removeAll(wanted.template().resources().keySet());
        return removed;
    }

    private void giveUp(String reason) {
        if (keepFailed && !cancelled) {
            stack.revision = wanted;
            end(StackStatus.UPDATE_FAILED, reason);
        } else {
            rollback.start(reason);
        }
    }
}
