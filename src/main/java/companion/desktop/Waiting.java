package companion.desktop;

import companion.desktop.component.Labels;
import companion.desktop.theme.Look;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** What the window shows between two accounts. */
final class Waiting {
    private Waiting() {}

    static Scene scene(Look look, double width, double height) {
        var root = new StackPane(Labels.of("Connecting", "muted"));
        root.getStyleClass().add("shell");
        var scene = new Scene(root, width, height);
        look.dress(scene);
        return scene;
    }
}
