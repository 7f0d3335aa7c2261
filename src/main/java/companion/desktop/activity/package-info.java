/**
 * The drawer under a page: the calls that were made, the events they led to, and what running steps reported.
 *
 * <p>{@link companion.desktop.activity.ActivityModel} is plain Java and thread-safe; the controller only shows it.
 */
@NullMarked
package companion.desktop.activity;

import org.jspecify.annotations.NullMarked;
