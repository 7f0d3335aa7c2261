/**
 * The window: what a learner, a presenter or an engineer sees and presses, with JavaFX.
 *
 * <p>It shows immutable states of a session and the trace of calls, and asks the session for work; it never calls AWS
 * and
 * never waits on the JavaFX thread. It may know everything but the practice cloud's insides: of that only the clock.
 */
@NullMarked
package companion.desktop;

import org.jspecify.annotations.NullMarked;
