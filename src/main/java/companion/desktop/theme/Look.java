package companion.desktop.theme;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses scenes: fonts, stylesheets, theme and size, and keeps them to what the user sets. */
public final class Look {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> FONTS = List.of(
            "Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMonoNL-Regular.ttf", "JetBrainsMonoNL-SemiBold.ttf");
    private static final List<String> SHEETS =
            List.of("base", "status", "controls", "component", "shell", "wizard", "activity", "cleanup", "live", "why", "rolling", "act", "graph", "history", "wall");

    private final Appearance appearance;

    /** Loads the fonts; call on the JavaFX thread. */
    public Look(Appearance appearance) {
        this.appearance = appearance;
        for (var font : FONTS) {
            Font.loadFont(resource("/companion/desktop/fonts/" + font), Appearance.USUAL_SIZE);
        }
        appearance.theme().subscribe(theme -> Application.setUserAgentStylesheet(theme.stylesheet()));
    }

    /** Sets the scene's stylesheets, and its root's size and theme from now on. */
    public void dress(Scene scene) {
        for (var sheet : SHEETS) {
            scene.getStylesheets().add(resource("/companion/desktop/theme/" + sheet + ".css"));
        }
        appearance.size().subscribe(size -> scene.getRoot().setStyle("-fx-font-size: " + size + "px;"));
        appearance.theme().subscribe(theme -> scene.getRoot().pseudoClassStateChanged(DARK, theme == Theme.DARK));
    }

    private static String resource(String path) {
        return Objects.requireNonNull(Look.class.getResource(path), () -> "No " + path).toExternalForm();
    }
}
