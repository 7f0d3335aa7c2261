package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.PracticeBench;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelinesFeedTest {
    private final PracticeBench bench = new PracticeBench();
    private final PipelinesFeed feed = new PipelinesFeed(bench.region);
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
