package companion.desktop.theme;

import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the user set of the look: theme, size of type in px (11 to 20), and whether things may move. */
public final class Appearance {
    public static final int USUAL_SIZE = 13;
    private static final int SMALLEST = 11;
    private static final int LARGEST = 20;

    private final ReadOnlyObjectWrapper<Theme> theme;
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(USUAL_SIZE);
    private final ReadOnlyBooleanWrapper still;
    private boolean chosen;

    public Appearance(Theme theme, boolean still) {
        this.theme = new ReadOnlyObjectWrapper<>(theme);
        this.still = new ReadOnlyBooleanWrapper(still);
    }

    /**
     * Follows the operating system's colour scheme, until the user switches, and its wish for less motion.
     *
     * @param chosen what the user switched to before
     * @param size of type, in px
     */
    public static Appearance ofSystem(Optional<Theme> chosen, int size) {
        var system = Platform.getPreferences();
        var appearance = new Appearance(
                chosen.orElseGet(() -> themeOf(system.getColorScheme())), system.isReducedMotion());
        appearance.chosen = chosen.isPresent();
        appearance.zoom(size - USUAL_SIZE);
        system.colorSchemeProperty().subscribe(appearance::systemChanged);
        system.reducedMotionProperty().subscribe(appearance.still::set);
        return appearance;
    }

    private static Theme themeOf(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    private void systemChanged(ColorScheme scheme) {
        if (!chosen) {
            theme.set(themeOf(scheme));
        }
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /** In px; one em of the window. */
    public ReadOnlyIntegerProperty size() {
        return size.getReadOnlyProperty();
    }

    /** Whether nothing may move. */
    public ReadOnlyBooleanProperty still() {
        return still.getReadOnlyProperty();
    }

    /** Whether the user switched; otherwise it is the system's. */
    public boolean isThemeChosen() {
        return chosen;
    }

    public void switchTheme() {
        chosen = true;
        theme.set(theme.get().other());
    }

    /** Steps of one px; keeps within what still fits a window. */
    public void zoom(int steps) {
        size.set(Math.clamp(size.get() + steps, SMALLEST, LARGEST));
    }

    public void resetZoom() {
        size.set(USUAL_SIZE);
    }
}
