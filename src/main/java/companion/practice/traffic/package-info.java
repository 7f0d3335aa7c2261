/**
 * The practice cloud's data plane: the network on which tasks listen, and the real loopback listeners through which a
 * browser reaches them by a load balancer's rules and weights.
 *
 * <p>It works from immutable snapshots that the load-balancing room publishes, so that no request ever waits for the
 * world's lock. It knows {@code world}, {@code fabric} and the JDK's HTTP server, and nothing of AWS's models; the
 * load-balancing room may know it, no other room does.
 */
@NullMarked
package companion.practice.traffic;

import org.jspecify.annotations.NullMarked;
