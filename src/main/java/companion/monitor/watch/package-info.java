/** Watching: when to read, and whom to tell. */
@NullMarked
package companion.monitor.watch;

import org.jspecify.annotations.NullMarked;
