package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ValidationError;
import companion.practice.fabric.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackResponse;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;

/** The operations that change stacks: each is checked to the end before anything changes. */
public final class StackCommands {
    static final Set<StackStatus> UPDATABLE = Set.of(
            StackStatus.CREATE_COMPLETE,
            StackStatus.UPDATE_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_COMPLETE,
            StackStatus.CREATE_FAILED,
            StackStatus.UPDATE_FAILED);

    private final Room room;
    private final Stacks stacks;
    private final TemplateSource source;
    private final Drafts drafts;

    public StackCommands(Room room, Stacks stacks) {
        this.room = room;
        this.stacks = stacks;
        this.source = new TemplateSource(room);
        this.drafts = new Drafts(room);
    }

    public CreateStackResponse create(CreateStackRequest request) {
        var name = checkName(request.stackName());
        var known = stacks.find(name);
        if (known != null) {
            if (known.accepted("create", request.clientRequestToken())) {
                return CreateStackResponse.builder().stackId(known.id).build();
            }
            throw Fault.of(
                    AlreadyExistsException.builder(), "AlreadyExistsException", "Stack [" + name + "] already exists");
        }
        if (request.onFailure() != null && request.disableRollback() != null) {
            throw ValidationError.of("Either DisableRollback or OnFailure can be specified, not both.");
        }
        checkUnsupported(request.rollbackConfiguration(), request.stackPolicyBody(), request.stackPolicyURL());
        var template = source.template(request.templateBody(), request.templateURL());
        var id = newId(room, name);
        var revision = drafts.draft(
                new Drafts.Order(
                        template,
                        request.parameters(),
                        request.capabilities(),
                        request.tags(),
                        request.notificationARNs(),
                        request.roleARN()),
                name,
                id,
                null);
        var stack = new Stack(id, name, room.world().now(), revision);
        stack.onFailure = onFailure(request.onFailure(), request.disableRollback());
        stack.retainExceptOnCreate = Boolean.TRUE.equals(request.retainExceptOnCreate());
        stack.terminationProtection = Boolean.TRUE.equals(request.enableTerminationProtection());
        stack.timeoutInMinutes = request.timeoutInMinutes();
        stack.accept("create", request.clientRequestToken());
        stacks.add(stack);
        var creation = new StackCreation(room, stacks, stack, request.clientRequestToken());
        creation.start();
        return CreateStackResponse.builder().stackId(id).operationId(creation.id).build();
    }

    public UpdateStackResponse update(UpdateStackRequest request) {
        var stack = stacks.require(request.stackName(), "Stack [%s] does not exist");
        var token = request.clientRequestToken();
        if (stack.accepted("update", token)) {
            return UpdateStackResponse.builder().stackId(stack.id).build();
        }
        checkUpdatable(stack);
        checkUnsupported(request.rollbackConfiguration(), request.stackPolicyBody(), request.stackPolicyURL());
        var template = Boolean.TRUE.equals(request.usePreviousTemplate())
                ? stack.revision.template().template()
                : source.template(request.templateBody(), request.templateURL());
        var old = stack.revision;
        var revision = drafts.draft(
                new Drafts.Order(
                        template,
                        request.parameters(),
                        request.capabilities(),
                        request.hasTags() ? request.tags() : StackReports.tags(old.tags()),
                        request.hasNotificationARNs() ? request.notificationARNs() : old.notificationArns(),
                        request.roleARN() == null ? old.roleArn() : request.roleARN()),
                stack.name,
                stack.id,
                old);
        if (ChangePlan.isNothing(room, stacks, stack, revision)) {
            throw ValidationError.of("No updates are to be performed.");
        }
        stack.accept("update", token);
        var update = new StackUpdate(
                room, stacks, stack, revision, token, Boolean.TRUE.equals(request.disableRollback()));
        update.start();
        return UpdateStackResponse.builder().stackId(stack.id).operationId(update.id).build();
    }

