/**
 * Status as shape, word and colour: the glyphs of all states, and how a step's status reads.
 *
 * <p>{@link companion.desktop.status.State} is plain Java, so that models can speak of states without JavaFX.
 */
@NullMarked
package companion.desktop.status;

import org.jspecify.annotations.NullMarked;
