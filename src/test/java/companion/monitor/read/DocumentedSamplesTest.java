package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.ExecutionRun.ActionRun;
import companion.monitor.snapshot.ExecutionRun.StageRun;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of the responses that AWS documents, field by field. */
class DocumentedSamplesTest {
    private static final String GROUP =
            "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067";

    @AutoClose
    private final StubAws aws = new StubAws();

    DocumentedSamplesTest() throws IOException {}

    @Test
    void aPipelinesStateIsJoinedWithItsStructure() {
        aws.on("GetPipeline", Documented.json("get-pipeline"))
                .on("GetPipelineState", Documented.json("get-pipeline-state"))
                .on("ListPipelineExecutions", Documented.json("list-pipeline-executions"));
        var pipeline = new PipelineReader(aws.connection()).read("MyFirstPipeline");
        assertThat(pipeline.stages())
                .flatExtracting(stage -> stage.actions())
                .extracting(ActionSnapshot::name, ActionSnapshot::category, ActionSnapshot::provider, ActionSnapshot::about,
                        ActionSnapshot::status, ActionSnapshot::externalId)
                .containsExactly(
                        tuple("Source", "Source", "S3", "awscodepipeline-demo-bucket", Status.SUCCEEDED, null),
                        tuple("CodePipelineDemoFleet", "Deploy", "CodeDeploy", "CodePipelineDemoFleet", Status.SUCCEEDED,
                                "d-EXAMPLE"));
        var beta = pipeline.stages().getLast();
        assertThat(beta.inbound().enabled()).isTrue();
        assertThat(beta.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(beta.actions().getFirst().externalUrl()).endsWith("#/deployments/d-EXAMPLE");
        assertThat(beta.actions().getFirst().entityUrl()).endsWith("/deployment-groups/CodePipelineDemoFleet");
        assertThat(beta.actions().getFirst().span().end()).isEqualTo(Instant.ofEpochMilli(1446137493131L));
    }

    @Test
    void executionsAreTheNewestFirstThoughTheListIsNot() {
        aws.on("ListPipelineExecutions", Documented.json("list-pipeline-executions"));
        var executions = new ExecutionHistory(aws.connection()).list("MyPipeline", 100);
        assertThat(executions)
                .extracting(ExecutionSnapshot::id)
                .containsExactly(
                        "4992f7jf-7cf7-913k-k334-d7eu3EXAMPLE",
                        "3137f7cb-8d494hj4-039j-d84l-d7eu3EXAMPLE",
                        "7cf7f7cb-3137-539g-j458-d7eu3EXAMPLE");
        assertThat(executions.getLast().span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(420_405));
        assertThat(executions).allSatisfy(execution -> {
            assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
            assertThat(execution.isRollback()).isFalse();
            assertThat(execution.revisions()).isEmpty();
        });
    }

    @Test
    void anExecutionsActionsTellWhatTheyMadeAndTheirVariables() {
        aws.on("ListPipelineExecutions", Documented.json("list-pipeline-executions"))
                .on("ListActionExecutions", Documented.json("list-action-executions"))
                .on("GetPipelineExecution", "{\"pipelineExecution\": {\"status\": \"Succeeded\"}}");
        var history = new ExecutionHistory(aws.connection());
        var run = history.run("myPipeline", history.list("myPipeline", 1).getFirst());
        assertThat(run.stages()).extracting(StageRun::name).containsExactly("Source", "Deploy");
        assertThat(run.stages())
                .flatExtracting(StageRun::actions)
                .extracting(ActionRun::provider, ActionRun::externalId, ActionRun::summary)
                .containsExactly(
                        tuple("CodeCommit", "1111111ad99dcd35914c00b7fbea13995EXAMPLE", "Edited template.yml"),
                        tuple("CodeDeploy", "d-EXAMPLEE5", "Deployment Succeeded"));
        assertThat(run.stages().getLast().span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(32_655));
        assertThat(run.variables())
                .containsEntry("SourceVariables.CommitId", "EXAMPLEad99dcd35914c00b7fbea139951111111")
                .containsEntry("SourceVariables.RepositoryName", "my-repo");
    }

    @Test
    void aBuildHasElevenPhasesAndSaysNothingOfThoseThatWentWell() {
        aws.on("BatchGetBuilds", Documented.json("batch-get-builds"));
        var build = new BuildReader(aws.connection())
                .read("codebuild-demo-project:e9c4f4df-3f43-41d2-ab3a-60fe2EXAMPLE");
        assertThat(build.phases())
                .hasSize(11)
                .allSatisfy(phase -> {
                    assertThat(phase.status()).isEqualTo(Status.SUCCEEDED);
                    assertThat(phase.context()).isEmpty();
                })
                .extracting(BuildSnapshot.Phase::type)
                .startsWith("SUBMITTED", "QUEUED", "PROVISIONING")
                .endsWith("UPLOAD_ARTIFACTS", "FINALIZING", "COMPLETED");
        assertThat(build.span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(74_724));
        assertThat(build.logGroup()).isEqualTo("/aws/codebuild/codebuild-demo-project");
        assertThat(build.settings().image()).isEqualTo("aws/codebuild/windows-base:1.0");
        assertThat(build.settings().buildspec()).isEmpty();
        assertThat(build.settings().inVpc()).isFalse();
    }

    @Test
    void aLifecycleEventThatSucceededHasNoDiagnosticsThoughCodeDeploySendsSome() {
        aws.on("GetDeployment", Documented.json("get-deployment"))
                .on("ListDeploymentTargets", "{\"targetIds\": [\"i-01a2b3c4d5e6f1111\"]}")
                .on("BatchGetDeploymentTargets", Documented.json("batch-get-deployment-targets"));
        var deployment = new DeploymentReader(aws.connection()).read("d-A1B2C3123").snapshot();
        assertThat(deployment.configuration()).isEqualTo("CodeDeployDefault.OneAtATime");
        assertThat(deployment.span().start()).as("it has no start of its own").isEqualTo(Instant.ofEpochMilli(1409764576589L));
        assertThat(deployment.waiting()).isNull();
        assertThat(deployment.error()).isNull();
        assertThat(deployment.targets()).singleElement().satisfies(target -> {
            assertThat(target.id()).isEqualTo("i-01a2b3c4d5e6f1111");
            assertThat(target.label()).isEmpty();
        });
        assertThat(deployment.events())
                .extracting(LifecycleEvent::name, LifecycleEvent::status, LifecycleEvent::diagnostics, LifecycleEvent::code)
                .containsExactly(
                        tuple("ApplicationStop", Status.SUCCEEDED, null, ""),
                        tuple("DownloadBundle", Status.SUCCEEDED, null, ""),
                        tuple("BeforeInstall", Status.SUCCEEDED, null, ""));
        assertThat(deployment.events().getLast().span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(87_002));
    }

    @Test
    void aServiceWithoutRolloutStateIsToldByItsCountsAndItsImageByTheTaskDefinition() {
        var rolling = service(Documented.json("describe-services")).rolling();
        assertThat(rolling.cluster()).isEqualTo("default");
        assertThat(rolling.desired()).isEqualTo(10);
        assertThat(rolling.circuitBreaker()).isFalse();
        assertThat(rolling.deployments()).singleElement().satisfies(deployment -> {
            assertThat(deployment.id()).isEqualTo("ecs-svc/1234567890123456789");
            assertThat(deployment.rollout()).isEqualTo(Status.SUCCEEDED);
            assertThat(deployment.taskDefinition()).isEqualTo("amazon-ecs-sample:1");
            assertThat(deployment.image()).as("of the first container").isEqualTo("wordpress");
        });
    }

    @Test
    void aTaskSetWithoutTasksAndWithoutTrafficIsStable() {
        var sets = Documented.json("describe-task-sets");
        var set = sets.substring(sets.indexOf('['), sets.lastIndexOf(']', sets.lastIndexOf("failures")) + 1);
        var reading = service(Documented.json("describe-services").replaceFirst("\"deployments\"", "\"taskSets\": " + set + ", $0"));
        assertThat(reading.rolling()).isNull();
        assertThat(reading.taskSets()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo("ecs-svc/1234567890123456789");
            assertThat(each.colour()).isEqualTo(TaskSetSnapshot.Colour.BLUE);
            assertThat(each.taskDefinition()).isEqualTo("sample-fargate:2");
            assertThat(each.status()).isEqualTo("ACTIVE");
            assertThat(each.stable()).isTrue();
            assertThat(each.desired()).isZero();
            assertThat(each.tasks()).isEmpty();
        });
    }

