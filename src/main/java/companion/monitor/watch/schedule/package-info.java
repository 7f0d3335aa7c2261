/**
 * When to ask an account what: one {@link companion.monitor.watch.schedule.Scheduler} per account and region asks for
 * everything that is watched there, within a budget of requests, slower when AWS throttles, and says how the account answers.
 * It knows what is watched only as {@link companion.monitor.watch.schedule.Watched}; the decision what comes next is a pure
 * function of what is known and the time.
 */
@NullMarked
package companion.monitor.watch.schedule;

import org.jspecify.annotations.NullMarked;
