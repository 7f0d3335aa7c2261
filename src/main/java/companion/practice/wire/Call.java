package companion.practice.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One call of an operation, out of its wire form.
 *
 * @param request of the operation's request class
 * @param content of an operation that streams it; null for the others
 */
record Call(Operation operation, String region, SdkPojo request, byte @Nullable [] content) {

    Call with(SdkPojo otherRequest) {
        return new Call(operation, region, otherRequest, content);
    }
}
