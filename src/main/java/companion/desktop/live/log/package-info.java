/**
 * A log as it grows: lines made as they are looked at, folded by phase, searched off the JavaFX thread.
 *
 * <p>It knows {@code monitor.snapshot} and the components of the window.
 */
@NullMarked
package companion.desktop.live.log;

import org.jspecify.annotations.NullMarked;
