/**
 * What happened, made of what was seen: two snapshots make typed changes, changes join into one story of causes and one
 * timeline of pipeline, deployment, task set, listener and targets, and every moment can be gone back to. Knows snapshots
 * only.
 */
@NullMarked
package companion.monitor.timeline;

import org.jspecify.annotations.NullMarked;
