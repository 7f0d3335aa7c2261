package companion.desktop.component;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** How traffic is shared between Blue and Green, 12 px high; both numbers are always written. */
public final class WeightBar extends HBox {
    private static final Duration MOVE = Duration.millis(300);

    private final String name;
    private final Split split = new Split();
    private final Label blue = number();
    private final Label green = number();
    private final Label source = new Label();
    private final DoubleProperty share = new SimpleDoubleProperty();

    /** @param name {@code Requested}, {@code Routed} or {@code Seen} */
    public WeightBar(String name) {
        this.name = name;
        getStyleClass().add("weight-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        var label = new Label(name);
        label.getStyleClass().addAll("weight-name", "small", "muted");
        source.getStyleClass().addAll("weight-source", "small", "muted");
        setHgrow(split, Priority.ALWAYS);
        getChildren().addAll(label, split, swatch(Lane.BLUE), blue, swatch(Lane.GREEN), green, source);
        share.subscribe(value -> split.requestLayout());
        unknown("");
    }

    private static Label number() {
        var label = new Label();
        label.getStyleClass().addAll("weight-number", "small", "mono");
        return label;
    }

    private static Region swatch(Lane lane) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", lane.styleClass());
        return swatch;
    }

    /**
     * @param toBlue percent that goes to Blue; the rest goes to Green
     * @param from who says so: {@code listener HTTP :80}
     * @param still whether the bar jumps in place of moving
     */
    public void show(int toBlue, String from, boolean still) {
        split.filled(true);
        blue.setText(toBlue + " %");
        green.setText(100 - toBlue + " %");
        source.setText(from);
        setAccessibleText(name + ": Blue " + toBlue + ", Green " + (100 - toBlue) + " percent");
        if (still || getScene() == null) {
            share.set(toBlue / 100.0);
        } else {
            new Timeline(new KeyFrame(MOVE, new KeyValue(share, toBlue / 100.0))).play();
        }
    }

    /** There is nothing to share. @param why {@code not routed} */
    public void unknown(String why) {
        split.filled(false);
        blue.setText("");
        green.setText("");
        source.setText(why);
        setAccessibleText(name + ": " + why);
    }

    /** The bar itself. */
    private final class Split extends Pane {
        private final Region left = new Region();
        private final Region right = new Region();

        Split() {
            getStyleClass().add("weight-split");
            left.getStyleClass().add(Lane.BLUE.styleClass());
            right.getStyleClass().add(Lane.GREEN.styleClass());
            left.setManaged(false);
            right.setManaged(false);
            getChildren().addAll(left, right);
        }

        void filled(boolean filled) {
            left.setVisible(filled);
            right.setVisible(filled);
        }

        @Override
        protected void layoutChildren() {
            double at = snapPositionX(getWidth() * share.get());
            left.resizeRelocate(0, 0, at, getHeight());
            right.resizeRelocate(at, 0, getWidth() - at, getHeight());
        }
    }
}
