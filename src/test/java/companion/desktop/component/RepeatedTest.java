package companion.desktop.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class RepeatedTest {
    private final List<String> shown = new ArrayList<>();
    private final Repeated<String, Region> nodes = new Repeated<>(Region::new, (node, value) -> {
        node.setId(value);
        shown.add(value);
    });

    @Test
    void showsOnlyWhatChanged() {
        nodes.show(List.of("a", "b"));
        shown.clear();

        boolean grown = nodes.show(List.of("a", "c"));

        assertThat(grown).isFalse();
        assertThat(shown).containsExactly("c");
    }

    @Test
    void keepsItsNodesWhileTheirValuesChange() {
        nodes.show(List.of("a", "b"));
        var before = nodes.nodes();

        nodes.show(List.of("x", "y"));

        assertThat(nodes.nodes()).isEqualTo(before);
    }

    @Test
    void growsAndShrinksAndShowsAgainWhatWasHidden() {
        nodes.show(List.of("a", "b"));
        assertThat(nodes.show(List.of("a"))).isTrue();
        assertThat(nodes.nodes()).hasSize(1);

        assertThat(nodes.show(List.of("a", "c"))).isTrue();

        assertThat(nodes.nodes()).extracting(Region::getId).containsExactly("a", "c");
    }
}
