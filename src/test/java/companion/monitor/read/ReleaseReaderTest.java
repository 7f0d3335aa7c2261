package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A pipeline that deploys to a service with rolling deployments. */
class ReleaseReaderTest {
    private static final String TASK = """
            {"taskArn": "arn:aws:ecs:us-east-1:123456789012:task/MyCluster/%s", "lastStatus": "%s", "desiredStatus": "%s",
             "taskDefinitionArn": "arn:aws:ecs:us-east-1:123456789012:task-definition/myweb:%d", "startedBy": "ecs-svc/%d",
             "createdAt": 1557134011.644, %s
             "attachments": [{"id": "a", "type": "ElasticNetworkInterface", "status": "ATTACHED", "details": [
               {"name": "subnetId", "value": "subnet-12344321"}, {"name": "privateIPv4Address", "value": "10.0.0.%d"}]}]}
            """;

    private static final String SERVICE = """
            {"services": [{"serviceName": "web", "clusterArn": "arn:aws:ecs:us-east-1:123456789012:cluster/MyCluster",
              "status": "ACTIVE", "desiredCount": 3, "runningCount": 3, "pendingCount": 1,
              "loadBalancers": [{"targetGroupArn": "arn:tg/web/1", "containerName": "web", "containerPort": 80}],
              "deploymentConfiguration": {"minimumHealthyPercent": 50, "maximumPercent": 150,
                "deploymentCircuitBreaker": {"enable": true, "rollback": true}},
              "deployments": [
                {"id": "ecs-svc/1", "status": "ACTIVE", "desiredCount": 3, "runningCount": 3, "pendingCount": 0,
                 "createdAt": 1466801808.595, "updatedAt": 1466801809, "rolloutState": "COMPLETED",
                 "taskDefinition": "arn:aws:ecs:us-east-1:123456789012:task-definition/myweb:1"},
                {"id": "ecs-svc/2", "status": "PRIMARY", "desiredCount": 3, "runningCount": 0, "pendingCount": 1,
                 "failedTasks": 2, "createdAt": 1466809999, "updatedAt": 1466810000, "rolloutState": "IN_PROGRESS",
                 "rolloutStateReason": "ECS deployment ecs-svc/2 in progress.",
                 "taskDefinition": "arn:aws:ecs:us-east-1:123456789012:task-definition/myweb:2"}],
              "events": [{"id": "ev%s", "createdAt": 1466801812.435,
                "message": "(service web) has started 1 tasks: (task b2)."}]}], "failures": []}
            """;

    @AutoClose
    private final StubAws aws = new StubAws();

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final ReleaseReader reader = new ReleaseReader(aws.connection(), () -> now);

