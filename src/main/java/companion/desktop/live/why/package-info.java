/**
 * Why a release failed, as one card: what failed, the log around it, the likely cause, what to do next.
 *
 * <p>The models know {@code monitor.why} and no JavaFX; the cards only draw them.
 */
@NullMarked
package companion.desktop.live.why;

import org.jspecify.annotations.NullMarked;
