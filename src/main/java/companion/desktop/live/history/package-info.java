/**
 * What became of a pipeline's executions, and what changed from one to another.
 *
 * <p>It is fed by {@link companion.desktop.live.history.HistoryFeed}, which never lets the JavaFX thread wait; the model knows no
 * JavaFX.
 */
@NullMarked
package companion.desktop.live.history;

import org.jspecify.annotations.NullMarked;