    ReleaseReaderTest() throws IOException {
        aws.on("GetPipelineState", """
                        {"pipelineName": "P", "pipelineVersion": 1, "stageStates": [{"stageName": "Deploy",
                          "latestExecution": {"pipelineExecutionId": "e1", "status": "InProgress"},
                          "actionStates": [{"actionName": "Roll", "latestExecution": {"actionExecutionId": "a1",
                            "status": "InProgress", "externalExecutionId": "ecs-svc/2"}}]}]}
                        """)
                .on("GetPipeline", """
                        {"pipeline": {"name": "P", "version": 1, "stages": [{"name": "Deploy", "actions": [{"name": "Roll",
                          "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "ECS", "version": "1"},
                          "configuration": {"ClusterName": "MyCluster", "ServiceName": "#{variables.service}"}}]}]}}
                        """)
                .on("ListPipelineExecutions", """
                        {"pipelineExecutionSummaries": [{"pipelineExecutionId": "e1", "status": "InProgress",
                          "startTime": 1466809990}]}
                        """)
                .on("ListActionExecutions", """
                        {"actionExecutionDetails": [{"pipelineExecutionId": "e1", "actionExecutionId": "a1",
                          "stageName": "Deploy", "actionName": "Roll", "startTime": 1466809995, "status": "InProgress",
                          "input": {"resolvedConfiguration": {"ClusterName": "MyCluster", "ServiceName": "web"}}}]}
                        """)
                .on("DescribeServices", SERVICE.formatted("1"))
                .on("ListTasks", request -> request.contains("STOPPED")
                        ? "{\"taskArns\": [\"c3\"]}"
                        : request.contains("\"t\"")
                                ? "{\"taskArns\": [\"b2\"]}"
                                : "{\"taskArns\": [\"a1\"], \"nextToken\": \"t\"}")
                .on("DescribeTasks", request -> "{\"failures\": [], \"tasks\": [" + (request.contains("c3")
                        ? TASK.formatted("c3", "STOPPED", "STOPPED", 2, 2, """
                                "stopCode": "EssentialContainerExited", "stoppedReason": "Essential container in task exited",
                                "stoppedAt": 1466810005, "containers": [{"name": "web", "exitCode": 1, "reason": "Error"}],
                                """, 9)
                        : TASK.formatted("a1", "RUNNING", "RUNNING", 1, 1, "", 4) + ","
                                + TASK.formatted("b2", "PENDING", "RUNNING", 2, 2, "", 5)) + "]}")
                .on("DescribeTaskDefinition", request -> """
                        {"taskDefinition": {"containerDefinitions": [{"name": "web",
                          "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/web:v%s"}]}}
                        """.formatted(request.contains("myweb:1") ? "1" : "2"))
                .on("DescribeImages", request -> request.contains("\"v1\"") ? "!{\"__type\":\"ImageNotFoundException\"}" : """
                        {"imageDetails": [{"registryId": "123456789012", "repositoryName": "team/web",
                          "imageDigest": "sha256:4a1c6567c38904384ebc64e35b7eeddd8451110c299e3368d2210066487d97e5",
                          "imageTags": ["v2", "latest"], "imageSizeInBytes": 48318255, "imagePushedAt": 1565128275.0}]}
                        """)
                .on("DescribeTargetHealth", """
                        <TargetHealthDescriptions><member><HealthCheckPort>80</HealthCheckPort>
                          <Target><Id>10.0.0.4</Id><Port>80</Port></Target>
                          <TargetHealth><State>unhealthy</State><Reason>Target.Timeout</Reason>
                            <Description>Connection to target timed out</Description></TargetHealth></member>
                        </TargetHealthDescriptions>""")
                .on("DescribeTargetGroups", """
                        <TargetGroups><member><TargetGroupArn>arn:tg/web/1</TargetGroupArn>
                          <LoadBalancerArns><member>arn:lb</member></LoadBalancerArns></member></TargetGroups>""")
                .on("DescribeListeners", """
                        <Listeners><member><ListenerArn>arn:l8080</ListenerArn><Port>8080</Port><Protocol>HTTP</Protocol>
                          <LoadBalancerArn>arn:lb</LoadBalancerArn><DefaultActions><member><Type>fixed-response</Type></member>
                          </DefaultActions></member>
                          <member><ListenerArn>arn:l443</ListenerArn><Port>443</Port><Protocol>HTTPS</Protocol>
                          <LoadBalancerArn>arn:lb</LoadBalancerArn><DefaultActions><member><Type>fixed-response</Type></member>
                          </DefaultActions></member></Listeners>""")
                .on("DescribeRules", request -> request.contains("l8080") ? "<Rules/>" : """
                        <Rules><member><Priority>5</Priority><IsDefault>false</IsDefault><Actions><member><Type>forward</Type>
                          <ForwardConfig><TargetGroups>
                            <member><TargetGroupArn>arn:tg/web/1</TargetGroupArn><Weight>3</Weight></member>
                            <member><TargetGroupArn>arn:tg/other/1</TargetGroupArn><Weight>1</Weight></member>
                          </TargetGroups></ForwardConfig></member></Actions></member>
                          <member><Priority>default</Priority><IsDefault>true</IsDefault><Actions><member>
                            <Type>fixed-response</Type></member></Actions></member></Rules>""")
                .on("DescribeLoadBalancers", """
                        <LoadBalancers><member><DNSName>web-1.elb.amazonaws.com</DNSName></member></LoadBalancers>""");
    }

