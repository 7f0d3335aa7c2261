/**
 * The stacks of one region and what works them: creation in the order of dependencies, updates, change sets, rollback
 * and deletion, as events on the world's queue, and the reports that Describe and List calls give.
 *
 * <p>It knows templates and resource types, the world, and the services' SDK interfaces through those types. Everything
 * here runs under the world's lock; each operation on a stack is an object that the stack holds while it lasts.
 */
@NullMarked
package companion.practice.cloudformation.stack;

import org.jspecify.annotations.NullMarked;
