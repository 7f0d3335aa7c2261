package companion.monitor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogTest {
    @Test
    void aLogThatGrowsLeavesTheShorterOnesAsTheyWere() {
        var one = Log.EMPTY.plus(lines("a"));
        var three = one.plus(lines("b", "c"));
        assertThat(one).isEqualTo(lines("a"));
        assertThat(three).isEqualTo(lines("a", "b", "c"));
        assertThat(Log.EMPTY).isEmpty();
    }

    @Test
    void twoLogsThatGoOnFromTheSameLinesDoNotMeet() {
        var start = Log.of(lines("a", "b"));
        var left = start.plus(lines("left"));
        var right = start.plus(lines("right"));
        assertThat(left).isEqualTo(lines("a", "b", "left"));
        assertThat(right).isEqualTo(lines("a", "b", "right"));
    }

    @Test
    void aLogCanBeSeenAsItStoodBefore() {
        var log = Log.EMPTY;
        for (int i = 0; i < 1000; i++) {
            log = log.plus(lines("line " + i));
        }
        assertThat(log).hasSize(1000);
        assertThat(log.first(2)).isEqualTo(lines("line 0", "line 1"));
        assertThat(log.first(2).plus(lines("other")).getLast().text()).isEqualTo("other");
        assertThat(log.get(2).text()).isEqualTo("line 2");
    }

    private static List<Log.Line> lines(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new Log.Line(Instant.EPOCH, texts[i]))
                .toList();
    }
}
