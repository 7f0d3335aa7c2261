package companion;

import companion.aws.Connection;
import companion.practice.PracticeCloud;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * What an account holds, one line per resource, sorted: its type, its name where people or templates give it one, and its state.
 * Without ids and times, so that two accounts in which the same was done have the same inventory.
 */
final class Inventory {
    private final Connection aws;
    private final List<String> lines = new ArrayList<>();

    private Inventory(Connection aws) {
        this.aws = aws;
    }

    static List<String> of(PracticeCloud cloud) {
        try (var aws = Answers.connect(cloud)) {
            var inventory = new Inventory(aws);
            inventory.stacks();
            inventory.network();
            inventory.containers();
            inventory.roles();
            inventory.source();
            inventory.delivery();
            return inventory.lines.stream().sorted().toList();
        }
    }

    private void add(String type, Object... facts) {
        var text = new StringBuilder(type);
        for (var fact : facts) {
            text.append(" | ").append(fact);
        }
        lines.add(text.toString());
    }

    /** {@code devops-cluster-Service-6rCKhVT2JlnO} without what CloudFormation drew by lot. */
    private static String given(String name) {
        return name.replaceAll("-[A-Za-z0-9]{12}$", "");
    }

    private void stacks() {
        for (var stack : aws.cloudFormation().describeStacks().stacks()) {
            add("stack", stack.stackName(), stack.stackStatus());
            aws.cloudFormation().describeStackResources(it -> it.stackName(stack.stackName())).stackResources()
                    .forEach(it -> add("stack resource", it.stackName(), it.logicalResourceId(), it.resourceStatus()));
        }
        aws.cloudFormation().listExports().exports().forEach(it -> add("export", it.name()));
    }

    private void network() {
        var ec2 = aws.ec2();
        ec2.describeVpcs().vpcs().forEach(it -> add("vpc", it.cidrBlock(), it.state()));
        ec2.describeSubnets().subnets().forEach(it -> add("subnet", it.cidrBlock(), it.availabilityZone()));
        ec2.describeInternetGateways().internetGateways()
                .forEach(it -> add("internet gateway", it.attachments().size()));
        ec2.describeNatGateways().natGateways().stream()
                .filter(it -> it.state() != NatGatewayState.DELETED)
                .forEach(it -> add("nat gateway", it.state()));
        ec2.describeAddresses().addresses().forEach(it -> add("address", it.associationId() != null));
        ec2.describeRouteTables().routeTables().forEach(it -> add("route table", it.routes().size()));
        ec2.describeSecurityGroups().securityGroups().forEach(it -> add("security group", it.description()));
        ec2.describeNetworkInterfaces().networkInterfaces()
                .forEach(it -> add("network interface", it.interfaceTypeAsString(), it.status()));
        var elb = aws.elbv2();
        for (var balancer : elb.describeLoadBalancers().loadBalancers()) {
            add("load balancer", balancer.loadBalancerName(), balancer.state().code());
            elb.describeListeners(it -> it.loadBalancerArn(balancer.loadBalancerArn())).listeners()
                    .forEach(it -> add("listener", balancer.loadBalancerName(), it.protocol()));
        }
        elb.describeTargetGroups().targetGroups().forEach(it -> add("target group", it.targetGroupName()));
    }

    private void containers() {
        var ecr = aws.ecr();
        ecr.describeRepositories().repositories().forEach(it -> add("image repository", it.repositoryName()));
        var ecs = aws.ecs();
        ecs.listTaskDefinitions(it -> it.status(TaskDefinitionStatus.ACTIVE)).taskDefinitionArns().stream()
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .filter(it -> it.endsWith(":1"))
                .forEach(it -> add("task definition", it));
        for (var cluster : ecs.listClusters().clusterArns()) {
            var services = ecs.listServices(it -> it.cluster(cluster)).serviceArns();
            add("cluster", cluster, services.size());
            if (!services.isEmpty()) {
                for (var service : ecs.describeServices(it -> it.cluster(cluster).services(services)).services()) {
                    add("service", given(service.serviceName()), service.status(), service.desiredCount(), service.runningCount());
                    service.taskSets().forEach(it -> add("task set", it.status(), it.stabilityStatus(), it.runningCount()));
                }
            }
            var tasks = ecs.listTasks(it -> it.cluster(cluster)).taskArns();
            if (!tasks.isEmpty()) {
                ecs.describeTasks(it -> it.cluster(cluster).tasks(tasks)).tasks()
                        .forEach(it -> add("task", it.lastStatus(), it.desiredStatus()));
            }
        }
    }

    private void roles() {
        for (var role : aws.iam().listRoles().roles()) {
            add("role", given(role.roleName()));
            aws.iam().listRolePolicies(it -> it.roleName(role.roleName())).policyNames()
                    .forEach(it -> add("policy", given(role.roleName()), it));
        }
    }

    private void source() {
        var commit = aws.codeCommit();
        for (var repository : commit.listRepositories().repositories()) {
            var name = repository.repositoryName();
            for (var branch : commit.listBranches(it -> it.repositoryName(name)).branches()) {
                var tip = commit.getBranch(it -> it.repositoryName(name).branchName(branch)).branch().commitId();
                for (var id = tip; id != null; ) {
                    var commitId = id;
                    var found = commit.getCommit(it -> it.repositoryName(name).commitId(commitId)).commit();
                    add("commit", name, branch, found.message().strip(), found.parents().size());
                    id = found.parents().isEmpty() ? null : found.parents().getFirst();
                }
                commit.getFolder(it -> it.repositoryName(name).folderPath("/")).files()
                        .forEach(it -> add("file", name, branch, it.absolutePath()));
            }
        }
    }

    private void delivery() {
        aws.codeBuild().listProjects().projects().forEach(it -> add("build project", it));
        aws.logs().describeLogGroups().logGroups().forEach(it -> add("log group", it.logGroupName()));
        var deploy = aws.codeDeploy();
        for (var application : deploy.listApplications().applications()) {
            deploy.listDeploymentGroups(it -> it.applicationName(application)).deploymentGroups()
                    .forEach(it -> add("deployment group", application, it));
        }
        var pipeline = aws.codePipeline();
        for (var summary : pipeline.listPipelines(it -> {}).pipelines()) {
            add("pipeline", summary.name(), summary.version());
            // How far the first one came before it was stopped is chance.
            pipeline.listPipelineExecutions(it -> it.pipelineName(summary.name())).pipelineExecutionSummaries()
                    .forEach(it -> add("execution", summary.name(), it.trigger().triggerTypeAsString(),
                            it.trigger().triggerTypeAsString().equals("CreatePipeline") ? "over" : it.statusAsString()));
        }
        for (var rule : aws.eventBridge().listRules(it -> {}).rules()) {
            add("rule", rule.name(), aws.eventBridge().listTargetsByRule(it -> it.rule(rule.name())).targets().size());
        }
        for (var bucket : aws.s3().listBuckets().buckets()) {
            add("bucket", bucket.name());
        }
    }
}
