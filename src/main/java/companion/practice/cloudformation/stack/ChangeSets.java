package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.template.Template;
import companion.practice.cloudformation.template.ValidationError;
import companion.practice.fabric.Fault;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The operations that make, carry out and delete change sets. */
public final class ChangeSets {
    private static final Duration COMPARING = Duration.ofSeconds(3);

    private final Room room;
    private final Stacks stacks;
    private final TemplateSource source;
    private final Drafts drafts;

    public ChangeSets(Room room, Stacks stacks) {
        this.room = room;
        this.stacks = stacks;
        this.source = new TemplateSource(room);
        this.drafts = new Drafts(room);
    }

    public CreateChangeSetResponse create(CreateChangeSetRequest request) {
        var type = request.changeSetType() == null ? ChangeSetType.UPDATE : request.changeSetType();
        if (type == ChangeSetType.IMPORT || type == ChangeSetType.UNKNOWN_TO_SDK_VERSION) {
            throw ValidationError.of("Change sets of type " + request.changeSetTypeAsString()
                    + " are not supported by the practice cloud");
        }
        var name = checkName(request.changeSetName());
        var stack = request.stackName() == null ? null : stacks.find(request.stackName());
        boolean anew = type == ChangeSetType.CREATE;
        if (anew) {
            if (stack != null && stack.status != StackStatus.REVIEW_IN_PROGRESS) {
                throw ValidationError.of("Stack [" + stack.name
                        + "] already exists and cannot be created again with the changeSet [" + name + "].");
            }
            StackCommands.checkName(request.stackName());
        } else {
            stack = stacks.require(request.stackName(), "Stack [%s] does not exist");
            StackCommands.checkUpdatable(stack);
        }
        if (stack != null && stack.changeSets.containsKey(name)) {
            throw Fault.of(
                    AlreadyExistsException.builder(),
                    "AlreadyExistsException",
                    "ChangeSet " + name + " cannot be created due to an existing ChangeSet with the same name");
        }
        var previous = anew || stack == null ? null : stack.revision;
        var template = Boolean.TRUE.equals(request.usePreviousTemplate()) && previous != null
                ? previous.template().template()
                : source.template(request.templateBody(), request.templateURL());
        var stackName = stack == null ? request.stackName() : stack.name;
        var stackId = stack == null ? StackCommands.newId(room, stackName) : stack.id;
        var revision = drafts.draft(order(request, template, previous), stackName, stackId, previous);
        if (stack == null) {
            stack = new Stack(stackId, stackName, room.world().now(), revision);
            stacks.add(stack);
            new Operation(room, stacks, stack, revision.caller(), null)
                    .move(StackStatus.REVIEW_IN_PROGRESS, "User Initiated");
        }
        var id = room.place().arn("cloudformation", "changeSet/" + name + "/" + room.world().ids().uuid());
        var set = new ChangeSet(
                id, name, type, request.description(), room.world().now(), revision, request.onStackFailure());
        stack.changeSets.put(name, set);
        var owner = stack;
        new Operation(room, stacks, stack, revision.caller(), null).after(COMPARING, () -> compare(owner, set));
        return CreateChangeSetResponse.builder().id(id).stackId(stackId).build();
    }

    public ExecuteChangeSetResponse execute(ExecuteChangeSetRequest request) {
        var set = require(stacks, request.changeSetName(), request.stackName());
        var stack = owner(stacks, set);
        if (set.execution != ExecutionStatus.AVAILABLE) {
            throw notIn(set, "executed");
        }
        boolean keepFailed = Boolean.TRUE.equals(request.disableRollback());
        if (set.type == ChangeSetType.UPDATE) {
            StackCommands.checkUpdatable(stack);
        }
        stack.changeSetId = set.id;
        set.execution = ExecutionStatus.EXECUTE_COMPLETE;
        // Once one is carried out, the others describe a stack that is no more.
        stack.changeSets.clear();
        stack.retainExceptOnCreate = Boolean.TRUE.equals(request.retainExceptOnCreate());
        if (set.type == ChangeSetType.CREATE) {
            stack.revision = set.revision;
            var wanted = set.onFailure == null ? null : OnFailure.fromValue(set.onFailure.toString());
            stack.onFailure = StackCommands.onFailure(wanted, request.disableRollback());
            new StackCreation(room, stacks, stack, request.clientRequestToken()).start();
        } else {
            new StackUpdate(room, stacks, stack, set.revision, request.clientRequestToken(), keepFailed).start();
        }
        return ExecuteChangeSetResponse.builder().build();
    }

