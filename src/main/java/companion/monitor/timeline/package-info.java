/**
 * What happened, made of what was seen: snapshots joined into one timeline of pipeline, deployment, task set, listener and
 * targets. Knows snapshots only.
 */
@NullMarked
package companion.monitor.timeline;

import org.jspecify.annotations.NullMarked;
