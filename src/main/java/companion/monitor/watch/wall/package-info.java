/**
 * The monitor wall's pipelines: all of the chosen accounts and regions, summed up, with what is wrong with each, how long it
 * usually takes, and what is worth a notification. Each region's scheduler reads them within its budget.
 */
@NullMarked
package companion.monitor.watch.wall;

import org.jspecify.annotations.NullMarked;
