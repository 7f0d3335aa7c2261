package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ValidationError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListExportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListImportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListImportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The operations that tell of stacks, their events, exports and imports. They change nothing. */
public final class StackReports {
    static final String NO_STACK_WITH_ID = "Stack with id %s does not exist";

    private final Stacks stacks;

    public StackReports(Stacks stacks) {
        this.stacks = stacks;
    }

    public DescribeStacksResponse describe(DescribeStacksRequest request) {
        if (request.stackName() != null) {
            var stack = stacks.require(request.stackName(), NO_STACK_WITH_ID);
            return DescribeStacksResponse.builder().stacks(described(stack)).build();
        }
        var present = stacks.all().stream().filter(stack -> !stack.isDeleted()).toList();
        var page = Page.of(present, request.nextToken());
        return DescribeStacksResponse.builder()
                .stacks(page.items().stream().map(StackReports::described).toList())
                .nextToken(page.nextToken())
                .build();
    }

    public ListStacksResponse list(ListStacksRequest request) {
        var wanted = Set.copyOf(request.stackStatusFilters());
        var matching = stacks.all().stream()
                .filter(stack -> wanted.isEmpty() || wanted.contains(stack.status))
                .toList();
        var page = Page.of(matching, request.nextToken());
        return ListStacksResponse.builder()
                .stackSummaries(page.items().stream().map(StackReports::summary).toList())
                .nextToken(page.nextToken())
                .build();
    }

    public DescribeStackEventsResponse events(DescribeStackEventsRequest request) {
        var stack = stacks.require(request.stackName(), "Stack [%s] does not exist");
        var page = Page.newestFirst(stack.events, request.nextToken());
        return DescribeStackEventsResponse.builder()
                .stackEvents(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    public ListExportsResponse exports(ListExportsRequest request) {
        var page = Page.of(stacks.exports(), request.nextToken());
        return ListExportsResponse.builder()
                .exports(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    public ListImportsResponse imports(ListImportsRequest request) {
        var importers = request.exportName() == null ? List.<String>of() : stacks.importers(request.exportName());
        if (importers.isEmpty()) {
            throw ValidationError.of("Export '" + request.exportName() + "' is not imported by any stack.");
        }
        var page = Page.of(importers, request.nextToken());
        return ListImportsResponse.builder()
                .imports(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static software.amazon.awssdk.services.cloudformation.model.Stack described(Stack stack) {
        var revision = stack.revision;
        return software.amazon.awssdk.services.cloudformation.model.Stack.builder()
                .stackId(stack.id)
                .stackName(stack.name)
                .changeSetId(stack.changeSetId)
                .description(revision.template().template().description())
                .parameters(revision.template().parameters().described())
                .creationTime(stack.createdAt)
                .lastUpdatedTime(stack.updatedAt)
                .deletionTime(stack.deletedAt)
                .rollbackConfiguration(RollbackConfiguration.builder().build())
                .stackStatus(stack.status)
                .stackStatusReason(stack.statusReason)
                .detailedStatus(stack.detailedStatus)
                .disableRollback(stack.onFailure == OnFailure.DO_NOTHING)
                .notificationARNs(revision.notificationArns())
                .timeoutInMinutes(stack.timeoutInMinutes)
                .capabilities(revision.capabilities())
                .outputs(stack.outputs)
                .roleARN(revision.roleArn())
                .tags(tags(revision.tags()))
                .enableTerminationProtection(stack.terminationProtection)
                .driftInformation(drift -> drift.stackDriftStatus(StackDriftStatus.NOT_CHECKED))
                .build();
    }

    private static StackSummary summary(Stack stack) {
        return StackSummary.builder()
                .stackId(stack.id)
                .stackName(stack.name)
                .templateDescription(stack.revision.template().template().description())
                .creationTime(stack.createdAt)
                .lastUpdatedTime(stack.updatedAt)
                .deletionTime(stack.deletedAt)
                .stackStatus(stack.status)
                .stackStatusReason(stack.statusReason)
                .driftInformation(drift -> drift.stackDriftStatus(StackDriftStatus.NOT_CHECKED))
                .build();
    }
}
