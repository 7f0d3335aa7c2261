package companion.practice.wire.signing;

import companion.practice.world.Blobs;
import java.util.Map;

/**
 * A body after its signature and encoding have been dealt with.
 *
 * @param bytes the content, out of its chunks
 * @param trailers what came after the last chunk, names in lower case
 */
public record Payload(byte[] bytes, Map<String, String> trailers) {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    static Payload of(byte[] bytes) {
        return new Payload(bytes, Map.of());
    }

    /** What stands for the body in the canonical request. */
    static String hash(Envelope request, Signature signature, byte[] body) throws RefusedSignatureException {
        var declared = request.header("x-amz-content-sha256");
        if (signature.service().equals("s3")) {
            if (declared == null) {
                declared = signature.isPresigned() ? UNSIGNED : "";
            }
            if (declared.isEmpty()) {
                throw new RefusedSignatureException(
                        RefusedSignatureException.Reason.INCOMPLETE,
                        "Missing required header for this request: x-amz-content-sha256");
            }
            if (declared.equals(UNSIGNED) || declared.startsWith("STREAMING-")) {
                return declared;
            }
        }
        var actual = Blobs.sha256(body);
        if (declared != null && !SigningKey.same(actual, declared)) {
            throw new RefusedSignatureException(
                    RefusedSignatureException.Reason.BODY,
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
        return actual;
    }
}
