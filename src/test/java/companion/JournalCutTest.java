package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A journal that ends anywhere, as after a crash of the machine, is a cloud of some moment before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalCutTest {
    private static final long SEED = 20251104;

    @TempDir
    static Path folder;

    private Path state = Path.of("");
    private long length;

    @BeforeAll
    void runTheWorkshop() throws IOException {
        var journey = new Journey(folder.resolve("whole"));
        var run = journey.run("--keep");
        assertThat(run.exit()).as(run.err()).isZero();
        state = journey.state();
        length = Files.size(state.resolve("journal"));
    }

    @ParameterizedTest
    @MethodSource("somePositions")
    void aCutJournalOpensAndServes(long position) throws IOException {
        cutAt(position);
    }

    @Tag("sweep")
    @ParameterizedTest
    @MethodSource("manyPositions")
    void whereverTheJournalIsCutItOpensAndServes(long position) throws IOException {
        cutAt(position);
    }

    @Test
    void noMoreThanTheRecordThatWasCutIsLost() throws IOException {
        var copy = copyOfState("last");
        truncate(copy, length - 1);

        assertThat(stacks(copy)).isEqualTo(2);
        assertThat(stacks(copy)).as("opened again").isEqualTo(2);
    }

    LongStream somePositions() {
        return LongStream.concat(LongStream.of(0, 1, 7, 9), positions(8));
    }

    LongStream manyPositions() {
        return positions(150);
    }

    private LongStream positions(int count) {
        return new Random(SEED).longs(count, 10, length).sorted();
    }

    private void cutAt(long position) throws IOException {
        var copy = copyOfState("cut-" + position);
        truncate(copy, position);
        assertThat(stacks(copy)).isBetween(0, 2);
    }

    /** Opens the cloud, asks who one is, and asks all rooms for what they hold. */
    private static int stacks(Path state) throws IOException {
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, state, Speed.PAUSED));
                var aws = Answers.connect(cloud)) {
            assertThat(aws.identity().account()).isEqualTo("123456789012");
            assertThat(Answers.of(cloud)).containsKeys("vpcs", "stacks", "roles", "buckets", "pipelines");
            return aws.cloudFormation().describeStacks().stacks().size();
        }
    }

    private Path copyOfState(String name) throws IOException {
        var copy = Files.createTempDirectory(folder, name);
        try (var files = Files.walk(state)) {
            for (var file : files.toList()) {
                var target = copy.resolve(state.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    private static void truncate(Path state, long position) throws IOException {
        try (var journal = new RandomAccessFile(state.resolve("journal").toFile(), "rw")) {
            journal.setLength(position);
        }
    }
}
