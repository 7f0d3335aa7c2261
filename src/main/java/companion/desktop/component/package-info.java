/**
 * The parts that screens are put together from: cards, segmented choices, the preview of a call, rows, bars and strips.
 *
 * <p>A component shows what it is given and tells what was pressed; it knows no session, no screen and no AWS. Sizes
 * are in em
 * and live in the stylesheets, so that zoom needs no code.
 */
@NullMarked
package companion.desktop.component;

import org.jspecify.annotations.NullMarked;
