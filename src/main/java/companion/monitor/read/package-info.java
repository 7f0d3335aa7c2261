/**
 * Reading an account into snapshots, through {@code aws} alone, so that a practice pipeline and a real one are read by the same
 * calls. Each list is read to its end. A read that is refused or throttled never becomes a failed pipeline: the snapshot says
 * which part could not be read and keeps what was known of it.
 */
@NullMarked
package companion.monitor.read;

import org.jspecify.annotations.NullMarked;
