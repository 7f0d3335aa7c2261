package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.s3.PracticeS3;
import companion.practice.s3.S3Account;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Who is let in, and in which words each protocol refuses. */
class SignatureTest {
    private static final Place PLACE = new Place(TestDoor.ACCOUNT, "eu-west-1");

    private final Map<AwsService, SdkClient> rooms = Map.of(
            AwsService.ECS, new JsonServicesTest.FakeEcs(),
            AwsService.EC2, new Ec2ServiceTest.FakeEc2(),
            AwsService.S3, new PracticeS3(TestWorlds.paused(), PLACE, new S3Account(TestDoor.ACCOUNT)));
    private TestDoor door = TestDoor.to(rooms);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void anUnknownKeyIsRefused() {
        var stranger = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

        refused(sts(stranger), 403, "InvalidClientTokenId", "The security token included in the request is invalid.");
        refused(
                ecs(stranger),
                400,
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
        refused(
                s3(stranger),
                403,
                "InvalidAccessKeyId",
                "The AWS Access Key Id you provided does not exist in our records.");
    }

    @Test
    void anotherSecretIsRefused() {
        var forger = AwsBasicCredentials.create(door.credentials().learner().accessKeyId(), "A".repeat(40));

        refused(sts(forger), 403, "SignatureDoesNotMatch", "The request signature we calculated does not match");
        refused(ecs(forger), 400, "InvalidSignatureException", "The request signature we calculated does not match");
        refused(s3(forger), 403, "SignatureDoesNotMatch", "The request signature we calculated does not match");
    }

    @Test
    void aTokenThatTheKeyDoesNotHaveIsRefused() {
        var key = door.credentials().learner();
        var pretender = AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), "token");

        refused(ecs(pretender), 400, "UnrecognizedClientException", "The security token included");
        refused(s3(pretender), 400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
    }

    @Test
    void aSignatureOfLongAgoIsRefused() {
        reopen(Duration.ofMinutes(20));
        var learner = learner();

        refused(sts(learner), 403, "SignatureDoesNotMatch", "Signature expired: ");
        refused(ecs(learner), 400, "InvalidSignatureException", "Signature expired: ");
        refused(ec2(learner), 400, "RequestExpired", "Request has expired.");
        refused(s3(learner), 403, "RequestTimeTooSkewed", "The difference between the request time");
    }

    @Test
    void aSignatureOfTheFutureIsRefused() {
        reopen(Duration.ofMinutes(-20));

        refused(ecs(learner()), 400, "InvalidSignatureException", "Signature not yet current: ");
    }

    @Test
    void aClockThatIsTenMinutesOffIsForgiven() {
        reopen(Duration.ofMinutes(10));

        assertThat(door.client(EcsClient.builder()).listClusters().clusterArns()).isNotEmpty();
    }

    private void reopen(Duration ahead) {
        door.close();
        door = TestDoor.ahead(ahead, rooms);
    }

    private AwsCredentials learner() {
        return TestDoor.aws(door.credentials().learner());
    }

    private ThrowingCallable sts(AwsCredentials signer) {
        return () -> door.client(StsClient.builder(), signer).getCallerIdentity();
    }

    private ThrowingCallable ecs(AwsCredentials signer) {
        return () -> door.client(EcsClient.builder(), signer).listClusters();
    }

    private ThrowingCallable ec2(AwsCredentials signer) {
        return () -> door.client(Ec2Client.builder(), signer).describeVpcs();
    }

    private ThrowingCallable s3(AwsCredentials signer) {
        return () -> door.client(S3Client.builder(), signer).listBuckets();
    }

    private static void refused(ThrowingCallable call, int status, String code, String text) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).startsWith(text);
            assertThat(e.statusCode()).isEqualTo(status);
        });
    }
}
