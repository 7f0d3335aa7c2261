/**
 * A rolling deployment: the old and the new tasks between the fewest and the most that ECS allows, and the circuit breaker.
 *
 * <p>The model knows {@code monitor.snapshot} and no JavaFX; the card only draws it.
 */
@NullMarked
package companion.desktop.live.rolling;

import org.jspecify.annotations.NullMarked;
