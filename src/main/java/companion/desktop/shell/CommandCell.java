package companion.desktop.shell;

import companion.desktop.component.RowButton;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A command in the palette: what it does and its keys. */
final class CommandCell extends ListCell<Command> {
    private final Label title = new Label();
    private final Label why = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox(title, why, RowButton.gap(), keys);

    CommandCell(Runnable run) {
        keys.getStyleClass().add("key");
        why.getStyleClass().addAll("small", "muted", "command-why");
        row.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                run.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (command == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(command.title());
        keys.setText(command.keys());
        keys.setVisible(!command.keys().isEmpty());
        why.setText(command.blocked());
        row.setDisable(!command.isFree());
        setGraphic(row);
        setAccessibleText(command.title() + (command.keys().isEmpty() ? "" : ", " + command.keys()));
        setAccessibleHelp(command.blocked());
    }
}
