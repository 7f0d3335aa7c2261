/**
 * What the window needs from outside: the session, the trace of calls, the connection's facts, the practice clock.
 *
 * <p>Only interfaces and values: the composition root gives the real ones, the gallery and the tests scripted ones.
 */
@NullMarked
package companion.desktop.context;

import org.jspecify.annotations.NullMarked;
