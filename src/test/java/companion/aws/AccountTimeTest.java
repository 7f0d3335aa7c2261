package companion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AccountTimeTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aPracticeCloudsOwnTimeIsTheAccountsAndNoWrongClockOfThisMachine() throws IOException {
        var settings = new PracticeSettings(
                0, null, Speed.REAL, InstantSource.system(), nanos::get, new SecureRandom(new byte[] {1}));
        try (var cloud = PracticeCloud.start(settings);
                var connection = new Connection(
                        new Target.Practice(
                                cloud.endpoint(),
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()))),
                        "us-east-1",
                        false,
                        new CallTrace(InstantSource.system(), System::nanoTime))) {
            nanos.set(Duration.ofHours(5).toNanos());
            connection.identity();
            assertThat(connection.accountTime()).isCloseTo(cloud.clock().now(), within(60, ChronoUnit.SECONDS));
            assertThat(connection.clockAhead()).isZero();
        }
    }
}
