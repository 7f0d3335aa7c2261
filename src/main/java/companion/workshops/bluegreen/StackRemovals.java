package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.aws.Connection;
import companion.workshop.CleanUp.Removal;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.Calls;
import companion.workshops.shared.RemovalStep;
import companion.workshops.shared.Site;
import companion.workshops.shared.StackRemoval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * The stack. Its service goes first and by force: after a deployment it has task sets that CloudFormation knows
 * nothing of. The revisions that deployments registered are not of the stack either.
 */
final class StackRemovals {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int AT_ONCE = 10;

    private final Site site;
    private final Connection aws;

    StackRemovals(Site site) {
        this.site = site;
        this.aws = site.connection();
    }

    List<Removal> list() {
        return List.of(
                services(),
                StackRemoval.of(site, "stack", Names.CLUSTER_STACK)
                        .in(
                                Names.STACK_GROUP,
                                "ECS service and cluster " + Names.CLUSTER,
                                "Application Load Balancer " + Names.LOAD_BALANCER,
                                "NAT gateway NatGatewayOne",
                                "Elastic IP address NatGatewayOneAttachment",
                                "VPC, 4 subnets, 2 route tables prod",
                                "IAM roles 2 roles, " + Names.CLUSTER_STACK,
                                "CloudFormation stack " + Names.CLUSTER_STACK),
                taskDefinitions());
    }

    private Removal services() {
        return new RemovalStep(
                        site,
                        new Title("service", "Remove the service and its tasks", "ECS", "DeleteService"),
                        List.of(Calls.of(
                                site,
                                "ECS",
                                DeleteServiceRequest.builder()
                                        .cluster(Names.CLUSTER)
                                        .service("<ServiceName>")
                                        .force(true)
                                        .build())),
                        () -> !activeServices().isEmpty(),
                        _ -> {
                            activeServices()
                                    .forEach(service -> aws.ecs()
                                            .deleteService(it -> it.cluster(Names.CLUSTER)
                                                    .service(service)
                                                    .force(true)));
                            site.pace()
                                    .until(
                                            LIMIT,
                                            () -> activeServices().isEmpty() ? Optional.of(true) : Optional.empty());
                        })
                .in(Names.STACK_GROUP);
    }

    private List<String> activeServices() {
        return Absence.unless(
                        ClusterNotFoundException.class, () -> aws.ecs().listServices(it -> it.cluster(Names.CLUSTER)))
                .map(answer -> answer.serviceArns())
                .filter(arns -> !arns.isEmpty())
                .map(arns ->
                        aws
                                .ecs()
                                .describeServices(
                                        it -> it.cluster(Names.CLUSTER).services(arns))
                                .services()
                                .stream()
                                .filter(service -> !"INACTIVE".equals(service.status()))
                                .map(service -> service.serviceName())
                                .toList())
                .orElse(List.of());
    }

    private Removal taskDefinitions() {
        return new RemovalStep(
                        site,
                        new Title("task-definitions", "Remove the task definitions", "ECS", "DeleteTaskDefinitions"),
                        List.of(
                                Calls.of(
                                        site,
                                        "ECS",
                                        DeregisterTaskDefinitionRequest.builder()
                                                .taskDefinition(Names.FAMILY + ":<revision>")
                                                .build()),
                                Calls.of(
                                        site,
                                        "ECS",
                                        DeleteTaskDefinitionsRequest.builder()
                                                .taskDefinitions(Names.FAMILY + ":<revision>")
                                                .build())),
                        () -> !revisions(TaskDefinitionStatus.ACTIVE).isEmpty()
                                || !revisions(TaskDefinitionStatus.INACTIVE).isEmpty(),
                        _ -> {
                            revisions(TaskDefinitionStatus.ACTIVE)
                                    .forEach(arn -> aws.ecs().deregisterTaskDefinition(it -> it.taskDefinition(arn)));
                            delete(revisions(TaskDefinitionStatus.INACTIVE));
                        })
                .in(Names.STACK_GROUP, "Task definitions " + Names.FAMILY);
    }

    private void delete(List<String> revisions) {
        var open = new ArrayList<>(revisions);
        while (!open.isEmpty()) {
            var some = List.copyOf(open.subList(0, Math.min(AT_ONCE, open.size())));
            aws.ecs().deleteTaskDefinitions(it -> it.taskDefinitions(some));
            open.subList(0, some.size()).clear();
        }
    }

    private List<String> revisions(TaskDefinitionStatus status) {
        return aws
                .ecs()
                .listTaskDefinitionsPaginator(
                        it -> it.familyPrefix(Names.FAMILY).status(status))
                .taskDefinitionArns()
                .stream()
                .toList();
    }
}
