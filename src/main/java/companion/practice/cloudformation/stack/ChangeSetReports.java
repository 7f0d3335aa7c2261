package companion.practice.cloudformation.stack;

import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;

/** The operations that tell of change sets. They change nothing. */
public final class ChangeSetReports {
    private final Stacks stacks;

    public ChangeSetReports(Stacks stacks) {
        this.stacks = stacks;
    }

    public DescribeChangeSetResponse describe(DescribeChangeSetRequest request) {
        var set = ChangeSets.require(stacks, request.changeSetName(), request.stackName());
        var stack = ChangeSets.owner(stacks, set);
        var page = Page.of(set.changes, request.nextToken());
        return DescribeChangeSetResponse.builder()
                .changeSetName(set.name)
                .changeSetId(set.id)
                .stackId(stack.id)
                .stackName(stack.name)
                .description(set.description)
                .parameters(set.revision.template().parameters().described())
                .creationTime(set.createdAt)
                .executionStatus(set.execution)
                .status(set.status)
                .statusReason(set.reason)
                .notificationARNs(set.revision.notificationArns())
                .rollbackConfiguration(RollbackConfiguration.builder().build())
                .capabilities(set.revision.capabilities())
                .tags(StackReports.tags(set.revision.tags()))
                .changes(page.items().stream().map(PlannedChange::described).toList())
                .nextToken(page.nextToken())
                .includeNestedStacks(false)
                .onStackFailure(set.onFailure)
                .importExistingResources(false)
                .build();
    }

    public ListChangeSetsResponse list(ListChangeSetsRequest request) {
        var stack = stacks.require(request.stackName(), "Stack [%s] does not exist");
        var page = Page.of(List.copyOf(stack.changeSets.values()), request.nextToken());
        return ListChangeSetsResponse.builder()
                .summaries(page.items().stream().map(set -> summary(stack, set)).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static ChangeSetSummary summary(Stack stack, ChangeSet set) {
        return ChangeSetSummary.builder()
                .stackId(stack.id)
                .stackName(stack.name)
                .changeSetId(set.id)
                .changeSetName(set.name)
                .executionStatus(set.execution)
                .status(set.status)
                .statusReason(set.reason)
                .creationTime(set.createdAt)
                .description(set.description)
                .includeNestedStacks(false)
                .importExistingResources(false)
                .build();
    }
}
