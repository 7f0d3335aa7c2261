package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.console.Practice;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** The journal is the state: a cloud read again from it is the cloud that was closed. */
class ReplayTest {
    @TempDir
    Path folder;

    @Test
    void aReopenedCloudAnswersEveryQuestionAsItDidBefore() throws IOException {
        var before = new HashMap<String, String>();
        var journey = new Journey(folder, (state, port, speed) -> {
            var cloud = PracticeCloud.start(PracticeSettings.on(port, state, speed));
            return new Practice(
                    cloud.endpoint(),
                    AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()),
                    cloud.gitUserName(),
                    cloud.gitPassword(),
                    cloud.clock(),
                    cloud.remark(),
                    () -> {
                        cloud.clock().setSpeed(Speed.PAUSED);
                        before.putAll(Answers.of(cloud));
                        cloud.close();
                    });
        });

        var run = journey.run("--keep");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(before).hasSizeGreaterThan(50);
        assertThat(reopened(journey.state())).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(reopened(journey.state())).as("and once more").containsExactlyInAnyOrderEntriesOf(before);
    }

    private static Map<String, String> reopened(Path state) {
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, state, null))) {
            return Answers.of(cloud);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
