/**
 * Telling somebody what happened while they look elsewhere: a note in the window, and one of the operating system's.
 *
 * <p>It knows no screen: a screen says what happened, and the shell shows it here. What a notice is and which command of the
 * operating system shows it is plain Java.
 */
@NullMarked
package companion.desktop.notify;

import org.jspecify.annotations.NullMarked;