    @Test
    void aRollingDeploymentIsReadWithItsBandItsBreakerAndItsTasks() {
        var rolling = reader.read("P").rolling();
        assertThat(rolling.minimum()).isEqualTo(2);
        assertThat(rolling.maximum()).isEqualTo(4);
        assertThat(rolling.circuitBreaker()).isTrue();
        assertThat(rolling.rollback()).isTrue();
        var newest = rolling.deployments().getFirst();
        assertThat(newest.id()).isEqualTo("ecs-svc/2");
        assertThat(newest.rollout()).isEqualTo(Status.IN_PROGRESS);
        assertThat(newest.failed()).isEqualTo(2);
        assertThat(newest.image()).isEqualTo("v2");
        assertThat(newest.tasks()).extracting(TaskSnapshot::lastStatus).containsExactly("PENDING");
        var old = rolling.deployments().getLast().tasks().getFirst();
        assertThat(old.health()).isEqualTo("unhealthy");
        assertThat(old.reasonCode()).isEqualTo("Target.Timeout");
        assertThat(old.reason()).isEqualTo("Connection to target timed out");
    }

    @Test
    void aTaskThatStoppedTellsWhy() {
        var stopped = reader.read("P").stopped().getFirst();
        assertThat(stopped.of()).isEqualTo("ecs-svc/2");
        assertThat(stopped.taskDefinition()).isEqualTo("myweb:2");
        var stop = stopped.task().stop();
        assertThat(stop.code()).isEqualTo("EssentialContainerExited");
        assertThat(stop.reason()).isEqualTo("Essential container in task exited");
        assertThat(stop.containers().getFirst().code()).isEqualTo(1);
    }

    @Test
    void theListenerIsTheOneWhoseRuleForwardsToTheService() {
        assertThat(reader.read("P").url()).isEqualTo("https://web-1.elb.amazonaws.com/");
    }

    @Test
    void theServiceThatDescribeServicesDocumentsHasDefaultsForWhatItLeavesOut() {
        aws.on("DescribeServices", """
                {"services": [{"status": "ACTIVE", "pendingCount": 0, "loadBalancers": [], "desiredCount": 10,
                  "taskDefinition": "arn:aws:ecs:us-west-2:123456789012:task-definition/myweb:1",
                  "createdAt": 1466801808.595, "serviceName": "my-http-service",
                  "clusterArn": "arn:aws:ecs:us-west-2:123456789012:cluster/default",
                  "deployments": [{"status": "PRIMARY", "pendingCount": 0, "createdAt": 1466801808.595, "desiredCount": 10,
                    "taskDefinition": "arn:aws:ecs:us-west-2:123456789012:task-definition/myweb:1",
                    "updatedAt": 1428326312.703, "id": "ecs-svc/1234567890123456789", "runningCount": 10}],
                  "events": [{"message": "(service my-http-service) has reached a steady state.", "id": "a1b2c3d4",
                    "createdAt": 1466801812.435}], "runningCount": 10}], "failures": []}
                """);
        var snapshot = reader.read("P");
        assertThat(snapshot.rolling().minimumHealthyPercent()).isEqualTo(100);
        assertThat(snapshot.rolling().maximumPercent()).isEqualTo(200);
        assertThat(snapshot.rolling().primary().orElseThrow().rollout()).isEqualTo(Status.SUCCEEDED);
        assertThat(snapshot.serviceEvents().getFirst().message()).endsWith("has reached a steady state.");
        assertThat(snapshot.url()).isNull();
    }

    @Test
    void anImageTellsItsTagsAndItsDigestAndOneThatIsGoneIsLeftOut() {
        var images = reader.read("P").images();
        assertThat(images).hasSize(1);
        assertThat(images.getFirst().tags()).containsExactly("v2", "latest");
        assertThat(images.getFirst().digest()).startsWith("sha256:4a1c");
        assertThat(images.getFirst().repository()).isEqualTo("team/web");
    }

    @Test
    void aReadAgainAsksOnlyForWhatMayHaveChanged() {
        reader.read("P");
        aws.asked();
        reader.read("P");
        assertThat(aws.asked())
                .containsExactly("GetPipelineState", "DescribeServices", "DescribeTasks", "DescribeTargetHealth", "DescribeRules");
        aws.on("DescribeServices", SERVICE.formatted("2"));
        reader.read("P", EnumSet.of(Part.SERVICE));
        assertThat(aws.asked()).startsWith("DescribeServices", "ListTasks").doesNotContain("GetPipelineState");
    }

