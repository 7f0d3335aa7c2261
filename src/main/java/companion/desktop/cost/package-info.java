/**
 * What the resources of the ledger cost: now, per hour, and so far, at AWS's list prices.
 *
 * <p>Plain Java without JavaFX. It knows the ledger and nothing of screens.
 */
@NullMarked
package companion.desktop.cost;

import org.jspecify.annotations.NullMarked;
