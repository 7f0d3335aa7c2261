/**
 * IAM of the practice account: roles with their trust and permission policies, customer managed policies, service-linked
 * roles. Global: one instance serves every region.
 *
 * <p>It answers the other rooms whether a service may assume a role ({@link companion.practice.fabric.Trust}). It keeps
 * permission policies whole and valid; it does not yet enforce them. It knows {@code world} and {@code fabric} only.
 */
@NullMarked
package companion.practice.iam;

import org.jspecify.annotations.NullMarked;
