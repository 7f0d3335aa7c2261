package companion.desktop.fx;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** How wide a region is by the measure of its type: its width in px as it would be at the usual size of type. */
public final class UsualWidth {
    private UsualWidth() {}

    /**
     * Tells the width now and whenever it or the size of type changes.
     *
     * @param measure whose font tells the size of type
     * @param usual its size at the usual one, in px
     */
    public static void of(Region region, Labeled measure, double usual, DoubleConsumer told) {
        Runnable tell = () -> told.accept(region.getWidth() * usual / measure.getFont().getSize());
        region.widthProperty().subscribe(tell);
        measure.fontProperty().subscribe(tell);
    }
}
