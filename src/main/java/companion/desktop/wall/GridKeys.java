package companion.desktop.wall;

import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The keys and presses of the grid: arrows move, Enter and a double click open, letters act, the menu lists them all. */
final class GridKeys {
    private final TileGrid grid;
    private final TileActs acts;
    private final ContextMenu menu = new ContextMenu();

    GridKeys(TileGrid grid, TileActs acts) {
        this.grid = grid;
        this.acts = acts;
        grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isShortcutDown() && !event.isAltDown() && pressed(event)) {
                event.consume();
            }
        });
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                grid.tileAt(event).ifPresent(acts::watch);
            }
        });
        grid.setOnContextMenuRequested(event -> grid.picked().ifPresent(item -> {
            fill(item);
            menu.show(grid, event.getScreenX(), event.getScreenY());
        }));
    }

    private boolean pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> grid.move(-1);
            case RIGHT -> grid.move(1);
            case UP -> grid.moveRows(-1);
            case DOWN -> grid.moveRows(1);
            case PAGE_UP -> grid.movePages(-1);
            case PAGE_DOWN -> grid.movePages(1);
            case HOME -> grid.moveToEnd(false);
            case END -> grid.moveToEnd(true);
            case ENTER -> picked(acts::watch);
            case B -> picked(acts::openConsole);
            case C -> picked(acts::copyCommand);
            default -> {
                if (event.getCode() != KeyCode.P || !event.isShiftDown()) {
                    return false;
                }
                picked(acts::pin);
            }
        }
        return true;
    }

    private void picked(Consumer<TileItem> act) {
        grid.picked().ifPresent(act);
    }

    private void fill(TileItem item) {
        var console = item("Open in the AWS console, B", () -> acts.openConsole(item));
        console.setDisable(!acts.hasConsole(item));
        menu.getItems().setAll(
                item("Open the live view, Enter", () -> acts.watch(item)),
                console,
                item("Copy as AWS CLI, C", () -> acts.copyCommand(item)),
                item(item.pinned() ? "Unpin, Shift P" : "Pin, Shift P", () -> acts.pin(item)));
    }

    private static MenuItem item(String title, Runnable does) {
        var item = new MenuItem(title);
        item.setOnAction(event -> does.run());
        return item;
    }
}
