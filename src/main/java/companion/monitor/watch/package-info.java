/**
 * Watching: one {@link companion.monitor.watch.WatchedRegion} per account and region, and a release in it, part by part, each
 * read when it is worth it. {@code schedule} decides when to ask and keeps the budget, {@code push} has the account tell what
 * changes, {@code wall} watches all pipelines of a place.
 */
@NullMarked
package companion.monitor.watch;

import org.jspecify.annotations.NullMarked;
