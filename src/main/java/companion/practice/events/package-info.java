/**
 * EventBridge of one region: the default bus, its rules with their patterns, and the delivery to targets.
 *
 * <p>The other rooms put their service's events on the bus ({@link companion.practice.fabric.EventBus}) and may follow each
 * other's ({@link companion.practice.fabric.EventFeed}). It knows {@code world} and {@code fabric} only.
 */
@NullMarked
package companion.practice.events;

import org.jspecify.annotations.NullMarked;
