package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.live.LiveModel.WeightRow;
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
final class WeightBar extends HBox {
    private static final Duration MOVE = Duration.millis(300);

    private final Label name = Labels.of("", "weight-name", "small", "muted");
    private final Split split = new Split();
    private final Region blueKey = key("fill-blue");
    private final Region greenKey = key("fill-green");
    private final Label blue = Labels.of("", "weight-number", "small", "mono");
    private final Label green = Labels.of("", "weight-number", "small", "mono");
    private final Label note = Labels.of("", "weight-note", "small", "muted");
    private final DoubleProperty share = new SimpleDoubleProperty();
    private final Timeline move = new Timeline();
    private boolean known;

    WeightBar() {
        getStyleClass().add("weight-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(split, Priority.ALWAYS);
        getChildren().addAll(name, split, blueKey, blue, greenKey, green, note);
        share.subscribe(value -> split.requestLayout());
    }

    private static Region key(String fill) {
        var key = new Region();
        key.getStyleClass().addAll("weight-key", fill);
        return key;
    }

    /** @param still whether the bar jumps in place of moving */
    void show(WeightRow row, boolean still) {
        name.setText(row.name());
        note.setText(row.note());
        blue.setText(row.known() ? row.blue() + " %" : "");
        green.setText(row.known() ? 100 - row.blue() + " %" : "");
        blueKey.setVisible(row.known());
        greenKey.setVisible(row.known());
        split.filled(row.known());
        setAccessibleText(
                row.known()
                        ? row.name() + ": Blue " + row.blue() + ", Green " + (100 - row.blue()) + " percent"
                        : row.name() + ": " + row.note());
        double next = row.blue() / 100.0;
        move.stop();
        if (still || !known || getScene() == null) {
            share.set(next);
        } else {
            move.getKeyFrames().setAll(new KeyFrame(MOVE, new KeyValue(share, next)));
            move.playFromStart();
        }
        known = row.known();
    }

    /** The bar itself. */
    private final class Split extends Pane {
        private final Region left = part("fill-blue");
        private final Region right = part("fill-green");

        Split() {
            getStyleClass().add("weight-split");
            getChildren().addAll(left, right);
        }

        private static Region part(String fill) {
            var part = new Region();
            part.getStyleClass().add(fill);
            part.setManaged(false);
            return part;
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
