package companion.desktop.shell;

import companion.desktop.fx.Fxml;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** All commands in one list, narrowed as one types; Enter runs the one that is marked. */
final class PaletteController {
    private final Node node;
    private final List<Command> all;
    private final Runnable close;

    @FXML
    private TextField words;

    @FXML
    private ListView<Command> commands;

    PaletteController(List<Command> all, Runnable close) {
        this.all = all;
        this.close = close;
        this.node = Fxml.load(this, "palette.fxml");
        commands.setCellFactory(list -> new CommandCell(this::run));
        var none = new Label("No match. Esc closes the palette.");
        none.getStyleClass().add("muted");
        commands.setPlaceholder(none);
        words.textProperty().subscribe(this::narrow);
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Node node() {
        return node;
    }

    void enter() {
        words.requestFocus();
    }

    private void narrow(String typed) {
        commands.getItems().setAll(all.stream().filter(command -> command.matches(typed)).toList());
        commands.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER -> run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int size = commands.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(commands.getSelectionModel().getSelectedIndex() + by, size);
            commands.getSelectionModel().select(next);
            commands.scrollTo(Math.max(0, next - 4));
        }
    }

    private void run() {
        var command = commands.getSelectionModel().getSelectedItem();
        if (command != null && command.isFree()) {
            close.run();
            command.run().run();
        }
    }
}
