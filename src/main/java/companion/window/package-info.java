/**
 * What the window shows, from an account: the feeds of the live view and the wall, the places it can go to, what it remembers.
 *
 * <p>It joins {@code desktop}, which only knows interfaces, with {@code monitor} and the account that was opened; the composition
 * root makes it.
 */
@NullMarked
package companion.window;

import org.jspecify.annotations.NullMarked;