    @Test
    void eachPartKeepsTheMomentAtWhichItWasRead() {
        var start = now;
        reader.read("P");
        now = start.plusSeconds(7);
        var snapshot = reader.read("P", EnumSet.of(Part.PIPELINE));
        assertThat(snapshot.asOf()).isEqualTo(now);
        assertThat(snapshot.readAt()).containsEntry(Part.PIPELINE, now).containsEntry(Part.SERVICE, start);
        assertThat(snapshot.rolling()).isNotNull();
    }

    @Test
    void aPartThatCannotBeReadIsNamedAndKeepsWhatWasReadUntilItIsReadAgain() {
        var before = reader.read("P");
        var at = now;
        now = now.plusSeconds(5);
        aws.fails("GetPipelineState", "AccessDeniedException", "not authorized");
        var snapshot = reader.read("P", EnumSet.of(Part.PIPELINE));
        assertThat(snapshot.pipeline()).isEqualTo(before.pipeline());
        assertThat(snapshot.pipeline().latest().map(PipelineSnapshot.ExecutionSnapshot::status)).hasValue(Status.IN_PROGRESS);
        assertThat(snapshot.readAt()).containsEntry(Part.PIPELINE, at);
        assertThat(snapshot.unread()).containsExactly(new Unread("Pipeline", "AccessDeniedException", "not authorized"));
        assertThat(reader.read("P", EnumSet.of(Part.SERVICE)).unread()).as("not asked for again").hasSize(1);
        aws.on("GetPipelineState", "{\"pipelineName\": \"P\", \"pipelineVersion\": 1, \"stageStates\": []}");
        assertThat(reader.read("P", EnumSet.of(Part.PIPELINE)).unread()).isEmpty();
    }

    @Test
    void whatDidNotChangeIsTheSameObject() {
        var before = reader.read("P");
        var after = reader.read("P");
        assertThat(after.pipeline()).isSameAs(before.pipeline());
        assertThat(after.rolling()).isSameAs(before.rolling());
        assertThat(after.serviceEvents()).isSameAs(before.serviceEvents());
    }

