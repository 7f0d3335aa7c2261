/**
 * Acting on a release: what a press needs to know before anything is called, and the buttons that ask.
 *
 * <p>It knows {@code monitor.act} and the connection's facts; whoever feeds the view makes the calls.
 */
@NullMarked
package companion.desktop.live.act;

import org.jspecify.annotations.NullMarked;
