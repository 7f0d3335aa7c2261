/**
 * Building the sample app's container image and pushing it to ECR, with no Docker daemon.
 *
 * <p>It knows {@code aws} for the registry's token and the trace, and Jib; nothing of workshops. The image is
 * reproducible: the same files always give the same digest.
 */
@NullMarked
package companion.image;

import org.jspecify.annotations.NullMarked;
