package companion.practice.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.traffic.Answer.Share;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothWeightsTest {

    @Test
    void aMinorityIsSpreadAndNotBunched() {
        var weights = new SmoothWeights(List.of(new Share("blue", 3), new Share("green", 1)));
        var chosen = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            chosen.add(weights.next());
        }
        assertThat(chosen).filteredOn("green"::equals).hasSize(2);
        assertThat(chosen.subList(0, 4)).containsOnlyOnce("green");
    }

    @Test
    void aWeightOfZeroGetsNothing() {
        var weights = new SmoothWeights(List.of(new Share("blue", 0), new Share("green", 5)));
        assertThat(List.of(weights.next(), weights.next())).containsOnly("green");
        assertThat(new SmoothWeights(List.of(new Share("blue", 0))).next()).isNull();
    }
}
