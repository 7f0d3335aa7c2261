/**
 * EC2 as far as networks need it: VPCs and what lies in them, from subnets to security groups and network interfaces.
 *
 * <p>Each region starts with a default VPC, as a real account does; dependencies, quotas and refusals are those of
 * EC2, since deleting a network in the right order is half of what a workshop's clean-up teaches. The room knows
 * {@code world}, {@code fabric} and the SDK's EC2 model, and no other room.
 */
@NullMarked
package companion.practice.ec2;

import org.jspecify.annotations.NullMarked;
