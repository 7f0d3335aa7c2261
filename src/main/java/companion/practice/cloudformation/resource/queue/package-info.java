/**
 * The resource types of Amazon SQS: queues, and the policies that let services send to them.
 *
 * <p>It knows what every type knows: its parent package and the services' interfaces.
 */
@NullMarked
package companion.practice.cloudformation.resource.queue;

import org.jspecify.annotations.NullMarked;
