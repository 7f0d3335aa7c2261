package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The state of a whole workshop, kept by an earlier build: a build that reads the same format of journal must come to the very same
 * resources, ids included, or a learner's account would change under them with an update.
 *
 * <p>Where it does not, raise {@code World.FORMAT}, so that such state is set aside, and record anew:
 * {@code mvn -q test -Dtest.groups=record -Dtest.excluded=sweep -Drecord=src/test/resources/companion}.
 */
class RecordedStateTest {
    private static final String STATE = "recorded-state.zip";
    private static final String QUESTIONS = "recorded-questions.txt";

    @TempDir
    Path folder;

    @Test
    void stateThatAnEarlierBuildKeptComesBackWithTheSameResources() throws IOException {
        unzip(resource(STATE), folder);
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, folder, Speed.PAUSED))) {
            assertThat(cloud.remark()).isEmpty();
            assertThat(Answers.of(cloud).keySet()).containsExactlyInAnyOrderElementsOf(recordedQuestions());
        }
    }

    @Test
    @Tag("record")
    void record() throws IOException {
        var target = Path.of(System.getProperty("record"));
        var journey = new Journey(folder);
        assertThat(journey.run("--keep").exit()).isZero();
        List<String> questions;
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, journey.state(), Speed.PAUSED))) {
            questions = List.copyOf(Answers.of(cloud).keySet());
        }
        zip(journey.state(), target.resolve(STATE));
        Files.write(target.resolve(QUESTIONS), questions);
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(RecordedStateTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static List<String> recordedQuestions() throws IOException {
        return new String(resource(QUESTIONS), StandardCharsets.UTF_8).lines().toList();
    }

    private static void unzip(byte[] archive, Path to) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    private static void zip(Path state, Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
                var files = Files.walk(state)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(state.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }
}