    @Test
    void anImageThatCouldNotBeReadBecauseOfThrottlingIsAskedForAgain() {
        aws.on("DescribeImages", "!{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
        reader.read("P");
        aws.on("DescribeImages", """
                {"imageDetails": [{"registryId": "123456789012", "repositoryName": "team/web",
                  "imageDigest": "sha256:4a1c", "imageTags": ["v2"]}]}
                """);
        assertThat(reader.read("P").images()).isNotEmpty();
    }

    @Test
    void aTaskDefinitionThatIsDeletedLeavesOnlyItsImageUnknown() {
        aws.fails("DescribeTaskDefinition", "ClientException", "Unable to describe task definition.");
        var snapshot = reader.read("P");
        assertThat(snapshot.unread()).isEmpty();
        assertThat(snapshot.rolling().deployments()).isNotEmpty().allMatch(deployment -> deployment.image().isEmpty());
    }

    @Test
    void aLoadBalancerThatWasMadeAnewIsFound() {
        assertThat(reader.read("P").url()).isNotNull();
        aws.on("DescribeRules", _ -> "!<Error><Code>ListenerNotFound</Code><Message>gone</Message></Error>");
        assertThat(reader.read("P").unread()).extracting(Unread::code).containsExactly("ListenerNotFound");
        aws.on("DescribeListeners", """
                        <Listeners><member><ListenerArn>arn:l80</ListenerArn><Port>80</Port><Protocol>HTTP</Protocol>
                          <LoadBalancerArn>arn:lb</LoadBalancerArn><DefaultActions><member><Type>forward</Type>
                          <TargetGroupArn>arn:tg/web/1</TargetGroupArn></member></DefaultActions></member></Listeners>""")
                .on("DescribeRules", "<Rules/>");
        var found = reader.read("P");
        assertThat(found.unread()).isEmpty();
        assertThat(found.url()).startsWith("http://");
    }

    @Test
    void aListenerThatForwardsToTheServiceOnlyLaterIsFoundThen() {
        aws.on("DescribeRules", "<Rules/>");
        assertThat(reader.read("P").url()).isNull();
        aws.on("DescribeListeners", """
                <Listeners><member><ListenerArn>arn:l80</ListenerArn><Port>80</Port><Protocol>HTTP</Protocol>
                  <LoadBalancerArn>arn:lb</LoadBalancerArn><DefaultActions><member><Type>forward</Type>
                  <TargetGroupArn>arn:tg/web/1</TargetGroupArn></member></DefaultActions></member></Listeners>""");
        assertThat(reader.read("P").url()).startsWith("http://");
    }

    @Test
    void whatAnActionOfAnotherRegionWorksOnIsNotAskedForHere() {
        aws.on("GetPipeline", """
                {"pipeline": {"name": "P", "version": 1, "stages": [{"name": "Deploy", "actions": [{"name": "Roll",
                  "region": "eu-west-1",
                  "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "ECS", "version": "1"},
                  "configuration": {"ClusterName": "MyCluster", "ServiceName": "web"}}]}]}}
                """);
        var snapshot = reader.read("P");
        assertThat(snapshot.unread()).isEmpty();
        assertThat(snapshot.rolling()).isNull();
        assertThat(aws.asked()).doesNotContain("DescribeServices");
        assertThat(snapshot.pipeline().stages().getFirst().actions().getFirst().about()).isEqualTo("web in eu-west-1");
    }

    @Test
    void anAnswerThatCannotBeMadeSenseOfLeavesAllOtherPartsReadable() {
        aws.on("DescribeServices", SERVICE.formatted("1").replace("taskDefinition", "other"));
        var snapshot = reader.read("P");
        assertThat(snapshot.unread()).extracting(Unread::part, Unread::code).containsExactly(tuple("Service", "UnexpectedAnswer"));
        assertThat(snapshot.pipeline().stages()).isNotEmpty();
        aws.on("DescribeServices", SERVICE.formatted("2"));
        assertThat(reader.read("P").unread()).isEmpty();
    }

    @Test
    void aTaskWhoseInterfaceHasNoAddressYetIsReadAllTheSame() {
        aws.on("DescribeTasks", "{\"failures\": [], \"tasks\": ["
                + TASK.formatted("a1", "PENDING", "RUNNING", 1, 1, "", 4).replace("\"value\"", "\"other\"") + "]}");
        assertThat(reader.read("P").unread()).isEmpty();
    }

    @Test
    void whyTasksStoppedIsStillKnownWhenTheServiceIsWellAgainAfterADeploymentThatFailed() {
        aws.on("DescribeServices", """
                {"services": [{"status": "ACTIVE", "serviceName": "web", "desiredCount": 1, "runningCount": 1, "pendingCount": 0,
                  "clusterArn": "arn:aws:ecs:us-east-1:123456789012:cluster/MyCluster",
                  "deployments": [{"id": "ecs-svc/1", "status": "PRIMARY", "rolloutState": "COMPLETED", "desiredCount": 1,
                    "runningCount": 1, "createdAt": 1466801808.595, "updatedAt": 1466801808.595,
                    "taskDefinition": "arn:aws:ecs:us-east-1:123456789012:task-definition/myweb:1"}]}]}""");
        assertThat(reader.read("P").stopped()).as("nothing failed").isEmpty();
        aws.on("GetPipelineState", """
                {"pipelineName": "P", "pipelineVersion": 1, "stageStates": [{"stageName": "Deploy",
                  "latestExecution": {"pipelineExecutionId": "e1", "status": "Failed"},
                  "actionStates": [{"actionName": "Roll", "latestExecution": {"actionExecutionId": "a1",
                    "status": "Failed", "externalExecutionId": "ecs-svc/2"}}]}]}
                """);
        assertThat(reader.read("P").stopped()).extracting(task -> task.task().stop().code())
                .containsExactly("EssentialContainerExited");
    }
}
