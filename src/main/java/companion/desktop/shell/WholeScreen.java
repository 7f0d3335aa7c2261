package companion.desktop.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A view that has the whole screen to itself, in place of the window's parts. Esc, or the system, takes it back. */
final class WholeScreen {
    private final Node window;
    private final StackPane place;
    private @Nullable View view;
    private @Nullable Node before;

    /**
     * @param window what is hidden meanwhile
     * @param place where the view is shown
     */
    WholeScreen(Node window, StackPane place) {
        this.window = window;
        this.place = place;
        place.setVisible(false);
        var stage = place.sceneProperty()
                .flatMap(Scene::windowProperty)
                .map(owner -> owner instanceof Stage found ? found : null);
        stage.subscribe(found -> {
            if (found != null) {
                found.setFullScreenExitHint("");
                // The window itself would take Esc first, and the key would then leave the view as well.
                found.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            }
        });
        // By way of the scene, so that a scene that is gone is not kept by the window that it was in.
        stage.flatMap(Stage::fullScreenProperty).orElse(false).subscribe((was, now) -> {
            if (was && !now) {
                leave();
            }
        });
    }

    boolean isTaken() {
        return view != null;
    }

    /** Does nothing if the view has nothing to show alone. */
    void take(View next) {
        if (isTaken()) {
            return;
        }
        next.alone().ifPresent(node -> {
            view = next;
            before = place.getScene().getFocusOwner();
            place.getChildren().setAll(node);
            place.setVisible(true);
            window.setVisible(false);
            stage(true);
            node.requestFocus();
        });
    }

    void leave() {
        var taken = view;
        if (taken == null) {
            return;
        }
        view = null;
        place.getChildren().clear();
        place.setVisible(false);
        window.setVisible(true);
        stage(false);
        taken.together();
        if (before != null) {
            before.requestFocus();
        }
    }

    private void stage(boolean full) {
        if (place.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreen(full);
        }
    }
}
