/**
 * A connection to an AWS account, practice or real: the SDK clients made from it, the trace of the calls made through
 * them, a request rendered as the AWS CLI command, and what AWS's errors mean.
 *
 * <p>It knows the SDK and nothing of workshops or windows. There is one code path for every account: the practice
 * cloud is reached through its endpoint like any other.
 */
@NullMarked
package companion.aws;

import org.jspecify.annotations.NullMarked;
