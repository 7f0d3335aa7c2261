package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that is killed in the middle of the workshop, and the run that goes on after it: the same end as without the accident,
 * nothing twice, nothing left behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
    /** As many as an uninterrupted run writes before it ends. */
    private List<String> progress = List.of();

    private List<String> uninterrupted = List.of();

    @BeforeAll
    void runWithoutAccident(@TempDir Path folder) throws IOException {
        var journey = new Journey(folder);
        var run = journey.run("--keep");
        assertThat(run.exit()).as(run.err()).isZero();
        progress = run.err().lines().toList();
        uninterrupted = inventory(journey.state());
        assertThat(uninterrupted).anyMatch(it -> it.startsWith("execution | MyFirstPipeline | CloudWatchEvent | Succeeded"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.35, 0.7, 0.9})
    void aKilledRunGoesOnToTheSameEnd(double fraction, @TempDir Path folder) throws Exception {
        killedAfter((int) (progress.size() * fraction), folder);
    }

    @Tag("sweep")
    @ParameterizedTest
    @MethodSource("allLines")
    void whereverARunIsKilledItGoesOnToTheSameEnd(int line, @TempDir Path folder) throws Exception {
        killedAfter(line, folder);
    }

    IntStream allLines() {
        return IntStream.rangeClosed(1, progress.size());
    }

    private void killedAfter(int line, Path folder) throws Exception {
        var journey = new Journey(folder);
        var seen = killAfterLine(line, journey.arguments("run", "--keep"));

        var again = journey.run("--keep");

        assertThat(again.exit()).as(seen + "\n\nand then\n\n" + again.err()).isZero();
        assertThat(again.json().path("pages").path("after").asText()).contains("Executing v2 on AWS Fargate");
        assertThat(inventory(journey.state())).as(seen.toString()).containsExactlyElementsOf(uninterrupted);
        var cleanUp = journey.cleanUp();
        assertThat(cleanUp.exit()).as(cleanUp.err()).isZero();
        assertThat(cleanUp.json().path("remaining")).isEmpty();
    }

    /** Starts the program and kills it as soon as it has said so many lines. */
    private static List<String> killAfterLine(int count, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Companion.class.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var seen = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < count; i++) {
                var line = lines.readLine();
                if (line == null) {
                    break;
                }
                seen.add(line);
            }
            process.destroyForcibly().waitFor();
        }
        return seen;
    }

    private static List<String> inventory(Path state) throws IOException {
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, state, Speed.INSTANT))) {
            return Inventory.of(cloud);
        }
    }
}
