package companion.practice.wire;

import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.signing.Payload;
import org.jspecify.annotations.Nullable;

/** One way to say calls, replies and errors over HTTP. Thread-safe. */
interface Protocol {

    /**
     * The name of the operation that a request asks for.
     *
     * @throws RefusedException if it asks for none that this protocol could name
     */
    String operation(AwsService service, WireRequest request) throws RefusedException;

    /**
     * Reads the call.
     *
     * @param payload the body, out of its transfer form
     */
    Call call(Operation operation, String region, WireRequest request, Payload payload)
            throws RefusedException, MalformedShapeException;

    WireResponse reply(Call call, Reply reply, String requestId);

    /** @param service null if the request did not get as far as naming one */
    WireResponse error(@Nullable AwsService service, WireRequest request, ApiError error, String requestId);

    /** There is no such operation. */
    ApiError unknown(AwsService service, String operation);

    /** The same as unknown, in other words, where AWS has the operation and the practice cloud has not. */
    default ApiError notOffered(AwsService service, String operation) {
        var unknown = unknown(service, operation);
        return new ApiError(
                unknown.status(),
                unknown.code(),
                "The practice cloud does not offer " + operation + " of " + service.signingName()
                        + ". AWS has it: it works against a real account.");
    }

    ApiError malformed(MalformedShapeException e);
}
