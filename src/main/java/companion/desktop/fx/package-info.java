/**
 * The few things every part of the window needs of JavaFX itself: the one hop to its thread, loading FXML, a pulse.
 *
 * <p>It knows JavaFX and nothing of the product. Only {@link companion.desktop.fx.FxThread} calls Platform.runLater.
 */
@NullMarked
package companion.desktop.fx;

import org.jspecify.annotations.NullMarked;