    public DeleteStackResponse delete(DeleteStackRequest request) {
        var stack = request.stackName() == null
                ? stacks.require(null, "")
                : stacks.find(request.stackName());
        if (stack == null || stack.isDeleted() || stack.status == StackStatus.DELETE_IN_PROGRESS) {
            return DeleteStackResponse.builder().build();
        }
        if (stack.terminationProtection) {
            throw ValidationError.of(
                    "Stack [" + stack.name + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (stack.status.toString().startsWith("UPDATE_") && stack.isInProgress()) {
            throw ValidationError.of("Stack [" + stack.id + "] cannot be deleted while in status " + stack.status);
        }
        var retain = new HashSet<>(request.retainResources());
        if (!retain.isEmpty()) {
            checkRetained(stack, retain);
        }
        var caller = drafts.caller(request.roleARN() == null ? stack.revision.roleArn() : request.roleARN());
        boolean force = request.deletionMode() == DeletionMode.FORCE_DELETE_STACK;
        new StackDeletion(room, stacks, stack, caller, request.clientRequestToken(), retain, force).start();
        return DeleteStackResponse.builder().build();
    }

    public CancelUpdateStackResponse cancelUpdate(CancelUpdateStackRequest request) {
        var stack = stacks.require(request.stackName(), "Stack [%s] does not exist");
        if (stack.status != StackStatus.UPDATE_IN_PROGRESS || !(stack.operation instanceof StackUpdate update)) {
            throw ValidationError.of("CancelUpdateStack cannot be called from current stack status");
        }
        update.cancel();
        return CancelUpdateStackResponse.builder().build();
    }

    public ContinueUpdateRollbackResponse continueRollback(ContinueUpdateRollbackRequest request) {
        var stack = stacks.require(request.stackName(), "Stack [%s] does not exist");
        var rollback = stack.failedRollback;
        if (stack.status != StackStatus.UPDATE_ROLLBACK_FAILED || rollback == null) {
            throw ValidationError.of("Stack [" + stack.id + "] is in " + stack.status
                    + " state and can not continue rolling back");
        }
        var skip = new HashSet<>(request.resourcesToSkip());
        if (!stack.resources.keySet().containsAll(skip)) {
            throw ValidationError.of("The following resources do not exist in the stack: " + skip);
        }
        var caller = drafts.caller(request.roleARN() == null ? stack.revision.roleArn() : request.roleARN());
        rollback.resume(new Operation(room, stacks, stack, caller, request.clientRequestToken()), skip);
        return ContinueUpdateRollbackResponse.builder().build();
    }

    public UpdateTerminationProtectionResponse protect(UpdateTerminationProtectionRequest request) {
        var stack = stacks.require(request.stackName(), "Stack [%s] does not exist");
        stack.terminationProtection = Boolean.TRUE.equals(request.enableTerminationProtection());
        return UpdateTerminationProtectionResponse.builder().stackId(stack.id).build();
    }

    static String newId(Room room, String name) {
        return room.place().arn("cloudformation", "stack/" + name + "/" + room.world().ids().uuid());
    }

    static String checkName(@Nullable String name) {
        if (name == null || name.length() > 128 || !name.matches("[a-zA-Z][-a-zA-Z0-9]*")) {
            throw ValidationError.of("1 validation error detected: Value '" + name + "' at 'stackName' failed to"
                    + " satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        }
        return name;
    }

    static void checkUpdatable(Stack stack) {
        if (!UPDATABLE.contains(stack.status)) {
            throw ValidationError.of(
                    "Stack:" + stack.id + " is in " + stack.status + " state and can not be updated.");
        }
    }

    static OnFailure onFailure(@Nullable OnFailure onFailure, @Nullable Boolean disableRollback) {
        if (onFailure != null) {
            return onFailure;
        }
        return Boolean.TRUE.equals(disableRollback) ? OnFailure.DO_NOTHING : OnFailure.ROLLBACK;
    }

    private static void checkRetained(Stack stack, Set<String> retain) {
        if (stack.status != StackStatus.DELETE_FAILED) {
            throw ValidationError.of("Invalid operation on stack [" + stack.id
                    + "]. RetainResources can be given only for a stack in DELETE_FAILED state");
        }
        if (!stack.resources.keySet().containsAll(retain)) {
            throw ValidationError.of(
                    "The following resources to retain do not exist in the stack: " + List.copyOf(retain));
        }
    }

    private static void checkUnsupported(
            @Nullable RollbackConfiguration rollback, @Nullable String policy, @Nullable String policyUrl) {
        if (policy != null || policyUrl != null) {
            throw ValidationError.of("Stack policies are not supported by the practice cloud");
        }
        if (rollback != null && !rollback.rollbackTriggers().isEmpty()) {
            throw ValidationError.of("Rollback triggers are not supported by the practice cloud");
        }
    }
}
