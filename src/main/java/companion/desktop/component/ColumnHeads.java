package companion.desktop.component;

import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Heads above a list's columns: they end where the rows do, also where a scroll bar makes these narrower. */
public final class ColumnHeads {
    private ColumnHeads() {}

    /** Gives the heads an end as wide as the list's scroll bar is. */
    public static void align(HBox heads, ListView<?> list) {
        var end = new Region();
        end.setMinWidth(0);
        heads.getChildren().add(end);
        end.setManaged(false);
        list.skinProperty().subscribe(skin -> list.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .ifPresent(bar -> follow(end, bar, heads)));
    }

    /** The gap before it is part of its width. */
    private static void follow(Region end, ScrollBar bar, HBox heads) {
        end.managedProperty().bind(bar.visibleProperty());
        end.prefWidthProperty().bind(bar.widthProperty().map(width -> Math.max(0, width.doubleValue() - heads.getSpacing())));
    }
}
