package companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OldGenerationTest {
    private final AtomicLong size = new AtomicLong(50);
    private final AtomicInteger collections = new AtomicInteger();
    private final OldGeneration heap = new OldGeneration(size::get, this::collect);
    private long alive;

    private void collect() {
        collections.incrementAndGet();
        size.set(alive);
    }

    @Test
    void isCollectedWhenItHasGrownEnough() {
        heap.look();
        size.set(50 + OldGeneration.WORTH);
        heap.look();
        assertThat(collections).hasValue(0);

        size.incrementAndGet();
        heap.look();
        assertThat(collections).hasValue(1);
    }

    @Test
    void whatIsAliveIsNotCollectedAgain() {
        alive = 50 + 10 * OldGeneration.WORTH;
        size.set(alive);
        heap.look();
        heap.look();
        assertThat(collections).hasValue(1);

        size.addAndGet(OldGeneration.WORTH + 1);
        heap.look();
        assertThat(collections).hasValue(2);
    }
}
