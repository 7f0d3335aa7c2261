/**
 * AWS Signature Version 4, as the side that checks it: in the Authorization header, in a presigned query, and chunk by
 * chunk in a streamed body.
 *
 * <p>It knows the practice account's keys through {@code fabric.Credentials}, and real time, since that is what clients
 * sign with; how a refusal is worded is for each protocol to say.
 */
@NullMarked
package companion.practice.wire.signing;

import org.jspecify.annotations.NullMarked;
