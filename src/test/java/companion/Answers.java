package companion;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.practice.PracticeCloud;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentNotStartedException;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * What a practice cloud answers to everything that can be asked about what it holds, as the SDK's text of each answer. Two clouds
 * with the same answers are the same to every client.
 */
final class Answers {
    private final Connection aws;
    private final Map<String, String> texts = new TreeMap<>();

    private Answers(Connection aws) {
        this.aws = aws;
    }

    static Connection connect(PracticeCloud cloud) {
        var keys = AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey());
        var target = new Target.Practice(cloud.endpoint(), StaticCredentialsProvider.create(keys));
        return new Connection(target, "us-east-1", true, new CallTrace(InstantSource.system()));
    }

    /** By question. The addresses of the cloud's own doors, new at each start, are left out. */
    static Map<String, String> of(PracticeCloud cloud) {
        try (var aws = connect(cloud)) {
            var answers = new Answers(aws);
            answers.network();
            answers.containers();
            answers.stacks();
            answers.roles();
            answers.sources();
            answers.builds();
            answers.deployments();
            answers.pipelines();
            answers.buckets();
            var registry = aws.ecr().getAuthorizationToken().authorizationData().getFirst().proxyEndpoint();
            answers.texts.replaceAll((_, text) -> text.replace(cloud.endpoint().getAuthority(), "DOOR")
                    .replace(registry.substring(registry.indexOf("//") + 2), "REGISTRY"));
            return answers.texts;
        }
    }

    private <T> T ask(String question, Supplier<T> call) {
        var answer = call.get();
        texts.put(question, answer.toString());
        return answer;
    }

    /** Where AWS answers with an error if a thing has none. */
    private void tryAsk(String question, Supplier<?> call) {
        try {
            ask(question, call);
        } catch (SdkException e) {
            texts.put(question, e.getClass().getSimpleName());
        }
    }

    private void network() {
        var ec2 = aws.ec2();
        ask("vpcs", ec2::describeVpcs);
        ask("subnets", ec2::describeSubnets);
        ask("internet gateways", ec2::describeInternetGateways);
        ask("nat gateways", ec2::describeNatGateways);
        ask("addresses", ec2::describeAddresses);
        ask("route tables", ec2::describeRouteTables);
        ask("security groups", ec2::describeSecurityGroups);
        ask("security group rules", () -> ec2.describeSecurityGroupRules(it -> {}));
        ask("network interfaces", ec2::describeNetworkInterfaces);
        ask("tags", ec2::describeTags);
        var elb = aws.elbv2();
        for (var balancer : ask("load balancers", elb::describeLoadBalancers).loadBalancers()) {
            var arn = balancer.loadBalancerArn();
            ask("load balancer attributes " + arn, () -> elb.describeLoadBalancerAttributes(it -> it.loadBalancerArn(arn)));
            for (var listener : ask("listeners " + arn, () -> elb.describeListeners(it -> it.loadBalancerArn(arn)))
                    .listeners()) {
                ask("rules " + listener.listenerArn(), () -> elb.describeRules(it -> it.listenerArn(listener.listenerArn())));
            }
        }
        for (var group : ask("target groups", elb::describeTargetGroups).targetGroups()) {
            var arn = group.targetGroupArn();
            ask("target health " + arn, () -> elb.describeTargetHealth(it -> it.targetGroupArn(arn)));
            ask("target group attributes " + arn, () -> elb.describeTargetGroupAttributes(it -> it.targetGroupArn(arn)));
            ask("target group tags " + arn, () -> elb.describeTags(it -> it.resourceArns(arn)));
        }
    }

    private void containers() {
        var ecr = aws.ecr();
        for (var repository : ask("image repositories", ecr::describeRepositories).repositories()) {
            var name = repository.repositoryName();
            ask("images " + name, () -> ecr.describeImages(it -> it.repositoryName(name)));
            var ids = ask("image ids " + name, () -> ecr.listImages(it -> it.repositoryName(name))).imageIds();
            if (!ids.isEmpty()) {
                ask("manifests " + name, () -> ecr.batchGetImage(it -> it.repositoryName(name).imageIds(ids)));
            }
        }
        var ecs = aws.ecs();
        for (var status : TaskDefinitionStatus.knownValues()) {
            for (var arn : ask("task definitions " + status, () -> ecs.listTaskDefinitions(it -> it.status(status)))
                    .taskDefinitionArns()) {
                ask("task definition " + arn, () -> ecs.describeTaskDefinition(it -> it.taskDefinition(arn)));
            }
        }
        for (var cluster : ask("clusters", ecs::listClusters).clusterArns()) {
            ask("cluster " + cluster, () -> ecs.describeClusters(it -> it.clusters(cluster)));
            var tasks = ask("tasks " + cluster, () -> ecs.listTasks(it -> it.cluster(cluster))).taskArns();
            if (!tasks.isEmpty()) {
                ask("task details " + cluster, () -> ecs.describeTasks(it -> it.cluster(cluster).tasks(tasks)));
            }
            for (var service : ask("services " + cluster, () -> ecs.listServices(it -> it.cluster(cluster)))
                    .serviceArns()) {
                ask("service " + service, () -> ecs.describeServices(
                        it -> it.cluster(cluster).services(service).include(ServiceField.TAGS)));
                ask("task sets " + service, () -> ecs.describeTaskSets(it -> it.cluster(cluster).service(service)));
            }
        }
    }

    private void stacks() {
        var formation = aws.cloudFormation();
        ask("stack summaries", formation::listStacks);
        ask("exports", formation::listExports);
        for (var stack : ask("stacks", formation::describeStacks).stacks()) {
            var id = stack.stackId();
            ask("stack events " + id, () -> formation.describeStackEvents(it -> it.stackName(id)));
            ask("stack resources " + id, () -> formation.describeStackResources(it -> it.stackName(id)));
            ask("template " + id, () -> formation.getTemplate(it -> it.stackName(id)));
        }
    }

    private void roles() {
        var iam = aws.iam();
        ask("policies", iam::listPolicies);
        for (var role : ask("roles", iam::listRoles).roles()) {
            var name = role.roleName();
            ask("role " + name, () -> iam.getRole(it -> it.roleName(name)));
            ask("attached policies " + name, () -> iam.listAttachedRolePolicies(it -> it.roleName(name)));
            for (var policy : ask("policies of " + name, () -> iam.listRolePolicies(it -> it.roleName(name))).policyNames()) {
                ask("policy " + name + "/" + policy, () -> iam.getRolePolicy(it -> it.roleName(name).policyName(policy)));
            }
        }
        ask("caller", () -> aws.sts().getCallerIdentity());
    }

    private void sources() {
        var commit = aws.codeCommit();
        for (var pair : ask("repositories", commit::listRepositories).repositories()) {
            var name = pair.repositoryName();
            ask("repository " + name, () -> commit.getRepository(it -> it.repositoryName(name)));
            for (var branch : ask("branches " + name, () -> commit.listBranches(it -> it.repositoryName(name))).branches()) {
                var tip = ask("branch " + name + "/" + branch,
                        () -> commit.getBranch(it -> it.repositoryName(name).branchName(branch)));
                ask("commit " + name + "/" + branch,
                        () -> commit.getCommit(it -> it.repositoryName(name).commitId(tip.branch().commitId())));
                ask("folder " + name + "/" + branch, () -> commit.getFolder(it -> it.repositoryName(name).folderPath("/")));
            }
        }
    }

    private void builds() {
        var build = aws.codeBuild();
        var projects = ask("projects", build::listProjects).projects();
        if (!projects.isEmpty()) {
            ask("project details", () -> build.batchGetProjects(it -> it.names(projects)));
        }
        var builds = ask("builds", build::listBuilds).ids();
        if (!builds.isEmpty()) {
            ask("build details", () -> build.batchGetBuilds(it -> it.ids(builds)));
        }
        var logs = aws.logs();
        for (var group : ask("log groups", logs::describeLogGroups).logGroups()) {
            var name = group.logGroupName();
            for (var stream : ask("log streams " + name, () -> logs.describeLogStreams(it -> it.logGroupName(name)))
                    .logStreams()) {
                ask("log events " + name + "/" + stream.logStreamName(), () -> logs.getLogEvents(it ->
                        it.logGroupName(name).logStreamName(stream.logStreamName()).startFromHead(true)));
            }
        }
    }

    private void deployments() {
        var deploy = aws.codeDeploy();
        ask("deployment configurations", deploy::listDeploymentConfigs);
        for (var application : ask("applications", deploy::listApplications).applications()) {
            ask("application " + application, () -> deploy.getApplication(it -> it.applicationName(application)));
            for (var group : ask("deployment groups " + application,
                            () -> deploy.listDeploymentGroups(it -> it.applicationName(application)))
                    .deploymentGroups()) {
                ask("deployment group " + group, () -> deploy.getDeploymentGroup(
                        it -> it.applicationName(application).deploymentGroupName(group)));
            }
        }
        for (var id : ask("deployments", deploy::listDeployments).deployments()) {
            ask("deployment " + id, () -> deploy.getDeployment(it -> it.deploymentId(id)));
            targets(id);
        }
    }

    private void targets(String id) {
        var deploy = aws.codeDeploy();
        List<String> targets;
        try {
            targets = ask("deployment targets " + id, () -> deploy.listDeploymentTargets(it -> it.deploymentId(id)))
                    .targetIds();
        } catch (DeploymentNotStartedException e) {
            // A journal may end between a deployment's creation and its start; it has no targets then.
            return;
        }
        if (!targets.isEmpty()) {
            ask("deployment target details " + id,
                    () -> deploy.batchGetDeploymentTargets(it -> it.deploymentId(id).targetIds(targets)));
        }
    }

    private void pipelines() {
        var pipeline = aws.codePipeline();
        for (var summary : ask("pipelines", () -> pipeline.listPipelines(it -> {})).pipelines()) {
            var name = summary.name();
            ask("pipeline " + name, () -> pipeline.getPipeline(it -> it.name(name)));
            ask("pipeline state " + name, () -> pipeline.getPipelineState(it -> it.name(name)));
            ask("executions " + name, () -> pipeline.listPipelineExecutions(it -> it.pipelineName(name)));
            ask("action executions " + name, () -> pipeline.listActionExecutions(it -> it.pipelineName(name)));
        }
        var events = aws.eventBridge();
        for (var rule : ask("rules", () -> events.listRules(it -> {})).rules()) {
            ask("rule " + rule.name(), () -> events.describeRule(it -> it.name(rule.name())));
            ask("rule targets " + rule.name(), () -> events.listTargetsByRule(it -> it.rule(rule.name())));
        }
    }

    private void buckets() {
        var s3 = aws.s3();
        for (var bucket : ask("buckets", s3::listBuckets).buckets()) {
            var name = bucket.name();
            ask("objects " + name, () -> s3.listObjectsV2(it -> it.bucket(name)));
            ask("object versions " + name, () -> s3.listObjectVersions(it -> it.bucket(name)));
            ask("versioning " + name, () -> s3.getBucketVersioning(it -> it.bucket(name)));
            tryAsk("encryption " + name, () -> s3.getBucketEncryption(it -> it.bucket(name)));
            tryAsk("public access " + name, () -> s3.getPublicAccessBlock(it -> it.bucket(name)));
            tryAsk("bucket policy " + name, () -> s3.getBucketPolicy(it -> it.bucket(name)));
        }
    }
}
