/**
 * Time, order, identity and memory of the practice cloud: the virtual clock, the one queue of events, seeded ids, the
 * content-addressed blobs, and the journal from which everything else is rebuilt.
 *
 * <p>It knows the JDK only. Everything that changes the practice cloud goes through {@link World}: commands from outside
 * are written to the journal and then applied, events fire in the order of virtual time, and both happen under one lock, so
 * that the same journal always gives the same history.
 */
@NullMarked
package companion.practice.world;

import org.jspecify.annotations.NullMarked;
