/**
 * Amazon ECS of the practice cloud: clusters, task definitions, services under all three deployment controllers, task
 * sets, and Fargate tasks that really serve the files of their images.
 *
 * <p>It follows section 4.4 of the facts, and reaches load balancers, network interfaces, roles, images and logs only
 * through {@code fabric}. Whether a target is healthy it asks at planned moments, never periodically.
 */
@NullMarked
package companion.practice.ecs;

import org.jspecify.annotations.NullMarked;
