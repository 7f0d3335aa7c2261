package companion.desktop.component;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A row that can be pressed as a whole, by mouse, Enter or Space. */
public class RowButton extends HBox {
    private Runnable action = () -> {};

    public RowButton(Node... children) {
        super(children);
        getStyleClass().add("row-button");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                action.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getTarget() == this && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
                    && !event.isShortcutDown()) {
                action.run();
                event.consume();
            }
        });
    }

    public void onPress(Runnable next) {
        action = next;
    }

    /** Presses it. */
    public void fire() {
        if (!isDisabled()) {
            action.run();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }

    /** What pushes the rest of a row to its right end. */
    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
