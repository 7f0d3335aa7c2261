package companion.desktop.live;

import companion.desktop.component.Buttons;
import companion.desktop.component.Explained;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** What can be looked at beside the release: the stages as a graph, the executions, the AWS console, all acts. */
final class LiveTools {
    private LiveTools() {}

    /**
     * Fills the box.
     *
     * @param keys whose letters do the same
     * @param practice whether there is no AWS console to open
     */
    static void fill(HBox box, LiveKeys keys, boolean practice) {
        var console = tool("Open in the AWS console, B", "mdi2o-open-in-new", "b", keys);
        console.show(practice ? "The AWS console does not know the practice cloud." : "");
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().setAll(List.<Node>of(
                tool("Stages as cards or as a graph, G", "mdi2g-graph-outline", "g", keys),
                tool("Executions, H", "mdi2h-history", "h", keys),
                console,
                tool("All acts, A", "mdi2d-dots-horizontal", "a", keys)));
    }

    private static Explained tool(String words, String icon, String letter, LiveKeys keys) {
        var button = Buttons.icon(words, icon, () -> keys.typed(letter, null));
        button.getStyleClass().add("small");
        return new Explained(button);
    }
}
