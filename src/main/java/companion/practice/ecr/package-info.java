/**
 * ECR: repositories and images through the AWS interface, the same repositories as a registry that container tools
 * push to and pull from, and the public images that the practice cloud offers by itself.
 *
 * <p>It also is the container engine's side of images for the other rooms ({@link companion.practice.fabric.Images}).
 * It knows the world, the fabric and the SDK's model; layers, configurations and manifests are blobs of the world,
 * and what a push changes is a command that names them.
 */
@NullMarked
package companion.practice.ecr;

import org.jspecify.annotations.NullMarked;
