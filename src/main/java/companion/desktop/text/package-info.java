/**
 * How numbers, times and commands are written out for a person.
 *
 * <p>Plain Java without JavaFX, so that models and tests can use it. It knows nothing of the product.
 */
@NullMarked
package companion.desktop.text;

import org.jspecify.annotations.NullMarked;
