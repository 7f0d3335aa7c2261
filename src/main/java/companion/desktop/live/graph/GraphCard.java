package companion.desktop.live.graph;

import companion.desktop.component.Buttons;
import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.text.Format;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The graph with the buttons that do what its keys do. */
public final class GraphCard extends VBox {
    private final PipelineGraph graph;
    private final Label count = Labels.of("", "small", "muted");

    /**
     * @param open gets the index of a stage to show more of
     * @param transition gets the index of the stage whose transition is to be turned
     */
    public GraphCard(IntConsumer open, IntConsumer transition) {
        graph = new PipelineGraph(open, transition);
        getStyleClass().addAll("card-box", "graph-card");
        var title = Labels.of("Pipeline", "strong");
        title.setMinWidth(USE_PREF_SIZE);
        var find = Buttons.small("Now", "mdi2c-crosshairs-gps", graph::find);
        find.setAccessibleText("Find the stage that matters now, F");
        find.setMinWidth(USE_PREF_SIZE);
        var fit = Buttons.icon("Fit all of it, 0", "mdi2f-fit-to-page-outline", graph::fit);
        var in = Buttons.icon("Nearer, +", "mdi2m-magnify-plus-outline", () -> graph.zoom(true));
        var out = Buttons.icon("Farther, -", "mdi2m-magnify-minus-outline", () -> graph.zoom(false));
        var head = new HBox(title, count, RowButton.gap(), find, out, in, fit);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(graph, Priority.ALWAYS);
        getChildren().addAll(head, graph);
    }

    public void show(GraphModel model) {
        graph.show(model);
        int actions = model.stages().stream().mapToInt(GraphModel.Stage::actions).sum();
        count.setText(Format.count(model.stages().size(), "stage") + ", " + Format.count(actions, "action"));
    }

    public PipelineGraph graph() {
        return graph;
    }
}
