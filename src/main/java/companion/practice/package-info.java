/**
 * The practice cloud: an AWS account that lives inside the application and speaks the real wire protocols on loopback.
 *
 * <p>This package composes it; {@code world} keeps time, order and the journal; {@code wire} is the front door; {@code
 * fabric} names what the service rooms say to each other beside the AWS interfaces; one room per AWS service follows the
 * specification of AWS behaviour. It knows the SDK's model classes and nothing of the application around it: the rest of
 * the product reaches it through its endpoint and its control handle only.
 */
@NullMarked
package companion.practice;

import org.jspecify.annotations.NullMarked;
