package companion.desktop.live;

import companion.desktop.fx.Focus;
import companion.desktop.live.graph.GraphCard;
import companion.desktop.live.graph.GraphModel;
import companion.monitor.snapshot.PipelineSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The stages as cards where there are few, and as a graph where there are many; one can be had for the other. */
final class StagesPane extends StackPane {
    /** As many cards as can be read beside each other. */
    private static final int CARDS = 5;

    private final StageStrip strip = new StageStrip();
    private final GraphCard graph;
    private @Nullable Boolean wanted;
    private boolean drawn;

    /**
     * @param transition gets the index of the stage into which a transition leads
     * @param open gets what a card's link leads to
     * @param choose gets the index of the stage that was opened in the graph
     */
    StagesPane(IntConsumer transition, Consumer<LiveModel.Target> open, IntConsumer choose) {
        graph = new GraphCard(choose, transition);
        strip.on(transition, open);
        getChildren().setAll(strip);
    }

    void show(PipelineSnapshot pipeline, List<LiveModel.StageItem> items, Instant now) {
        drawn = wanted == null ? items.size() > CARDS : wanted;
        if (drawn) {
            graph.show(GraphModel.of(pipeline, now));
        } else {
            strip.show(items);
        }
        Node shown = drawn ? graph : strip;
        if (!getChildren().contains(shown)) {
            getChildren().setAll(shown);
        }
    }

    /** Shows the other of the two from now on. */
    void toggle() {
        wanted = !drawn;
    }

    /** Puts the keyboard on what is shown. */
    void enter() {
        applyCss();
        Focus.enter(drawn ? graph.graph() : strip);
    }

    boolean isGraph() {
        return drawn;
    }

    GraphCard graph() {
        return graph;
    }

    void turn(boolean on) {
        strip.turn(on && !drawn);
    }
}
