package companion.practice.ecs;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** DescribeServices and ListServices. */
final class ServiceReads {
    private final EcsRegion region;
    private final Clusters clusters;

    ServiceReads(EcsRegion region, Clusters clusters) {
        this.region = region;
        this.clusters = clusters;
    }

    DescribeServicesResponse describe(DescribeServicesRequest request) {
        if (request.services().isEmpty()) {
            throw EcsFaults.invalid("Services cannot be empty.");
        }
        if (request.services().size() > 10) {
            throw EcsFaults.invalid("Services cannot have more than 10 elements.");
        }
        var cluster = clusters.find(request.cluster());
        boolean tags = request.include().contains(ServiceField.TAGS);
        var found = new ArrayList<Service>();
        var failures = new ArrayList<Failure>();
        for (var asked : request.services()) {
            var service = cluster.services.get(Names.last(asked));
            if (service == null) {
                failures.add(Clusters.missing(region.arn("service/" + cluster.name() + "/" + Names.last(asked))));
            } else {
                var shown = service.describe();
                found.add(tags ? shown : shown.toBuilder().tags(List.of()).build());
            }
        }
        return DescribeServicesResponse.builder().services(found).failures(failures).build();
    }

    ListServicesResponse list(ListServicesRequest request) {
        var arns = clusters.find(request.cluster()).services.values().stream()
                .filter(ServiceState::isActive)
                .map(s -> s.spec)
                .filter(s -> request.launchType() == null || request.launchType() == LaunchType.FARGATE)
                .filter(s -> request.schedulingStrategy() == null
                        || request.schedulingStrategy() == s.schedulingStrategy())
                .map(Service::serviceArn)
                .toList();
        var page = Page.of(arns, request.nextToken(), request.maxResults() == null ? 10 : request.maxResults(), 100);
        return ListServicesResponse.builder().serviceArns(page.items()).nextToken(page.nextToken()).build();
    }
}
