package companion.workshops.shared;

import companion.aws.Absence;
import companion.aws.Connection;
import companion.workshop.Progress;
import companion.workshop.StepFailedException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Looking at stacks and waiting for them. */
public final class Stacks {
    private static final Duration LIMIT = Duration.ofMinutes(45);

    private Stacks() {}

    /** The stack of that name, unless it is gone. */
    public static Optional<Stack> find(Connection aws, String name) {
        return Absence.unless(
                        Absence.code("ValidationError", "does not exist"),
                        () -> aws.cloudFormation().describeStacks(request -> request.stackName(name)))
                .flatMap(answer -> answer.stacks().stream().findFirst())
                .filter(stack -> !"DELETE_COMPLETE".equals(stack.stackStatusAsString()));
    }

    static boolean isInProgress(Stack stack) {
        return stack.stackStatusAsString().endsWith("_IN_PROGRESS");
    }

    static boolean isComplete(Stack stack) {
        return List.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE")
                .contains(stack.stackStatusAsString());
    }

    /**
     * Waits until a stack no longer changes.
     *
     * @param resources in its template, for the fraction done
     * @return how it ended; empty if it is gone
     */
    static Optional<Stack> settle(Site site, String name, int resources, Progress progress) throws Exception {
        return site.pace().until(LIMIT, () -> {
            var stack = find(site.connection(), name);
            if (stack.isEmpty() || !isInProgress(stack.get())) {
                return Optional.of(stack);
            }
            report(site.connection(), stack.get(), resources, progress);
            return Optional.empty();
        });
    }

    private static void report(Connection aws, Stack stack, int resources, Progress progress) {
        var events = events(aws, stack);
        var done = new HashSet<String>();
        boolean deleting = "DELETE_IN_PROGRESS".equals(stack.stackStatusAsString());
        var end = deleting ? ResourceStatus.DELETE_COMPLETE : ResourceStatus.CREATE_COMPLETE;
        for (var event : events) {
            if (event.resourceStatus() == end && !event.logicalResourceId().equals(stack.stackName())) {
                done.add(event.logicalResourceId());
            }
        }
        var newest = events.isEmpty()
                ? ""
                : ", " + events.getFirst().logicalResourceId() + " "
                        + events.getFirst()
                                .resourceStatusAsString()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ');
        progress.report(
                done.size() + " of " + resources + (deleting ? " resources gone" : " resources") + newest,
                Math.min(1.0, (double) done.size() / resources));
    }

    private static List<StackEvent> events(Connection aws, Stack stack) {
        return aws.cloudFormation()
                .describeStackEvents(request -> request.stackName(stack.stackId()))
                .stackEvents();
    }

    /** The first thing that went wrong, for AWS then cancels everything else. */
    static StepFailedException failure(Connection aws, Stack stack, String problemCode) {
        var first = events(aws, stack).reversed().stream()
                .filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                .filter(event -> event.resourceStatusReason() != null
                        && !event.resourceStatusReason().contains("cancelled"))
                .findFirst();
        var reason = first.map(StackEvent::resourceStatusReason)
                .orElse(stack.stackStatusReason() == null ? stack.stackStatusAsString() : stack.stackStatusReason());
        var resource = first.map(StackEvent::logicalResourceId).orElse(stack.stackName());
        return AwsStep.failure(
                problemCode,
                resource + " of the stack " + stack.stackName() + ": " + reason,
                StackReasons.why(reason),
                StackReasons.next(reason),
                stack.stackName() + " " + stack.stackStatusAsString() + ", " + resource + ": " + reason);
    }
}
