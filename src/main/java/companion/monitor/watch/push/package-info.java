/**
 * Being told instead of asking: an EventBridge rule that puts the events of an account's pipelines, builds, deployments and
 * services on an SQS queue, made and removed on request, and the receiver that reads that queue.
 */
@NullMarked
package companion.monitor.watch.push;

import org.jspecify.annotations.NullMarked;
