package companion.monitor.watch.push;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.watch.push.CloudEvent.Subject;
import org.junit.jupiter.api.Test;

/** The samples are those of AWS's own pages on each service's events, shortened. */
class CloudEventTest {

    private static Subject subject(String json) {
        return CloudEvent.parse(json).orElseThrow().subject();
    }

    @Test
    void anEventOfAStageNamesItsPipeline() {
        var event = CloudEvent.parse(
                        """
                        {"version":"0","id":"01234567-EXAMPLE","detail-type":"CodePipeline Stage Execution State Change",
                        "source":"aws.codepipeline","account":"123456789012","time":"2020-01-24T22:03:07Z",
                        "region":"us-east-1","resources":["arn:aws:codepipeline:us-east-1:123456789012:myPipeline"],
                        "detail":{"pipeline":"myPipeline","version":1,"execution-id":"12345678-1234-5678-abcd-12345678abcd",
                        "start-time":"2023-10-26T13:49:39.208Z","stage":"Source","state":"STARTED"}}
                        """)
                .orElseThrow();
        assertThat(event).isEqualTo(new CloudEvent(
                "01234567-EXAMPLE", "123456789012", "us-east-1", new Subject.Pipeline("myPipeline")));
    }

    @Test
    void anEventOfABuildNamesTheBuildAndThePipelineThatStartedIt() {
        assertThat(subject(
                        """
                        {"id":"c030038d","detail-type":"CodeBuild Build Phase Change","source":"aws.codebuild",
                        "detail":{"completed-phase":"COMPLETED","project-name":"my-sample-project","build-id":
                        "arn:aws:codebuild:us-west-2:123456789012:build/my-sample-project:8745a7a9-c340-456a-9166-edf953571bEX",
                        "additional-information":{"initiator":"codepipeline/myPipeline"}}}
                        """))
                .isEqualTo(new Subject.Build(
                        "my-sample-project", "my-sample-project:8745a7a9-c340-456a-9166-edf953571bEX", "myPipeline"));
        assertThat(subject(
                        """
                        {"id":"c030038d","source":"aws.codebuild","detail":{"project-name":"P","build-id":"x/P:1",
                        "additional-information":{"initiator":"MyCodeBuildDemoUser"}}}
                        """))
                .isEqualTo(new Subject.Build("P", "P:1", null));
    }

    @Test
    void anEventOfADeploymentNamesIt() {
        assertThat(subject(
                        """
                        {"id":"1","detail-type":"CodeDeploy Deployment State-change Notification","source":"aws.codedeploy",
                        "detail":{"region":"us-east-1","deploymentId":"d-123456789","deploymentGroup":"dg","state":"SUCCESS",
                        "application":"myApplication"}}
                        """))
                .isEqualTo(new Subject.Deployment("myApplication", "dg", "d-123456789"));
    }

    @Test
    void anEventOfATaskOrAServiceNamesTheService() {
        assertThat(subject(
                        """
                        {"id":"1","detail-type":"ECS Task State Change","source":"aws.ecs","resources":
                        ["arn:aws:ecs:us-west-2:111122223333:task/FargateCluster/c13b4cb40f1f4fe4a2971f76ae5a47ad"],
                        "detail":{"clusterArn":"arn:aws:ecs:us-west-2:111122223333:cluster/FargateCluster",
                        "group":"service:webapp-svc","startedBy":"ecs-svc/1234567890123456789","lastStatus":"RUNNING"}}
                        """))
                .isEqualTo(new Subject.Service("FargateCluster", "webapp-svc", "ecs-svc/1234567890123456789"));
        assertThat(subject(
                        """
                        {"id":"1","detail-type":"ECS Service Action","source":"aws.ecs",
                        "resources":["arn:aws:ecs:us-west-2:111122223333:service/default/servicetest"],
                        "detail":{"eventType":"INFO","eventName":"SERVICE_STEADY_STATE",
                        "clusterArn":"arn:aws:ecs:us-west-2:111122223333:cluster/default"}}
                        """))
                .isEqualTo(new Subject.Service("default", "servicetest", ""));
    }

    @Test
    void whatIsNoEventIsNothing() {
        assertThat(CloudEvent.parse("hello")).isEmpty();
        assertThat(CloudEvent.parse("{}")).isEmpty();
        assertThat(CloudEvent.parse("{\"id\":\"1\",\"source\":\"aws.s3\",\"detail\":{}}")).isEmpty();
    }
}
