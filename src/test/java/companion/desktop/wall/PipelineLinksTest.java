package companion.desktop.wall;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.context.AppContext.Memory;
import companion.monitor.snapshot.PipelineKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PipelineLinksTest {
    private static final PipelineKey KEY = new PipelineKey("441712342209", "eu-west-1", "checkout-api");

    @Test
    void namesThePageOfThePartition() {
        assertThat(PipelineLinks.console(KEY)).hasToString(
                "https://eu-west-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/checkout-api/view?region=eu-west-1");
        assertThat(PipelineLinks.console(new PipelineKey("1", "cn-north-1", "a")).getHost())
                .isEqualTo("cn-north-1.console.amazonaws.cn");
        assertThat(PipelineLinks.console(new PipelineKey("1", "us-gov-west-1", "a")).getHost())
                .isEqualTo("console.amazonaws-us-gov.com");
    }

    @Test
    void writesTheCallAsOneWouldTypeIt() {
        assertThat(PipelineLinks.command(KEY, "--profile prod")).isEqualTo(
                "aws codepipeline get-pipeline-state --name checkout-api --region eu-west-1 --profile prod");
    }

    @Test
    void agesHaveOneUnit() {
        assertThat(Age.of(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Age.of(Duration.ofSeconds(60))).isEqualTo("1 min");
        assertThat(Age.of(Duration.ofHours(23))).isEqualTo("23 h");
        assertThat(Age.of(Duration.ofDays(8))).isEqualTo("8 d");
        assertThat(Age.of(Duration.ofSeconds(-3))).isEqualTo("0 s");
        assertThat(Age.spoken(Duration.ofMinutes(1))).isEqualTo("1 minute");
        assertThat(Age.spoken(Duration.ofDays(2))).isEqualTo("2 days");
    }

    @Test
    void whatIsPinnedAndHowItIsSortedIsRemembered() {
        var kept = new TreeMap<String, String>();
        Memory memory = new Memory() {
            @Override
            public Map<String, String> read() {
                return Map.copyOf(kept);
            }

            @Override
            public void write(Map<String, String> values) {
                kept.putAll(values);
            }
        };

        new WallMemory(memory).keep(
                Set.of(KEY), WallQuery.USUAL.sort(WallQuery.Sort.AGE).grouping(WallQuery.Grouping.REGION));

        assertThat(new WallMemory(memory).pinned()).containsExactly(KEY);
        assertThat(new WallMemory(memory).query().sort()).isEqualTo(WallQuery.Sort.AGE);
        assertThat(new WallMemory(memory).query().grouping()).isEqualTo(WallQuery.Grouping.REGION);
    }

    @Test
    void whatCannotBeReadOfItIsForgotten() {
        Memory odd = new Memory() {
            @Override
            public Map<String, String> read() {
                return Map.of("wall.pinned", "nonsense 1/2", "wall.sort", "SIZE");
            }

            @Override
            public void write(Map<String, String> values) {}
        };

        assertThat(new WallMemory(odd).pinned()).isEmpty();
        assertThat(new WallMemory(odd).query()).isEqualTo(WallQuery.USUAL);
    }
}
