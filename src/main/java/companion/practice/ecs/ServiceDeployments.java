package companion.practice.ecs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;

/** The history of a service's rolling deployments, which outlives the deployments that DescribeServices shows. */
final class ServiceDeployments {

    /** One deployment, with the deployment of the service that it is about. */
    static final class Entry {
        private final TaskSetState set;
        private ServiceDeployment view;

        private Entry(TaskSetState set, ServiceDeployment view) {
            this.set = set;
            this.view = view;
        }

        private ServiceDeployment describe() {
            return view.toBuilder()
                    .targetServiceRevision(view.targetServiceRevision().toBuilder()
                            .requestedTaskCount(set.service.desired())
                            .runningTaskCount(set.running())
                            .pendingTaskCount(set.pending())
                            .build())
                    .build();
        }
    }

    private final EcsRegion region;
    private final ServiceLookup lookup;

    ServiceDeployments(EcsRegion region, ServiceLookup lookup) {
        this.region = region;
        this.lookup = lookup;
    }

    static void begun(EcsRegion region, TaskSetState set) {
        var service = set.service;
        var path = service.cluster.name() + "/" + service.name() + "/";
        var now = region.world().now();
        var arn = region.arn("service-deployment/" + path + region.world().ids().alphanumeric(21));
        var revision = region.arn("service-revision/" + path + region.world().ids().digits(19));
        service.history.addFirst(new Entry(
                set,
                ServiceDeployment.builder()
                        .serviceDeploymentArn(arn)
                        .serviceArn(service.spec.serviceArn())
                        .clusterArn(service.cluster.arn())
                        .createdAt(now)
                        .startedAt(now)
                        .updatedAt(now)
                        .targetServiceRevision(r -> r.arn(revision))
                        .status(ServiceDeploymentStatus.IN_PROGRESS)
                        .deploymentConfiguration(service.spec.deploymentConfiguration())
                        .build()));
        service.spec = service.spec.toBuilder().currentServiceDeployment(arn).build();
    }

    static void finished(ServiceState service, TaskSetState set, Instant at) {
        for (var entry : service.history) {
            if (entry.view.status() == ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS) {
                end(entry, ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL, entry.view.statusReason(), at);
            } else if (entry.set == set && entry.view.status() == ServiceDeploymentStatus.IN_PROGRESS) {
                end(entry, ServiceDeploymentStatus.SUCCESSFUL, null, at);
            } else if (entry.view.status() == ServiceDeploymentStatus.IN_PROGRESS) {
                end(entry, ServiceDeploymentStatus.STOPPED, "Deployment was replaced by a newer deployment.", at);
            }
        }
        service.spec = service.spec.toBuilder().currentServiceDeployment(null).build();
    }

    static void failed(ServiceState service, TaskSetState set, boolean rollingBack, Instant at) {
        for (var entry : service.history) {
            if (entry.set == set && entry.view.status() == ServiceDeploymentStatus.IN_PROGRESS) {
                var status = rollingBack
                        ? ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS
                        : ServiceDeploymentStatus.STOPPED;
                entry.view = entry.view.toBuilder()
                        .status(status)
                        .statusReason(
                                rollingBack
                                        ? "Service deployment rolled back because the circuit breaker threshold was"
                                                + " exceeded."
                                        : null)
                        .updatedAt(at)
                        .build();
            }
        }
    }

    ListServiceDeploymentsResponse list(ListServiceDeploymentsRequest request) {
        var service = lookup.known(request.cluster(), request.service());
        var briefs = service.history.stream()
                .map(e -> e.view)
                .filter(v -> request.status().isEmpty() || request.status().contains(v.status()))
                .map(ServiceDeployments::brief)
                .toList();
        var page = Page.of(briefs, request.nextToken(), request.maxResults(), 100);
        return ListServiceDeploymentsResponse.builder()
                .serviceDeployments(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    DescribeServiceDeploymentsResponse describe(DescribeServiceDeploymentsRequest request) {
        if (request.serviceDeploymentArns().isEmpty()) {
            throw EcsFaults.invalid("Service deployment ARNs can not be empty.");
        }
        var found = new ArrayList<ServiceDeployment>();
        var failures = new ArrayList<Failure>();
        for (var arn : request.serviceDeploymentArns()) {
            var parts = arn.split("/");
            var service = parts.length < 4 ? null : lookup.peek(parts[1], parts[2]);
            var entry = (service == null ? List.<Entry>of() : service.history).stream()
                    .filter(e -> e.view.serviceDeploymentArn().equals(arn))
                    .findFirst();
            entry.ifPresentOrElse(e -> found.add(e.describe()), () -> failures.add(Clusters.missing(arn)));
        }
        return DescribeServiceDeploymentsResponse.builder().serviceDeployments(found).failures(failures).build();
    }

    private static void end(Entry entry, ServiceDeploymentStatus status, @Nullable String reason, Instant at) {
        entry.view = entry.view.toBuilder()
                .status(status)
                .statusReason(reason)
                .finishedAt(at)
                .updatedAt(at)
                .build();
    }

    private static ServiceDeploymentBrief brief(ServiceDeployment full) {
        return ServiceDeploymentBrief.builder()
                .serviceDeploymentArn(full.serviceDeploymentArn())
                .serviceArn(full.serviceArn())
                .clusterArn(full.clusterArn())
                .createdAt(full.createdAt())
                .startedAt(full.startedAt())
                .finishedAt(full.finishedAt())
                .targetServiceRevisionArn(full.targetServiceRevision().arn())
                .status(full.status())
                .statusReason(full.statusReason())
                .build();
    }
}
