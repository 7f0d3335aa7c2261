package companion.desktop.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * The nodes of a list of values: each is made once, and shown anew only where its value changed. So what ticks flickers
 * nowhere, and the focus stays where it is.
 */
public final class Repeated<T, N extends Node> {
    private final Supplier<N> make;
    private final BiConsumer<N, T> show;
    private final List<N> made = new ArrayList<>();
    private List<T> shown = List.of();

    /** @param show makes a node show a value */
    public Repeated(Supplier<N> make, BiConsumer<N, T> show) {
        this.make = make;
        this.show = show;
    }

    /** @return whether there are more or fewer nodes than before */
    public boolean show(List<? extends T> values) {
        var next = List.<T>copyOf(values);
        while (made.size() < next.size()) {
            made.add(make.get());
        }
        for (int i = 0; i < next.size(); i++) {
            if (i >= shown.size() || !next.get(i).equals(shown.get(i))) {
                show.accept(made.get(i), next.get(i));
            }
        }
        boolean grown = next.size() != shown.size();
        shown = next;
        return grown;
    }

    /** Shows the values as the only children of a pane. */
    public void show(List<? extends T> values, Pane in) {
        if (show(values)) {
            in.getChildren().setAll(nodes());
        }
    }

    /** Those that show something now, in order. */
    public List<N> nodes() {
        return List.copyOf(made.subList(0, shown.size()));
    }
}
