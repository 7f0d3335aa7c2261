package companion.desktop.component;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What the last visitors got, one tile a visit, the newest at the right. A visit appears; nothing slides. */
public final class VisitorStrip extends Region {
    private static final double GAP = 2;

    private final int slots;

    /**
     * A visit.
     *
     * @param served {@code v1}, or the HTTP status where it is not well
     * @param lane who served it; ignored if it is an error
     */
    public record Visit(String served, Lane lane, boolean error, boolean slow) {}

    /** @param slots how many visits there is room for */
    public VisitorStrip(int slots) {
        this.slots = slots;
        getStyleClass().add("visitor-strip");
        setAccessibleRole(AccessibleRole.TEXT);
        for (int i = 0; i < slots; i++) {
            getChildren().add(new Label());
        }
        show(List.of());
    }

    /** @param visits oldest first; more than there is room for lose the oldest */
    public void show(List<Visit> visits) {
        var last = visits.subList(Math.max(0, visits.size() - slots), visits.size());
        for (int i = 0; i < slots; i++) {
            var tile = (Label) getChildren().get(i);
            if (i < last.size()) {
                paint(tile, last.get(i));
            } else {
                tile.setText("");
                tile.getStyleClass().setAll("visit", "visit-none");
            }
        }
        setAccessibleText(spoken(last));
    }

    private static void paint(Label tile, Visit visit) {
        tile.setText(visit.served());
        tile.getStyleClass().setAll("visit", visit.error() ? "visit-error" : "visit-" + visit.lane().styleClass());
        if (visit.slow()) {
            tile.getStyleClass().add("visit-slow");
        }
    }

    private static String spoken(List<Visit> visits) {
        long errors = visits.stream().filter(Visit::error).count();
        long blue = visits.stream().filter(visit -> !visit.error() && visit.lane() == Lane.BLUE).count();
        return "Last " + visits.size() + " visits: " + blue + " Blue, " + (visits.size() - blue - errors) + " Green, "
                + (errors == 0 ? "no errors" : errors + " errors");
    }

    @Override
    protected void layoutChildren() {
        double width = (getWidth() - GAP * (slots - 1)) / slots;
        for (int i = 0; i < slots; i++) {
            double left = snapPositionX(i * (width + GAP));
            double right = snapPositionX(i * (width + GAP) + width);
            layoutInArea(getChildren().get(i), left, 0, right - left, getHeight(), 0,
                    HPos.CENTER, VPos.CENTER);
        }
    }
}
