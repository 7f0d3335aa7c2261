package companion.desktop.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** The mark as the window's icon: a blue square, and a hatched green one before it. */
public final class AppIcon {
    private static final Color BLUE = Color.web("#0969da");
    private static final Color GREEN = Color.web("#2da44e");
    private static final Color PALE = Color.web("#dafbe1");

    private AppIcon() {}

    /** In the sizes that systems ask for. */
    public static List<Image> images() {
        return IntStream.of(16, 32, 48, 128, 256).<Image>mapToObj(AppIcon::image).toList();
    }

    private static WritableImage image(int side) {
        var image = new WritableImage(side, side);
        var pixels = image.getPixelWriter();
        int edge = side * 5 / 8;
        int gap = Math.max(1, side / 20);
        int stripe = Math.max(2, side / 8);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean green = x >= side - edge && y >= side - edge;
                boolean near = x >= side - edge - gap && y >= side - edge - gap;
                if (green) {
                    pixels.setColor(x, y, Math.floorMod(x + y, stripe) * 5 < stripe * 3 ? GREEN : PALE);
                } else if (x < edge && y < edge && !near) {
                    pixels.setColor(x, y, BLUE);
                }
            }
        }
        return image;
    }
}
