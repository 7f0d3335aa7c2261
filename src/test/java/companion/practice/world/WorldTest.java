package companion.practice.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {
    @TempDir
    Path folder;

    private final List<String> history = new ArrayList<>();
    private final AtomicInteger nextPort = new AtomicInteger(1000);

    @Test
    void eventsFireInTheOrderOfTimeThenOfPlanning() {
        try (var world = TestWorlds.paused()) {
            world.after(Duration.ofSeconds(2), () -> history.add("late"));
            world.after(Duration.ofSeconds(1), () -> history.add("first"));
            world.after(Duration.ofSeconds(1), () -> history.add("second"));
            world.step(Duration.ofSeconds(1));
            assertThat(history).containsExactly("first", "second");
        }
    }

    @Test
    void anEventSeesTheTimeAtWhichItWasDue() {
        try (var world = TestWorlds.paused()) {
            world.after(Duration.ofSeconds(1), () -> history.add(world.now().toString()));
            world.step(Duration.ofMinutes(1));
            assertThat(history).containsExactly("2026-11-21T12:00:01Z");
            assertThat(world.now()).isEqualTo("2026-11-21T12:01:00Z");
        }
    }

    @Test
    void theInstantClockJumpsOverWorkWhenSomebodyLooksButNotToDeadlines() throws Exception {
        try (var world = TestWorlds.paused()) {
            world.after(Duration.ofMinutes(5), () -> history.add("work"));
            world.deadline(Duration.ofDays(7), () -> history.add("deadline"));
            TestWorlds.settle(world);
            assertThat(history).containsExactly("work");
            assertThat(world.now()).isEqualTo("2026-11-21T12:05:00Z");
        }
    }

    @Test
    void atTheInstantSpeedACommandRightAfterAnotherFindsNothingFinishedYet() throws Exception {
        try (var world = recording(false)) {
            world.setSpeed(Speed.INSTANT);
            world.submit(Command.of("begin", Map.of("name", "a")));
            world.submit(Command.of("begin", Map.of("name", "b")));
            assertThat(history).containsExactly("begin a", "begin b");
            world.read(() -> null);
            assertThat(history).hasSize(4);
        }
    }

    @Test
    void oneLookAtTheInstantSpeedTakesTheClockALittleFurtherOrToTheNextWork() throws Exception {
        try (var world = TestWorlds.paused()) {
            world.after(Duration.ofSeconds(4), () -> history.add("source"));
            world.after(Duration.ofSeconds(60), () -> history.add("build"));
            world.setSpeed(Speed.INSTANT);
            world.read(() -> null);
            assertThat(history).containsExactly("source");
            world.read(() -> null);
            assertThat(history).containsExactly("source", "build");
        }
    }

    @Test
    void whatHappenedIsTheSameAfterAStop() throws Exception {
        String before;
        try (var world = recording(true)) {
            world.setSpeed(Speed.PAUSED);
            world.submit(Command.of("begin", Map.of("name", "a")));
            world.step(Duration.ofSeconds(90));
            world.submit(new Command("begin", Map.of("name", "large"), new byte[100_000]));
            before = String.join("|", history) + world.now();
        }
        history.clear();
        try (var again = recording(true)) {
            again.setSpeed(Speed.PAUSED);
            assertThat(String.join("|", history) + again.now()).isEqualTo(before);
            again.step(Duration.ofMinutes(2));
            assertThat(history.getLast()).startsWith("end large");
        }
    }

    @Test
    void aRecordCutShortByACrashIsDroppedAndTheRestStays() throws Exception {
        try (var world = recording(true)) {
            world.setSpeed(Speed.PAUSED);
            world.submit(Command.of("begin", Map.of("name", "a")));
            world.submit(Command.of("begin", Map.of("name", "b")));
        }
        var journal = folder.resolve("journal");
        var bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        history.clear();
        try (var again = recording(true)) {
            assertThat(history).containsExactly("begin a");
            again.submit(Command.of("begin", Map.of("name", "c")));
        }
        history.clear();
        try (var last = recording(true)) {
            assertThat(history).containsExactly("begin a", "begin c");
        }
    }

    @Test
    void aFactFromOutsideIsTakenOnce() throws Exception {
        try (var world = recording(true)) {
            world.submit(Command.of("port", Map.of()));
        }
        try (var again = recording(true)) {
            again.submit(Command.of("port", Map.of()));
            assertThat(history).containsExactly("port 1000", "port 1000", "port 1001");
        }
    }

    @Test
    void twoCloudsCannotUseOneFolder() {
        try (var world = recording(true)) {
            assertThatThrownBy(() -> recording(true)).isInstanceOf(StateInUseException.class);
        }
    }

    @Test
    void aJournalOfAnotherFormatIsSetAsideAndNothingOfItIsLost() throws Exception {
        var blobs = Blobs.inFolder(folder.resolve("blobs"));
        try (var journal = Journal.open(folder, blobs, first -> true)) {
            journal.append(new Journal.Record(TestWorlds.START, Command.of("born", Map.of("seed", "1"))));
            journal.append(new Journal.Record(TestWorlds.START, Command.of("begin", Map.of("name", "long ago"))));
        }
        var bytes = Files.readAllBytes(folder.resolve("journal"));

        try (var world = recording(true)) {
            assertThat(history).isEmpty();
            assertThat(world.setAside()).hasValueSatisfying(file -> assertThat(file).hasBinaryContent(bytes));
            world.submit(Command.of("begin", Map.of("name", "anew")));
        }

        history.clear();
        try (var again = recording(true)) {
            assertThat(again.setAside()).isEmpty();
            assertThat(history).containsExactly("begin anew");
        }
    }

    @Test
    void idsAreTheSameForTheSameSeed() {
        assertThat(new Ids(7).uuid()).isEqualTo(new Ids(7).uuid()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-.*");
        assertThat(new Ids(7).digits(19)).hasSize(19).doesNotStartWith("0");
    }

    private World recording(boolean kept) {
        var world = kept
                ? World.inFolder(folder, () -> TestWorlds.START, () -> 0L, 1)
                : World.inMemory(() -> TestWorlds.START, () -> 0L, 1);
        world.on("begin", command -> {
            var name = command.field("name");
            history.add("begin " + name);
            world.after(Duration.ofMinutes(1), () -> history.add("end " + name + world.ids().hex(8)));
            return null;
        });
        world.on("port", command -> {
            history.add("port " + world.input("port", () -> Integer.toString(nextPort.getAndIncrement())));
            return null;
        });
        world.start();
        return world;
    }
}
