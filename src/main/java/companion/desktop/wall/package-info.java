/**
 * The monitor wall: all pipelines of the chosen accounts and regions as tiles, on a page and on a screen of their own.
 *
 * <p>It shows snapshots of {@link companion.monitor.snapshot}, which a feed tells, and never asks an account itself. What
 * stands where is decided by plain Java, so that it can be tested without a window; only the tiles, their grid and the two
 * screens know JavaFX.
 */
@NullMarked
package companion.desktop.wall;

import org.jspecify.annotations.NullMarked;
