package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import companion.console.AlternateScreen.Size;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.StageSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.Scene;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.timeline.Timeline;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchTextTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeTerminal fake = new FakeTerminal();

    private static PipelineSummary pipeline(String name, Status status, @Nullable Trouble trouble, StageSummary... stages) {
        var start = NOW.minusSeconds(192);
        return new PipelineSummary(
                new PipelineKey("123456789012", "eu-west-1", name),
                NOW,
                List.of(stages),
                new ExecutionSnapshot(
                        "e1", status, "STANDARD", "Webhook", "", new Span(start, status.isOver() ? NOW : null),
                        "a81c04e9f0", "Wallet button\n\nmore"),
                Duration.ofSeconds(190),
                trouble,
                null);
    }

    private static final PipelineSummary FAILED = pipeline(
            "checkout-api",
            Status.FAILED,
            new Trouble(Trouble.Kind.FAILED, "Build failed", "COMMAND_EXECUTION_ERROR: docker build"),
            new StageSummary("Source", Status.SUCCEEDED, true, false),
            new StageSummary("Build", Status.FAILED, true, false),
            new StageSummary("Deploy", Status.NOT_STARTED, false, false));

    private static final PipelineSummary WAITING = pipeline(
            "auth-service",
            Status.IN_PROGRESS,
            null,
            new StageSummary("Source", Status.SUCCEEDED, true, false),
            new StageSummary("Approve", Status.WAITING, true, false));

    private static WallSnapshot wall(PipelineSummary... pipelines) {
        return new WallSnapshot(NOW, List.of(pipelines), List.of());
    }

    @Test
    void aStatusIsAShapeAndAWordAlsoWithoutColours() {
        var lines = new WallText(fake.piped(Map.of())).lines(wall(WAITING, FAILED));
        assertThat(lines).containsExactly(
                "✖ Failed      checkout-api  ✔ Source  ✖ Build  ⊘ ○ Deploy  a81c04e Wallet button  3:12 of usually 3:10  eu-west-1",
                "             ✖ Build failed: COMMAND_EXECUTION_ERROR: docker build",
                "⏸ Waiting     auth-service  ✔ Source  ⏸ Approve  a81c04e Wallet button  3:12 of usually 3:10  eu-west-1");
    }

    @Test
    void aReleaseIsNamedByTheStartOfItsExecutionsId() {
        var snapshot = Scene.workshop()
                .execution("97204091-1d5e-4a64-aa7c-83e761d2ceec", Status.SUCCEEDED, Scene.span(0, 9))
                .at(10)
                .snapshot();

        var lines = new ReleaseText(fake.piped(Map.of())).lines(new Release(snapshot, Timeline.EMPTY, List.of(), List.of(), 0));

        assertThat(lines.getFirst()).contains("execution 97204091  ").doesNotContain("97204091-");
    }

    @Test
    void anAgeIsSaidInWords() {
        assertThat(WallText.asOf(Duration.ofMillis(900))).isEqualTo("as of now");
        assertThat(WallText.asOf(Duration.ofSeconds(48))).isEqualTo("as of 48 s ago");
    }

    @Test
    void coloursAreOnlyAdded() {
        var plain = new WallText(fake.piped(Map.of())).lines(wall(FAILED, WAITING));
        var coloured = new WallText(fake.terminal(true, true, Map.of())).lines(wall(FAILED, WAITING));
        assertThat(coloured).isNotEqualTo(plain);
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))).isEqualTo(plain);
    }

    @Test
    void whatCannotBeReadSaysFromWhenItIsAndWhy() {
        var stale = new PipelineSummary(
                FAILED.key(), NOW.minusSeconds(48), FAILED.stages(), FAILED.latest(), null, null,
                new Unread("Pipeline", "ThrottlingException", "Rate exceeded"));
        assertThat(new WallText(fake.piped(Map.of())).lines(wall(stale)))
                .last()
                .isEqualTo("             As of 48 s ago: ThrottlingException, Rate exceeded");
    }

    @Test
    void jsonHasEveryFieldAndNullForWhatHasNoValue() {
        var never = new PipelineSummary(
                new PipelineKey("123456789012", "eu-west-1", "new"), NOW, List.of(), null, null, null, null);
        var json = WatchJson.of(wall(FAILED, WAITING, never)).at("/pipelines");
        var failed = json.get(0);
        assertThat(failed.properties()).extracting(Map.Entry::getKey).containsExactly(
                "name", "region", "account", "status", "stages", "execution", "usualSeconds", "trouble", "asOf", "unread");
        assertThat(failed.at("/status").asText()).isEqualTo("Failed");
        assertThat(failed.at("/stages/2").toString())
                .isEqualTo("{\"name\":\"Deploy\",\"status\":\"NotStarted\",\"transition\":\"disabled\"}");
        assertThat(failed.at("/execution").toString())
                .isEqualTo("{\"id\":\"e1\",\"status\":\"Failed\",\"commit\":\"a81c04e9f0\",\"message\":\"Wallet button\\n\\nmore\","
                        + "\"trigger\":\"Webhook\",\"startedAt\":\"2026-03-01T11:56:48Z\",\"endedAt\":\"2026-03-01T12:00:00Z\"}");
        assertThat(failed.at("/usualSeconds").asInt()).isEqualTo(190);
        assertThat(failed.at("/trouble/kind").asText()).isEqualTo("FAILED");
        assertThat(json.at("/1/status").asText()).isEqualTo("Waiting");
        assertThat(json.at("/2/status").asText()).isEqualTo("NotStarted");
        assertThat(json.at("/2/execution").isNull()).isTrue();
        assertThat(json.at("/2/trouble").isNull()).isTrue();
    }

    @Test
    void aScreenShowsWhatFitsAndSaysHowMuchDoesNot() {
        try (var screen = new AlternateScreen(fake.terminal(true, true, Map.of()).out())) {
            screen.draw(List.of("one", "two", "three", "four"), new Size(4, 80));
        }
        assertThat(fake.outText())
                .startsWith("\u001b[?1049h")
                .endsWith("\u001b[?1049l")
                .contains("one", "two", "… 2 more lines")
                .doesNotContain("three");
    }

    @Test
    void aLineIsCutAtTheEdgeWithoutCountingItsColours() {
        assertThat(AlternateScreen.cut("\u001b[31mabcdef\u001b[0m", 6)).isEqualTo("\u001b[31mabcdef\u001b[0m");
        assertThat(AlternateScreen.cut("\u001b[31mabcdefg\u001b[0m", 6)).isEqualTo("\u001b[31mabcde…\u001b[0m");
    }

    @Test
    void aWideCharacterTakesTwoColumnsAndNoneIsCutInTwo() {
        assertThat(AlternateScreen.cut("日本語の説明", 6)).isEqualTo("日本…\u001b[0m");
        assertThat(AlternateScreen.cut("日本語", 6)).isEqualTo("日本語");
        assertThat(AlternateScreen.cut("ab🚀cd", 4)).isEqualTo("ab…\u001b[0m");
        assertThat(AlternateScreen.cut("e\u0301te\u0301", 3)).isEqualTo("e\u0301te\u0301");
    }

    @Test
    void whatOthersWroteNeitherMovesTheCursorNorColoursTheScreen() {
        assertThat(Printable.of("\u001b[2J\u001b[31mred\u001b[0m \u001b]0;title\u0007text\u0000\t\u202eend")).isEqualTo("red text end");
        assertThat(Printable.of(" 10%\r 50%\r100% done\r\n")).isEqualTo("100% done");
        var lines = new WallText(fake.piped(Map.of())).lines(wall(pipeline(
                "checkout", Status.FAILED, new Trouble(Trouble.Kind.FAILED, "Build failed", "\u001b[1Aup"))));
        assertThat(lines.getLast()).endsWith("Build failed: up");
    }

    @Test
    void theSizeIsTheTerminalsOrElseTheEnvironments() {
        assertThat(Size.parse("40 132\n", Map.of())).isEqualTo(new Size(40, 132));
        assertThat(Size.parse("0 0", Map.of("LINES", "50", "COLUMNS", "90"))).isEqualTo(new Size(50, 90));
        assertThat(Size.parse("", Map.of())).isEqualTo(new Size(30, 120));
    }
}
