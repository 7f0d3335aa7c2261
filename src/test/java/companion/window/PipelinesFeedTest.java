package companion.window;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.context.AppContext.Memory;
import companion.desktop.context.Connection;
import companion.desktop.context.ReadOnly;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.PracticeBench;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelinesFeedTest {
    private static final Connection CONNECTION =
            new Connection(Connection.Kind.PRACTICE, "Practice cloud", "us-east-1", "123456789012");

    private final PracticeBench bench = new PracticeBench();
    private final PipelinesFeed feed = new PipelinesFeed(
            bench.region, bench.cloud.clock()::now, new Forgetful(), new ReadOnly(CONNECTION), new Random(1));

    private static final class Forgetful implements Memory {
        @Override
        public Map<String, String> read() {
            return Map.of();
        }

        @Override
        public void write(Map<String, String> values) {}
    }

    private final List<WallSnapshot> told = new ArrayList<>();

    PipelinesFeedTest() throws IOException {}

    @AfterEach
    void close() {
        feed.close();
        bench.close();
    }

    @Test
    void tellsThePipelinesOfTheAccountAndRegion() {
        bench.pipeline("checkout");
        feed.listen(told::add);
        bench.run(Duration.ofMinutes(1));

        assertThat(told.getLast().pipelines()).extracting(each -> each.key().name()).containsExactly("checkout");
        assertThat(feed.age()).isLessThan(Duration.ofMinutes(1));
        assertThat(feed.regions()).containsExactly("us-east-1");
    }

    @Test
    void whoComesLaterIsToldWhatIsKnown() {
        bench.pipeline("checkout");
        bench.run(Duration.ofMinutes(1));

        feed.listen(told::add);

        assertThat(told).singleElement().satisfies(wall ->
                assertThat(wall.pipelines()).extracting(PipelineSummary::stages).isNotEmpty());
    }

    @Test
    void whoLeftIsToldNothingMore() {
        feed.listen(told::add).run();
        bench.pipeline("checkout");
        bench.run(Duration.ofMinutes(1));

        assertThat(told).isEmpty();
    }

    @Test
    void namesTheAccountAndHowTheCliReachesIt() {
        assertThat(feed.tag("123456789012")).isEqualTo("practice");
        assertThat(feed.options("123456789012")).isEqualTo("--endpoint-url " + bench.cloud.endpoint());
    }
}
