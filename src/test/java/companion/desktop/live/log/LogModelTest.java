package companion.desktop.live.log;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.Log;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogModelTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:01:44Z");
    private static final String AGENT = "[Container] 2026/11/21 12:01:44.123456 ";

    private final LogModel model = new LogModel(line -> LogRows.build(line, ZoneOffset.UTC), true);

    @Test
    void withoutPhasesThereAreLinesOnly() {
        model.show(log("one", "two"));

        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void eachPhaseHasAHeadThatCountsItsLines() {
        model.show(log("hello", AGENT + "Entering phase BUILD", "make", AGENT + "Phase complete: BUILD State: FAILED"));

        assertThat(texts()).containsExactly(
                "Start, 1 line", "hello", "BUILD, 3 lines, failed", "Entering phase BUILD", "make",
                "Phase complete: BUILD State: FAILED");
    }

    @Test
    void foldedLinesAreLeftOutUntilOneOfThemIsWanted() {
        model.show(log("hello", AGENT + "Entering phase BUILD", "make"));
        model.foldAll(true);
        assertThat(texts()).containsExactly("Start, 1 line, folded", "BUILD, 2 lines, folded");

        int row = model.reveal(2);

        assertThat(model.get(row).text()).isEqualTo("make");
        assertThat(model.line(row)).isEqualTo(2);
        assertThat(texts()).hasSize(4);
    }

    @Test
    void whatFailedStaysUnfolded() {
        model.show(log("hello", AGENT + "Entering phase BUILD", AGENT + "Phase complete: BUILD State: FAILED"));

        model.foldAll(true);

        assertThat(texts()).hasSize(4);
    }

    @Test
    void aLongerLogGoesOnAndAnotherOneStartsOver() {
        var first = log("one", AGENT + "Entering phase BUILD");
        model.show(first);

        assertThat(model.show(first.plus(log("two")))).isTrue();
        assertThat(model.show(log("another", "two", "three", "four"))).isFalse();
        assertThat(texts()).containsExactly("another", "two", "three", "four");
    }

    @Test
    void findsLinesWhateverTheCaseAndOnlyLooksAtWhatIsNew() {
        var find = new LogFind("DOCKER");
        var log = log("docker build", "make", "run Docker push");

        assertThat(find.in(log)).containsExactly(0, 2);
        assertThat(find.in(log.plus(log("x", "docker")))).containsExactly(0, 2, 4);
    }

    @Test
    void goesFromOneToTheNextAroundTheEnd() {
        int[] hits = {3, 7, 9};

        assertThat(LogFind.step(hits, -1, false)).isZero();
        assertThat(LogFind.step(hits, 3, false)).isEqualTo(1);
        assertThat(LogFind.step(hits, 9, false)).isZero();
        assertThat(LogFind.step(hits, 8, false)).isEqualTo(2);
        assertThat(LogFind.step(hits, 3, true)).isEqualTo(2);
        assertThat(LogFind.step(hits, 8, true)).isEqualTo(1);
    }

    private List<String> texts() {
        return IntStream.range(0, model.size()).mapToObj(row -> model.get(row).text()).toList();
    }

    private static Log log(String... lines) {
        return Log.of(Arrays.stream(lines).map(text -> new Log.Line(AT, text)).toList());
    }
}
