package companion.practice.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.fabric.TaskNetwork.Page;
import companion.practice.fabric.TaskNetwork.Site;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticeNetworkTest {
    private static final Site SITE = (method, path) -> new Page(200, Map.of(), new byte[0]);

    @Test
    void aSiteIsReachableWhileItIsOpenAndWatchersHearOfEachChange() {
        var network = new PracticeNetwork();
        var heard = new ArrayList<Address>();
        network.watch(heard::add);
        network.open("10.0.0.4", 80, SITE);
        assertThat(network.at("10.0.0.4", 80)).isSameAs(SITE);
        assertThat(network.at("10.0.0.4", 8080)).isNull();
        network.close("10.0.0.4", 80);
        network.close("10.0.0.4", 80);
        assertThat(network.at("10.0.0.4", 80)).isNull();
        assertThat(heard).containsExactly(new Address("10.0.0.4", 80), new Address("10.0.0.4", 80));
    }
}
