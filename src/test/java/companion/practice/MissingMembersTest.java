package companion.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.wire.TestDoor;
import companion.practice.world.Speed;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A request without what it must have is refused in the service's way; the SDK does not look by itself. */
class MissingMembersTest {

    @Test
    void eachServiceRefusesARequestWithoutARequiredMember() throws Exception {
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, null, Speed.PAUSED))) {
            var pipelines = client(cloud, CodePipelineClient.builder());
            refused("ValidationException", () -> pipelines.getPipeline(r -> {}));
            refused("ValidationException", () -> pipelines.createPipeline(r -> r.pipeline(p -> p.name("p"))));
            var builds = client(cloud, CodeBuildClient.builder());
            refused("InvalidInputException", () -> builds.startBuild(r -> {}));
            refused("InvalidInputException", () -> builds.retryBuild(r -> {}));
            var deploy = client(cloud, CodeDeployClient.builder());
            refused("ApplicationNameRequiredException", () -> deploy.getApplication(r -> {}));
            refused("ApplicationNameRequiredException", () -> deploy.batchGetApplications(r -> {}));
            refused("DeploymentIdRequiredException", () -> deploy.batchGetDeployments(r -> {}));
            var ecs = client(cloud, EcsClient.builder());
            refused("InvalidParameterException", () -> ecs.deleteCluster(r -> {}));
            refused("InvalidParameterException", () -> ecs.deleteTaskDefinitions(r -> {}));
            refused("InvalidParameterException", () -> ecs.describeServiceDeployments(r -> {}));
            var events = client(cloud, EventBridgeClient.builder());
            refused("ValidationException", () -> events.putTargets(r -> r.rule("x")));
            var iam = client(cloud, IamClient.builder());
            refused("ValidationError", () -> iam.getRole(r -> {}));
            var sqs = client(cloud, SqsClient.builder());
            refused("MissingParameter", () -> sqs.receiveMessage(r -> {}));
        }
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(AwsServiceException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                    assertThat(e.statusCode()).isEqualTo(400);
                });
    }

    private static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
            PracticeCloud cloud, B builder) {
        return TestDoor.client(
                builder,
                cloud.endpoint(),
                AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()));
    }
}
