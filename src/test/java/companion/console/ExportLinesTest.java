package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.PracticeClock;
import companion.practice.world.Speed;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

class ExportLinesTest {
    private static final PracticeClock CLOCK = new PracticeClock() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Speed speed() {
            return Speed.INSTANT;
        }

        @Override
        public void setSpeed(Speed speed) {}

        @Override
        public void step(Duration by) {}
    };

    private final Practice practice = new Practice(
            URI.create("http://127.0.0.1:4566"),
            AwsBasicCredentials.create("AKIAPRACTICE", "very/secret+key"),
            "learner-at-1",
            "it's",
            CLOCK,
            Optional.empty(),
            () -> {});

    @Test
    void theyHoldWhatTheCliAndAnSdkNeed() {
        assertThat(new ExportLines(practice, "eu-west-1").text())
                .startsWith("""
                    export AWS_ENDPOINT_URL=http://127.0.0.1:4566
                    export AWS_REGION=eu-west-1
                    export AWS_DEFAULT_REGION=eu-west-1
                    export AWS_ACCESS_KEY_ID=AKIAPRACTICE
                    export AWS_SECRET_ACCESS_KEY=very/secret+key
                    """)
                .contains("# git clone http://127.0.0.1:4566/eu-west-1/v1/repos/REPOSITORY");
    }

    @Test
    void theyLeadGitToThePracticeCloudWithCredentialsForItAlone() {
        var variables = new ExportLines(practice, "eu-west-1").variables();

        assertThat(variables)
                .containsEntry("GIT_CONFIG_COUNT", "4")
                .containsEntry("GIT_CONFIG_KEY_1", "credential.http://127.0.0.1:4566.helper")
                .containsEntry("GIT_CONFIG_KEY_2", "url.http://127.0.0.1:4566/eu-west-1/v1/repos/.insteadOf")
                .containsEntry("GIT_CONFIG_VALUE_2", "codecommit::eu-west-1://");
    }

    @Test
    void aShellReadsBackWhatIsQuoted(@TempDir Path folder) throws Exception {
        var file = folder.resolve("env");
        new ExportLines(practice, "eu-west-1").write(file);
        if (Files.isExecutable(Path.of("/bin/sh"))) {
            var process =
                    new ProcessBuilder("/bin/sh", "-c", ". " + file + "; eval \"${GIT_CONFIG_VALUE_1#!}\"").start();

            assertThat(new String(process.getInputStream().readAllBytes()))
                    .isEqualTo("username=learner-at-1\npassword=it's\n");
        }
    }

    @Test
    void theFileIsForTheOwnerOnly(@TempDir Path folder) throws Exception {
        var file = folder.resolve("env");
        Files.writeString(file, "old");
        new ExportLines(practice, "eu-west-1").write(file);

        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void aPracticeCloudAsTextShowsNoSecret() {
        assertThat(practice.toString()).doesNotContain("secret").doesNotContain("it's");
    }
}
