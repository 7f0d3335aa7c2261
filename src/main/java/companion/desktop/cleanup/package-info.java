/**
 * The clean-up screen: the ledger of everything that was created, what it costs, and the proof that nothing is left.
 *
 * <p>{@link companion.desktop.cleanup.CleanUpModel} derives all of it from a session's state without JavaFX.
 */
@NullMarked
package companion.desktop.cleanup;

import org.jspecify.annotations.NullMarked;
