/**
 * What the service rooms of the practice cloud say to each other: each other's AWS interfaces ({@link
 * companion.practice.fabric.Services}), and the few seams for which AWS has no public call.
 *
 * <p>It knows the SDK's interfaces and {@code world}; the rooms know it, and so never each other.
 */
@NullMarked
package companion.practice.fabric;

import org.jspecify.annotations.NullMarked;
