/**
 * The same jobs from a terminal: running a workshop, watching pipelines, cleaning up, and the practice cloud by itself.
 *
 * <p>It knows everything but the window, and the practice cloud only through what starts it. Progress goes to stderr,
 * results to stdout; exit 0 is done, 1 a stage or check failed, 2 wrong use.
 */
@NullMarked
package companion.console;

import org.jspecify.annotations.NullMarked;
