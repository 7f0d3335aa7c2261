/**
 * What was so at one moment, as values: a pipeline, its build, its deployment, the task sets with what was requested, what is
 * routed and what is healthy, and what a visitor got. Knows nothing but the JDK, so that everything else of the monitor, and
 * the screen, can speak in these words.
 */
@NullMarked
package companion.monitor.snapshot;

import org.jspecify.annotations.NullMarked;
