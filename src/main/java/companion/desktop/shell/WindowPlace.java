package companion.desktop.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a window or a screen is, in px. */
public record WindowPlace(double x, double y, double width, double height) {
    /** How much of a window's head has to be on a screen, so that it can be seen and moved. */
    private static final double HEAD = 48;
    private static final double GRIP = 160;

    /** Reads it as {@link #values} writes it; empty if anything is missing or no number. */
    static Optional<WindowPlace> of(Map<String, String> values) {
        try {
            return Optional.of(new WindowPlace(
                    Double.parseDouble(values.getOrDefault("x", "")),
                    Double.parseDouble(values.getOrDefault("y", "")),
                    Double.parseDouble(values.getOrDefault("width", "")),
                    Double.parseDouble(values.getOrDefault("height", ""))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Map<String, String> values() {
        return Map.of(
                "x", Long.toString(Math.round(x)), "y", Long.toString(Math.round(y)),
                "width", Long.toString(Math.round(width)), "height", Long.toString(Math.round(height)));
    }

    /** The place as it can be used on these screens, no larger than the one it is on; empty if its head is on none. */
    public Optional<WindowPlace> on(List<WindowPlace> screens) {
        return screens.stream()
                .filter(this::showsItsHeadOn)
                .max(Comparator.comparingDouble(this::across))
                .map(screen -> new WindowPlace(
                        x, y, Math.min(width, screen.width), Math.min(height, screen.height)));
    }

    private boolean showsItsHeadOn(WindowPlace screen) {
        return across(screen) >= Math.min(GRIP, width)
                && y >= screen.y
                && y + HEAD <= screen.y + screen.height;
    }

    private double across(WindowPlace screen) {
        return Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
    }
}
