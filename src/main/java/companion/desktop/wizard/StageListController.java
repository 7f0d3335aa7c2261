package companion.desktop.wizard;

import companion.desktop.component.Icon;
import companion.desktop.component.Prose;
import companion.desktop.component.RowButton;
import companion.desktop.cost.CostNote;
import companion.desktop.fx.Fxml;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of stages with their states, the list of the other views, and what runs costs. */
public final class StageListController {
    private final Node node;
    private final Consumer<String> open;
    private final Consumer<String> retry;
    private final List<StageRow> rows = new ArrayList<>();

    @FXML
    private Label done;

    @FXML
    private VBox stages;

    @FXML
    private VBox views;

    @FXML
    private VBox cost;

    /** Another screen, as the list offers it. */
    public record Destination(String title, String icon, Runnable open) {}

    public StageListController(List<Destination> others, Consumer<String> open, Consumer<String> retry) {
        this.open = open;
        this.retry = retry;
        this.node = Fxml.load(this, "stage-list.fxml");
        others.forEach(other -> views.getChildren().add(view(other)));
        stages.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                step(event.getCode() == KeyCode.UP ? -1 : 1);
                event.consume();
            }
        });
    }

    public Node node() {
        return node;
    }

    private static Node view(Destination other) {
        var row = new RowButton(new Icon(other.icon()), new Label(other.title()));
        row.getStyleClass().add("list-row");
        row.setAccessibleText(other.title());
        row.onPress(other.open());
        var holder = new StackPane(row);
        holder.getStyleClass().add("list-row-holder");
        return holder;
    }

    private void step(int by) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isFocused() && i + by >= 0 && i + by < rows.size()) {
                rows.get(i + by).requestFocus();
                return;
            }
        }
    }

    /** Puts the cursor on the stage that is open. */
    public void focus() {
        rows.stream().filter(StageRow::isOpen).findFirst().ifPresent(StageRow::requestFocus);
    }

    void show(WizardModel model) {
        done.setText(model.done() + " of " + model.stages().size() + " done");
        while (rows.size() < model.stages().size()) {
            var row = new StageRow(open, retry);
            rows.add(row);
            stages.getChildren().add(row.node());
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(model.stages().get(i));
        }
    }

    void show(CostNote note) {
        var label = new Label("Running cost");
        label.getStyleClass().addAll("small", "muted");
        var price = new Label(note.price());
        price.getStyleClass().addAll("mono", "strong");
        var line = new HBox(label, RowButton.gap(), price);
        line.setAlignment(Pos.CENTER_LEFT);
        var words = Prose.line(note.words());
        words.getStyleClass().addAll("small", "muted");
        cost.getChildren().setAll(line, words);
        cost.setAccessibleText("Running cost " + note.price() + ". " + note.words());
    }
}