    public DeleteChangeSetResponse delete(DeleteChangeSetRequest request) {
        var set = find(stacks, request.changeSetName(), request.stackName()).orElse(null);
        if (set != null) {
            if (set.status == ChangeSetStatus.CREATE_PENDING || set.status == ChangeSetStatus.CREATE_IN_PROGRESS) {
                throw notIn(set, "deleted");
            }
            owner(stacks, set).changeSets.remove(set.name);
        }
        return DeleteChangeSetResponse.builder().build();
    }

    static ChangeSet require(Stacks stacks, @Nullable String nameOrId, @Nullable String stackName) {
        return find(stacks, nameOrId, stackName)
                .orElseThrow(() -> Fault.of(
                        ChangeSetNotFoundException.builder(),
                        404,
                        "ChangeSetNotFound",
                        "ChangeSet [" + nameOrId + "] does not exist"));
    }

    static Stack owner(Stacks stacks, ChangeSet set) {
        return stacks.all().stream()
                .filter(stack -> stack.changeSets.containsValue(set))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ChangeSet> find(Stacks stacks, @Nullable String nameOrId, @Nullable String stackName) {
        if (nameOrId != null && nameOrId.startsWith("arn:")) {
            return stacks.all().stream()
                    .flatMap(stack -> stack.changeSets.values().stream())
                    .filter(set -> set.id.equals(nameOrId))
                    .findFirst();
        }
        if (stackName == null) {
            throw ValidationError.of("StackName must be specified if ChangeSetName is not specified as an ARN.");
        }
        var stack = stacks.require(stackName, "Stack [%s] does not exist");
        return Optional.ofNullable(stack.changeSets.get(nameOrId));
    }

    private Drafts.Order order(
            CreateChangeSetRequest request,
            Template template,
            @Nullable Revision previous) {
        boolean keepsTags = previous != null && !request.hasTags();
        boolean keepsTopics = previous != null && !request.hasNotificationARNs();
        boolean keepsRole = previous != null && request.roleARN() == null;
        return new Drafts.Order(
                template,
                request.parameters(),
                request.capabilities(),
                keepsTags ? StackReports.tags(previous.tags()) : request.tags(),
                keepsTopics ? previous.notificationArns() : request.notificationARNs(),
                keepsRole ? previous.roleArn() : request.roleARN());
    }

    private void compare(Stack stack, ChangeSet set) {
        if (!stack.changeSets.containsValue(set)) {
            return;
        }
        try {
            set.changes = ChangePlan.of(room, stacks, stack, set.revision);
            boolean nothing = set.type == ChangeSetType.UPDATE
                    && ChangePlan.isNothing(room, stacks, stack, set.revision);
            if (nothing) {
                fail(set, "The submitted information didn't contain changes. Submit different information to create a"
                        + " change set.");
            } else {
                set.status = ChangeSetStatus.CREATE_COMPLETE;
                set.execution = ExecutionStatus.AVAILABLE;
            }
        } catch (RuntimeException refused) {
            fail(set, FailureReason.of(refused, set.id, set.id));
        }
    }

    private static void fail(ChangeSet set, String reason) {
        set.status = ChangeSetStatus.FAILED;
        set.execution = ExecutionStatus.UNAVAILABLE;
        set.reason = reason;
    }

    private static RuntimeException notIn(ChangeSet set, String done) {
        return Fault.of(
                InvalidChangeSetStatusException.builder(),
                "InvalidChangeSetStatus",
                "ChangeSet [" + set.id + "] cannot be " + done + " in its current status of [" + set.status + "]");
    }

    private static String checkName(@Nullable String name) {
        if (name == null || name.length() > 128 || !name.matches("[a-zA-Z][-a-zA-Z0-9]*")) {
            throw ValidationError.of("1 validation error detected: Value '" + name + "' at 'changeSetName' failed to"
                    + " satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        }
        return name;
    }
}
