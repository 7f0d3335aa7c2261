package companion.practice.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import companion.practice.wire.AwsService;
import companion.practice.wire.FrontDoor;
import companion.practice.wire.TestDoor;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class PracticeStsTest {
    private static final String LEARNER = "arn:aws:iam::123456789012:user/learner";
    private static final String ROLE = "arn:aws:iam::123456789012:role/deployer";

    private final AtomicReference<Instant> realTime = new AtomicReference<>(Instant.now());
    private final World world = World.inMemory(() -> TestWorlds.START, () -> 0L, 42);
    private final AccountCredentials credentials =
            new AccountCredentials("123456789012", new SecureRandom(), realTime::get);
    private final FakeIam iam = new FakeIam();
    private final FrontDoor door = new FrontDoor(
            world,
            (service, region) -> service == AwsService.STS
                    ? new PracticeSts(new Place("123456789012", region), services(), credentials)
                    : null,
            credentials,
            realTime::get,
            List.of());
    private URI endpoint;

    @BeforeEach
    void open() throws IOException {
        world.start();
        endpoint = door.open(0);
    }

    @AfterEach
    void close() {
        door.close();
        world.close();
    }

    @Test
    void theLearnerIsAUserOfTheAccount() {
        var identity = learner().getCallerIdentity();

        assertThat(identity.account()).isEqualTo("123456789012");
        assertThat(identity.arn()).isEqualTo(LEARNER);
        assertThat(identity.userId()).matches("AIDA[A-Z2-7]{17}");
    }

    @Test
    void keysAreMadeAfreshAndShowNoSecretInText() {
        var other = new AccountCredentials("123456789012", new SecureRandom(), realTime::get);

        assertThat(credentials.learner().accessKeyId())
                .matches("AKIA[A-Z2-7]{16}")
                .isNotEqualTo(other.learner().accessKeyId());
        assertThat(credentials.learner().secretAccessKey()).hasSize(40);
        assertThat(credentials.learner().toString()).doesNotContain(credentials.learner().secretAccessKey());
    }

    @Test
    void anAssumedRoleIsAnIdentityOfItsOwn() {
        iam.trust = trust("\"AWS\":\"arn:aws:iam::123456789012:root\"", "");

        var assumed = assume();

        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/deployer/me");
        assertThat(assumed.credentials().accessKeyId()).startsWith("ASIA");
        var identity = as(assumed).getCallerIdentity();
        assertThat(identity.arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/deployer/me");
        assertThat(identity.userId()).isEqualTo("AROAPRACTICEDEPLOYER2:me");
    }

    @Test
    void temporaryKeysEndByRealTime() {
        iam.trust = trust("\"AWS\":\"*\"", "");
        var assumed = assume();
        assertThat(assumed.credentials().expiration())
                .isEqualTo(realTime.get().plus(Duration.ofMinutes(15)).truncatedTo(ChronoUnit.MILLIS));
        var session = as(assumed);

        realTime.updateAndGet(now -> now.plus(Duration.ofMinutes(15)));

        assertThatThrownBy(session::getCallerIdentity)
                .isInstanceOfSatisfying(StsException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("The security token included in the request is expired");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"Service\":\"codebuild.amazonaws.com\"",
        "\"AWS\":\"arn:aws:iam::999999999999:root\"",
        "\"AWS\":[\"arn:aws:iam::123456789012:user/somebody\"]"
    })
    void aRoleThatDoesNotTrustTheCallerIsDenied(String principal) {
        iam.trust = trust(principal, "");

        denied();
    }

    @Test
    void aRoleThatDoesNotExistIsDeniedInTheSameWords() {
        iam.trust = null;

        denied();
    }

    @Test
    void anExternalIdMustBeTheRightOne() {
        iam.trust = trust("\"AWS\":\"123456789012\"", ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"x1\"}}");

        denied();
        assertThat(learner()
                        .assumeRole(r -> r.roleArn(ROLE).roleSessionName("me").externalId("x1"))
                        .credentials())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b | 900   | Member must satisfy regular expression pattern: [\\w+=,.@-]*",
                "x   | 900   | Member must have length greater than or equal to 2",
                "me  | 899   | Member must have value greater than or equal to 900",
                "me  | 7200  | The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
            })
    void wrongMembersAreValidationErrors(String session, int seconds, String message) {
        iam.trust = trust("\"AWS\":\"*\"", "");

        assertThatThrownBy(() -> learner()
                        .assumeRole(r -> r.roleArn(ROLE).roleSessionName(session).durationSeconds(seconds)))
                .isInstanceOfSatisfying(StsException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(e.awsErrorDetails().errorMessage()).endsWith(message);
                });
    }

    @Test
    void aSessionTokenIsTheSameIdentity() {
        var session = learner().getSessionToken().credentials();

        var identity = client(AwsSessionCredentials.create(
                        session.accessKeyId(), session.secretAccessKey(), session.sessionToken()))
                .getCallerIdentity();

        assertThat(identity.arn()).isEqualTo(LEARNER);
    }

    private void denied() {
        assertThatThrownBy(this::assume).isInstanceOfSatisfying(StsException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(403);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("User: " + LEARNER
                            + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE);
        });
    }

    private AssumeRoleResponse assume() {
        return learner().assumeRole(r -> r.roleArn(ROLE).roleSessionName("me").durationSeconds(900));
    }

    private StsClient learner() {
        return client(TestDoor.aws(credentials.learner()));
    }

    private StsClient as(AssumeRoleResponse assumed) {
        var keys = assumed.credentials();
        return client(AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()));
    }

    private StsClient client(AwsCredentials signer) {
        return TestDoor.client(StsClient.builder(), endpoint, signer);
    }

    private static String trust(String principal, String condition) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{%s},"Action":"sts:AssumeRole"%s}]}
                """.formatted(principal, condition);
    }

    private Services services() {
        return (Services) Proxy.newProxyInstance(
                Services.class.getClassLoader(), new Class<?>[] {Services.class}, (self, method, args) -> iam);
    }

    private static final class FakeIam implements IamClient {
        private String trust;

        @Override
        public GetRoleResponse getRole(GetRoleRequest request) {
            if (trust == null) {
                throw Fault.of(NoSuchEntityException.builder(), 404, "NoSuchEntity", "The role cannot be found.");
            }
            return GetRoleResponse.builder()
                    .role(r -> r.arn(ROLE)
                            .roleName("deployer")
                            .roleId("AROAPRACTICEDEPLOYER2")
                            .maxSessionDuration(3600)
                            .assumeRolePolicyDocument(URLEncoder.encode(trust, StandardCharsets.UTF_8)))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
