/**
 * The resource types that the practice CloudFormation can make: what properties each has, which service calls make,
 * read, change and delete it, and how long that takes.
 *
 * <p>A type is a {@link companion.practice.cloudformation.resource.ResourceType} in the sub-package of its services,
 * listed in {@link companion.practice.cloudformation.resource.ResourceTypes}. It calls the service rooms through their
 * SDK interfaces and keeps no state; of stacks and templates it knows only what it is handed.
 */
@NullMarked
package companion.practice.cloudformation.resource;

import org.jspecify.annotations.NullMarked;
