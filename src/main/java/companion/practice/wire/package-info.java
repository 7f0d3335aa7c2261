/**
 * The front door of the practice cloud: HTTP on loopback, AWS's wire protocols, signatures, and the way from an
 * operation's name to the room that works it.
 *
 * <p>It is generic over the SDK's interfaces and field metadata and knows no room: the composition tells it through
 * {@link companion.practice.wire.Directory} what there is. Calls that change something become commands of the journal
 * here.
 */
@NullMarked
package companion.practice.wire;

import org.jspecify.annotations.NullMarked;
