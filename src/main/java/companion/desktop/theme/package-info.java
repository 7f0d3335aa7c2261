/**
 * How the window looks: light or dark, size of type, motion, fonts and stylesheets.
 *
 * <p>Colours are AtlantaFX's looked-up ones only, so that one stylesheet serves both themes. It knows JavaFX and
 * AtlantaFX.
 */
@NullMarked
package companion.desktop.theme;

import org.jspecify.annotations.NullMarked;