    @Test
    void aTaskIsFoundAmongTheTargetsByTheAddressOfItsInterface() {
        aws.on("DescribeServices", Documented.json("describe-services"))
                .on("ListTasks", "{\"taskArns\": [\"74de0355a10a4f979ac495c14EXAMPLE\"]}")
                .on("DescribeTasks", Documented.json("describe-tasks"))
                .on("DescribeTargetHealth", Documented.xml("describe-target-health-unhealthy").replace("i-0f76fade", "10.0.1.41"));
        var place = new ServicePlace("default", "my-http-service", List.of());
        var tasks = new ServiceReader(aws.connection()).read(place, false).running();
        aws.on("DescribeTargetGroups", "<TargetGroups/>");
        var health = new HealthReader(aws.connection()).read(place, Set.of(GROUP));
        assertThat(TaskReading.startedBy("ecs-svc/988401040018EXAMPLE", tasks, Set.of(GROUP), health))
                .extracting(TaskSnapshot::id, TaskSnapshot::lastStatus, TaskSnapshot::health, TaskSnapshot::reason)
                .containsExactly(
                        tuple("74de0355a10a4f979ac495c14EXAMPLE", "RUNNING", "RUNNING", ""),
                        tuple("d789e94343414c25b9f6bd59eEXAMPLE", "RUNNING", "unhealthy", "Connection to target timed out"));
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, i-ceddcd4d,",
        "unused, i-0f76fade, Target.NotInUse",
        "initial, i-0f76fade, Elb.RegistrationInProgress",
        "unhealthy, i-0f76fade, Target.Timeout",
        "unavailable, arn:aws:lambda:us-west-2:123456789012:function:my-function, Target.HealthCheckDisabled"
    })
    void aTargetsHealthIsReadInEachOfItsStates(String state, String target, String reason) {
        aws.on("DescribeTargetHealth", Documented.xml("describe-target-health-" + state)).on("DescribeTargetGroups", "<TargetGroups/>");
        var health = new HealthReader(aws.connection())
                .read(new ServicePlace("c", "s", List.of()), Set.of(GROUP)).targets().get(GROUP).get(target);
        assertThat(health.stateAsString()).isEqualTo(state);
        assertThat(health.reasonAsString()).isEqualTo(reason);
    }

    @Test
    void aListenerThatNamesOneTargetGroupRoutesAllToItAndTheFirstOneIsTheVisitorsWay() {
        aws.on("DescribeListeners", Documented.xml("describe-listeners"))
                .on("DescribeTargetHealth", Documented.xml("describe-target-health-healthy"))
                .on("DescribeRules", "<Rules><member><Priority>default</Priority><IsDefault>true</IsDefault><Actions><member>"
                        + "<TargetGroupArn>" + GROUP + "</TargetGroupArn><Type>forward</Type></member></Actions></member></Rules>")
                .on("DescribeLoadBalancers", "<LoadBalancers><member><DNSName>my-load-balancer.elb.amazonaws.com</DNSName>"
                        + "</member></LoadBalancers>");
        var place = new ServicePlace("c", "s", List.of("arn:aws:elasticloadbalancing:us-west-2:123456789012:listener/app"));
        var reading = new HealthReader(aws.connection()).read(place, Set.of(GROUP));
        assertThat(reading.url()).isEqualTo("https://my-load-balancer.elb.amazonaws.com/");
        assertThat(reading.routed()).isEqualTo(Map.of(GROUP, 100));
        assertThat(reading.targets().get(GROUP)).containsOnlyKeys("i-ceddcd4d", "i-0f76fade");
    }

    @Test
    void anImageTellsItsTagItsDigestItsSizeAndWhenItWasPushed() {
        aws.on("DescribeTaskDefinition", Documented.json("describe-task-definition")
                        .replaceFirst("\"wordpress\"", "\"012345678910.dkr.ecr.us-east-1.amazonaws.com/cluster-autoscaler:v1.13.6\""))
                .on("DescribeImages", Documented.json("describe-images"));
        var images = new ImageReader(aws.connection()).images(List.of("hello_world:8"));
        assertThat(images).singleElement().satisfies(image -> {
            assertThat(image.repository()).isEqualTo("cluster-autoscaler");
            assertThat(image.tags()).containsExactly("v1.13.6");
            assertThat(image.digest()).endsWith("66487d97e5");
            assertThat(image.bytes()).isEqualTo(48_318_255);
            assertThat(image.pushedAt()).isEqualTo(Instant.ofEpochSecond(1565128275));
        });
    }

    private ServiceReading service(String answer) {
        aws.on("DescribeServices", answer)
                .on("ListTasks", "{\"taskArns\": []}")
                .on("DescribeTaskDefinition", Documented.json("describe-task-definition"));
        var reading = new ServiceReader(aws.connection()).read(new ServicePlace("default", "my-http-service", List.of()), false);
        return ServiceReading.of(
                reading, DeploymentReader.Reading.NONE, HealthReader.Reading.NONE, new ImageReader(aws.connection()),
                ServiceReading.NONE);
    }
}
