/**
 * CloudFormation in the practice cloud, for one account and region: {@link
 * companion.practice.cloudformation.PracticeCloudFormation} answers the calls, {@code template} reads templates, {@code
 * resource} knows the resource types, and {@code stack} works stacks.
 *
 * <p>It may know the world and the fabric, and reaches the other services only through their SDK interfaces. What it
 * does and says follows the facts, sections 1.1 and 4.5, and the CloudFormation user guide and API reference.
 */
@NullMarked
package companion.practice.cloudformation;

import org.jspecify.annotations.NullMarked;
