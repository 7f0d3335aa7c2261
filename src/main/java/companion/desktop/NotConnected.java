package companion.desktop;

import companion.desktop.component.ProblemCard;
import companion.desktop.theme.Look;
import companion.workshop.Problem;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the window shows where the account could not be opened. */
final class NotConnected {
    private static final double WIDTH = 640;

    private NotConnected() {}

    /**
     * @param again tries once more
     * @param back to the account that was open before; null if there was none
     */
    static Scene scene(Look look, Problem problem, Runnable again, @Nullable Runnable back) {
        var card = new ProblemCard(problem);
        var column = new VBox(24, card);
        column.setAlignment(Pos.CENTER);
        column.setMaxWidth(WIDTH);
        var buttons = new HBox(8, button("Try again", back == null, again));
        buttons.setAlignment(Pos.CENTER);
        if (back != null) {
            buttons.getChildren().add(button("Go back", true, back));
        }
        column.getChildren().add(buttons);
        var root = new StackPane(column);
        root.setPadding(new Insets(24));
        root.getStyleClass().add("shell");
        var scene = new Scene(root);
        look.dress(scene);
        return scene;
    }

    private static Button button(String text, boolean primary, Runnable action) {
        var button = new Button(text);
        button.setDefaultButton(primary);
        button.setOnAction(event -> action.run());
        return button;
    }
}
