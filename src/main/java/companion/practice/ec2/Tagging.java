package companion.practice.ec2;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** CreateTags, DeleteTags and DescribeTags, for any resource by its id. */
final class Tagging {
    private static final Map<String, ResourceType> TYPES = Map.of(
            "vpc", ResourceType.VPC,
            "subnet", ResourceType.SUBNET,
            "igw", ResourceType.INTERNET_GATEWAY,
            "nat", ResourceType.NATGATEWAY,
            "eipalloc", ResourceType.ELASTIC_IP,
            "rtb", ResourceType.ROUTE_TABLE,
            "sg", ResourceType.SECURITY_GROUP,
            "sgr", ResourceType.SECURITY_GROUP_RULE,
            "eni", ResourceType.NETWORK_INTERFACE);

    private final Ec2State state;

    Tagging(Ec2State state) {
        this.state = state;
    }

    CreateTagsResponse create(CreateTagsRequest request) {
        checkAll(request.resources());
        if (request.tags().isEmpty()) {
            throw Ec2Fault.missing("Tags");
        }
        Tags.validate(request.tags());
        request.resources().forEach(id -> state.tags.put(id, request.tags()));
        return CreateTagsResponse.builder().build();
    }

    DeleteTagsResponse delete(DeleteTagsRequest request) {
        checkAll(request.resources());
        request.resources().forEach(id -> state.tags.remove(id, request.tags()));
        return DeleteTagsResponse.builder().build();
    }

    private void checkAll(List<String> ids) {
        if (ids.isEmpty()) {
            throw Ec2Fault.missing("Resources");
        }
        for (var id : ids) {
            if (Stream.of(
                            state.vpcs,
                            state.subnets,
                            state.internetGateways,
                            state.natGateways,
                            state.addresses,
                            state.routeTables,
                            state.securityGroups,
                            state.securityGroupRules,
                            state.interfaces)
                    .noneMatch(m -> m.containsKey(id))) {
                throw Ec2Fault.of("InvalidID", "The ID '" + id + "' is not valid");
            }
        }
    }

    DescribeTagsResponse describe(DescribeTagsRequest request) {
        var all = state.tags.resources().stream()
                .flatMap(id -> state.tags.of(id).stream().map(t -> TagDescription.builder()
                        .resourceId(id)
                        .resourceType(TYPES.get(id.substring(0, id.indexOf('-'))))
                        .key(t.key())
                        .value(t.value())
                        .build()))
                .toList();
        var page = new Listing<TagDescription>(
                        t -> t.resourceId() + "/" + t.key(),
                        t -> state.tags.of(t.resourceId()).stream()
                                .filter(own -> own.key().equals(t.key()))
                                .toList(),
                        id -> Ec2Fault.of("InvalidID", "The ID '" + id + "' is not valid"))
                .on("key", TagDescription::key)
                .on("value", TagDescription::value)
                .on("resource-id", TagDescription::resourceId)
                .on("resource-type", TagDescription::resourceTypeAsString)
                .page(all, List.of(), request.filters(), request.nextToken(), request.maxResults());
        return DescribeTagsResponse.builder()
                .tags(page.items())
                .nextToken(page.nextToken())
                .build();
    }
}
