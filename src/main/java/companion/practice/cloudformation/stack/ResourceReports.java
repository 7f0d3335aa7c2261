package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ValidationError;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDetail;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** The operations that tell of the resources in stacks, sorted by logical id. They change nothing. */
public final class ResourceReports {
    private static final int MOST_DESCRIBED = 100;

    private final Stacks stacks;

    public ResourceReports(Stacks stacks) {
        this.stacks = stacks;
    }

    public DescribeStackResourceResponse describe(DescribeStackResourceRequest request) {
        var stack = stacks.require(request.stackName(), "Stack '%s' does not exist");
        var resource = stack.resources.get(request.logicalResourceId());
        if (resource == null) {
            throw ValidationError.of(
                    "Resource " + request.logicalResourceId() + " does not exist for stack " + request.stackName());
        }
        var metadata = resource.declaration.metadata();
        return DescribeStackResourceResponse.builder()
                .stackResourceDetail(StackResourceDetail.builder()
                        .stackName(stack.name)
                        .stackId(stack.id)
                        .logicalResourceId(resource.logicalId())
                        .physicalResourceId(resource.physicalId())
                        .resourceType(resource.type())
                        .lastUpdatedTimestamp(resource.changedAt)
                        .resourceStatus(resource.status)
                        .resourceStatusReason(resource.reason)
                        .description(resource.declaration.description())
                        .metadata(metadata.isMissingNode() ? "{}" : metadata.toString())
                        .driftInformation(drift ->
                                drift.stackResourceDriftStatus(StackResourceDriftStatus.NOT_CHECKED))
                        .build())
                .build();
    }

    public DescribeStackResourcesResponse describe(DescribeStackResourcesRequest request) {
        var physicalId = request.physicalResourceId();
        if (request.stackName() == null && physicalId == null) {
            throw ValidationError.of("Either stack name or physical resource id must be specified.");
        }
        var stack = request.stackName() != null
                ? stacks.require(request.stackName(), StackReports.NO_STACK_WITH_ID)
                : owner(physicalId);
        return DescribeStackResourcesResponse.builder()
                .stackResources(sorted(stack).stream()
                        .filter(resource -> request.logicalResourceId() == null
                                || resource.logicalId().equals(request.logicalResourceId()))
                        .limit(MOST_DESCRIBED)
                        .map(resource -> described(stack, resource))
                        .toList())
                .build();
    }

    public ListStackResourcesResponse list(ListStackResourcesRequest request) {
        var stack = stacks.require(request.stackName(), StackReports.NO_STACK_WITH_ID);
        var page = Page.of(sorted(stack), request.nextToken());
        return ListStackResourcesResponse.builder()
                .stackResourceSummaries(page.items().stream().map(ResourceReports::summary).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private Stack owner(String physicalId) {
        return stacks.all().stream()
                .filter(stack -> !stack.isDeleted())
                .filter(stack -> stack.resources.values().stream()
                        .anyMatch(resource -> Objects.equals(resource.physicalId(), physicalId)))
                .findFirst()
                .orElseThrow(() -> ValidationError.of("Stack for " + physicalId + " does not exist"));
    }

    private static List<ResourceState> sorted(Stack stack) {
        return stack.resources.values().stream()
                .sorted(Comparator.comparing(ResourceState::logicalId))
                .toList();
    }

    private static StackResource described(Stack stack, ResourceState resource) {
        return StackResource.builder()
                .stackName(stack.name)
                .stackId(stack.id)
                .logicalResourceId(resource.logicalId())
                .physicalResourceId(resource.physicalId())
                .resourceType(resource.type())
                .timestamp(resource.changedAt)
                .resourceStatus(resource.status)
                .resourceStatusReason(resource.reason)
                .description(resource.declaration.description())
                .driftInformation(drift -> drift.stackResourceDriftStatus(StackResourceDriftStatus.NOT_CHECKED))
                .build();
    }

    private static StackResourceSummary summary(ResourceState resource) {
        return StackResourceSummary.builder()
                .logicalResourceId(resource.logicalId())
                .physicalResourceId(resource.physicalId())
                .resourceType(resource.type())
                .lastUpdatedTimestamp(resource.changedAt)
                .resourceStatus(resource.status)
                .resourceStatusReason(resource.reason)
                .driftInformation(drift -> drift.stackResourceDriftStatus(StackResourceDriftStatus.NOT_CHECKED))
                .build();
    }
}
