package companion.desktop.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;

/** Loads the FXML file of a screen around a controller that was made with what it needs. */
public final class Fxml {
    private Fxml() {}

    /**
     * @param controller of the type that the file names as its controller; the file lies in the resources of its
     *     package
     * @param file for example {@code stage.fxml}
     */
    public static <T> T load(Object controller, String file) {
        var url = Objects.requireNonNull(controller.getClass().getResource(file), () -> "No " + file);
        var loader = new FXMLLoader(url);
        loader.setControllerFactory(type -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + file, e);
        }
    }
}
