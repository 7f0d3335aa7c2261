package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.aws.Connection;
import companion.workshop.CleanUp.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * Asks the account for everything that the workshop could have made. All questions at once, for none depends on
 * another.
 */
final class Listings {
    private static final Filter OURS =
            Filter.builder().name("tag:workshop").values(BlueGreen.ID).build();

    private final Names names;
    private final Connection aws;

    Listings(Names names) {
        this.names = names;
        this.aws = names.site().connection();
    }

    private record Question(String what, String operation, Callable<Stream<String>> answer) {
        Proof ask() throws Exception {
            return new Proof(what, operation, answer.call().toList());
        }
    }

    List<Proof> ask() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = questions().stream()
                    .map(question -> threads.submit(question::ask))
                    .toList();
            var proofs = new ArrayList<Proof>();
            for (var answer : answers) {
                proofs.add(answer.get());
            }
            return proofs;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private List<Question> questions() {
        return List.of(
                new Question(
                        "Stacks",
                        "DescribeStacks",
                        () -> aws.cloudFormation().describeStacksPaginator().stacks().stream()
                                .filter(it -> !"DELETE_COMPLETE".equals(it.stackStatusAsString()))
                                .map(it -> it.stackName())
                                .filter(Predicate.<String>isEqual(Names.CLUSTER_STACK)
                                        .or(Names.ROLES_STACK::equals))),
                new Question(
                        "Pipelines",
                        "ListPipelines",
                        () -> aws.codePipeline().listPipelinesPaginator().pipelines().stream()
                                .map(it -> it.name())
                                .filter(Names.PIPELINE::equals)),
                new Question(
                        "Event rules",
                        "ListRules",
                        () -> aws.eventBridge().listRules(it -> it.namePrefix(Names.RULE)).rules().stream()
                                .map(it -> it.name())),
                new Question(
                        "Build projects",
                        "ListProjects",
                        () -> aws.codeBuild().listProjectsPaginator().projects().stream()
                                .filter(Names.PROJECT::equals)),
                new Question(
                        "Log groups",
                        "DescribeLogGroups",
                        () ->
                                aws
                                        .logs()
                                        .describeLogGroups(it -> it.logGroupNamePrefix(Names.LOG_GROUP))
                                        .logGroups()
                                        .stream()
                                        .map(it -> it.logGroupName())
                                        .filter(Names.LOG_GROUP::equals)),
                new Question(
                        "Applications",
                        "ListApplications",
                        () -> aws.codeDeploy().listApplicationsPaginator().applications().stream()
                                .filter(Names.APPLICATION::equals)),
                new Question(
                        "ECS clusters",
                        "ListClusters",
                        () -> aws.ecs().listClustersPaginator().clusterArns().stream()
                                .filter(arn -> arn.endsWith("/" + Names.CLUSTER))),
                new Question("Task definitions", "ListTaskDefinitions", this::taskDefinitions),
                new Question(
                        "Load balancers",
                        "DescribeLoadBalancers",
                        () -> aws.elbv2().describeLoadBalancersPaginator().loadBalancers().stream()
                                .map(it -> it.loadBalancerName())
                                .filter(Names.LOAD_BALANCER::equals)),
                new Question(
                        "Target groups",
                        "DescribeTargetGroups",
                        () -> aws.elbv2().describeTargetGroupsPaginator().targetGroups().stream()
                                .map(it -> it.targetGroupName())
                                .filter(Predicate.<String>isEqual(Names.FIRST_TARGETS)
                                        .or(Names.SECOND_TARGETS::equals))),
                new Question(
                        "NAT gateways",
                        "DescribeNatGateways",
                        () -> aws.ec2().describeNatGateways(it -> it.filter(OURS)).natGateways().stream()
                                .filter(it -> it.state() != NatGatewayState.DELETED)
                                .map(it -> it.natGatewayId())),
                new Question(
                        "Addresses",
                        "DescribeAddresses",
                        () -> aws.ec2().describeAddresses(it -> it.filters(OURS)).addresses().stream()
                                .map(it -> it.allocationId())),
                new Question(
                        "VPC",
                        "DescribeVpcs",
                        () -> aws.ec2().describeVpcs(it -> it.filters(OURS)).vpcs().stream()
                                .map(it -> it.vpcId())),
                new Question(
                        "Buckets",
                        "HeadBucket",
                        () -> Absence.unless(
                                        BucketStep::isNotFound,
                                        () -> aws.s3().headBucket(it -> it.bucket(names.bucket())))
                                .stream()
                                .map(_ -> names.bucket())),
                new Question(
                        "Image repositories",
                        "DescribeRepositories",
                        () -> aws.ecr().describeRepositoriesPaginator().repositories().stream()
                                .map(it -> it.repositoryName())
                                .filter(Names.IMAGES::equals)),
                new Question(
                        "IAM roles",
                        "ListRoles",
                        () -> aws.iam().listRolesPaginator().roles().stream()
                                .map(it -> it.roleName())
                                .filter(name -> name.startsWith(Names.CLUSTER_STACK + "-")
                                        || name.startsWith(Names.ROLES_STACK + "-"))),
                new Question(
                        "Repositories",
                        "ListRepositories",
                        () -> aws.codeCommit().listRepositoriesPaginator().repositories().stream()
                                .map(it -> it.repositoryName())
                                .filter(names.repository()::equals)));
    }

    private Stream<String> taskDefinitions() {
        return Stream.of(TaskDefinitionStatus.ACTIVE, TaskDefinitionStatus.INACTIVE)
                .flatMap(status -> aws
                        .ecs()
                        .listTaskDefinitionsPaginator(
                                it -> it.familyPrefix(Names.FAMILY).status(status))
                        .taskDefinitionArns()
                        .stream())
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1));
    }
}
