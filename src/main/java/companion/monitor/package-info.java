/**
 * Reading a release: a pipeline, its build, its deployment, the task sets, the listener's weights and the health of the
 * targets, as immutable snapshots; the timeline that joins them; what a visitor gets; and the acts that steer it.
 *
 * <p>No JavaFX. It knows {@code aws} only, so it watches a practice pipeline and a real one by the same calls. A read that is
 * refused or throttled never becomes a failed pipeline: the snapshot says which part could not be read, and keeps the rest.
 */
@NullMarked
package companion.monitor;

import org.jspecify.annotations.NullMarked;
