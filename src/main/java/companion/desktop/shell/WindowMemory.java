package companion.desktop.shell;

import companion.desktop.context.AppContext.Memory;
import companion.desktop.fx.Background;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Keeps a window's theme, size of type and place, and brings them back. On the JavaFX thread. */
public final class WindowMemory {
    private final Memory memory;
    private final Map<String, String> known;
    private @Nullable WindowPlace place;
    private boolean maximized;

    public WindowMemory(Memory memory) {
        this.memory = memory;
        this.known = Map.copyOf(memory.read());
        this.maximized = known.getOrDefault("maximized", "").equals("true");
    }

    /** The look that was chosen last, or else the system's. From now on each choice is kept. */
    public Appearance appearance() {
        var appearance = Appearance.ofSystem(theme(), size());
        appearance.theme().subscribe((before, now) -> keep(appearance));
        appearance.size().subscribe((before, now) -> keep(appearance));
        return appearance;
    }

    private Optional<Theme> theme() {
        return switch (known.getOrDefault("theme", "")) {
            case "light" -> Optional.of(Theme.LIGHT);
            case "dark" -> Optional.of(Theme.DARK);
            default -> Optional.empty();
        };
    }

    private int size() {
        try {
            return Integer.parseInt(known.getOrDefault("type", ""));
        } catch (NumberFormatException e) {
            return Appearance.USUAL_SIZE;
        }
    }

    /** Puts the window where it was, if a screen is still there. */
    public void restore(Stage stage) {
        WindowPlace.of(known).flatMap(was -> was.on(screens())).ifPresent(at -> {
            place = at;
            stage.setX(at.x());
            stage.setY(at.y());
            stage.setWidth(at.width());
            stage.setHeight(at.height());
        });
        stage.setMaximized(maximized);
        // On a whole screen the window has no place of its own: the one it had, and will have again, is kept.
        stage.fullScreenProperty().subscribe((was, now) -> {
            if (now) {
                look(stage);
            }
        });
    }

    private void look(Stage stage) {
        maximized = stage.isMaximized();
        if (!maximized) {
            place = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private static List<WindowPlace> screens() {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .map(at -> new WindowPlace(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight()))
                .toList();
    }

    /** Keeps all of it; the window closes. */
    public void close(Stage stage, Appearance appearance) {
        if (!stage.isFullScreen()) {
            look(stage);
        }
        memory.write(values(appearance));
    }

    private void keep(Appearance appearance) {
        var values = values(appearance);
        Background.run("remember", () -> memory.write(values));
    }

    private Map<String, String> values(Appearance appearance) {
        var values = new TreeMap<String, String>();
        if (place != null) {
            values.putAll(place.values());
        }
        values.put("maximized", Boolean.toString(maximized));
        values.put("type", Integer.toString(appearance.size().get()));
        if (appearance.isThemeChosen()) {
            values.put("theme", appearance.theme().get().name().toLowerCase(Locale.ROOT));
        }
        return values;
    }
}
