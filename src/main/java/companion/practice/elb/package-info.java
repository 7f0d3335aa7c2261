/**
 * Elastic Load Balancing v2: load balancers, listeners, rules, target groups and the health of their targets.
 *
 * <p>Health is a state machine that moves at planned times and when the task network changes, never by polling; every
 * change is published to the data plane, where a load balancer is a real listener that a browser can open. The room
 * knows {@code world}, {@code fabric}, the SDK's model and {@code traffic}, the data plane it feeds, and no other
 * service room.
 */
@NullMarked
package companion.practice.elb;

import org.jspecify.annotations.NullMarked;
