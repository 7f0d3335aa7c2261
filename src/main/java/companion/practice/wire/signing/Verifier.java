package companion.practice.wire.signing;

import companion.practice.fabric.Credentials;
import companion.practice.wire.signing.RefusedSignatureException.Reason;
import companion.practice.world.Blobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/** Lets in requests that are signed with a key of the practice account, not long ago. */
public final class Verifier {
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final Credentials credentials;
    private final InstantSource clock;

    /** @param clock real time */
    public Verifier(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * A request that was let in.
     *
     * @param key who signed it
     */
    public record Admitted(Credentials.Key key, Payload payload) {}

    /**
     * Checks a request.
     *
     * @throws RefusedSignatureException with the first thing found wrong, in AWS's order: key, token, time, signature
     */
    public Admitted verify(Envelope request, Signature signature, byte[] body) throws RefusedSignatureException {
        var key = key(signature);
        checkTime(signature);
        var signingKey = new SigningKey(key.secretAccessKey(), signature);
        var hash = Payload.hash(request, signature, body);
        var canonical = CanonicalRequest.of(request, signature, hash);
        var expected = signingKey.sign(
                Signature.ALGORITHM, Blobs.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        if (!SigningKey.same(expected, signature.value())) {
            throw new RefusedSignatureException(Reason.MISMATCH, "Another signature");
        }
        if (!hash.startsWith("STREAMING-")) {
            return new Admitted(key, Payload.of(body));
        }
        var chunksAreSigned = hash.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        return new Admitted(key, Chunks.decode(body, chunksAreSigned ? signingKey : null, expected));
    }

    private Credentials.Key key(Signature signature) throws RefusedSignatureException {
        var key = credentials.find(signature.accessKeyId());
        if (key == null) {
            throw new RefusedSignatureException(
                    credentials.hasExpired(signature.accessKeyId()) ? Reason.EXPIRED_TOKEN : Reason.UNKNOWN_KEY,
                    signature.accessKeyId());
        }
        var token = key.sessionToken();
        var given = signature.token();
        if (token == null ? given != null : given == null || !SigningKey.same(token, given)) {
            throw new RefusedSignatureException(Reason.INVALID_TOKEN, "Another session token");
        }
        return key;
    }

    private void checkTime(Signature signature) throws RefusedSignatureException {
        var now = clock.instant();
        var signedAt = signature.signedAt();
        if (!signature.timestamp().startsWith(signature.date())) {
            throw new RefusedSignatureException(
                    Reason.CLOCK,
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                            + signature.date() + "' != '" + signature.timestamp() + "'.");
        }
        var validFor = signature.validFor();
        if (validFor != null && signedAt.plus(validFor).isBefore(now)) {
            throw new RefusedSignatureException(Reason.EXPIRED, "Request has expired");
        }
        if (validFor == null && signedAt.isBefore(now.minus(SKEW))) {
            throw new RefusedSignatureException(
                    Reason.CLOCK,
                    "Signature expired: " + signature.timestamp() + " is now earlier than "
                            + Signature.print(now.minus(SKEW)) + " (" + Signature.print(now) + " - 15 min.)");
        }
        if (signedAt.isAfter(now.plus(SKEW))) {
            throw new RefusedSignatureException(
                    Reason.CLOCK,
                    "Signature not yet current: " + signature.timestamp() + " is still later than "
                            + Signature.print(now.plus(SKEW)) + " (" + Signature.print(now) + " + 15 min.)");
        }
    }
}
