package companion.practice.wire.signing;

import companion.practice.wire.signing.RefusedSignatureException.Reason;
import companion.practice.world.Blobs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes an {@code aws-chunked} body out of its chunks, and checks the signature of each where they are signed. Source:
 * "Signature calculations for the Authorization header: transferring payload in multiple chunks" of the S3 API
 * reference.
 */
final class Chunks {
    private static final String EMPTY_HASH = Blobs.sha256(new byte[0]);

    private final byte[] body;
    private final @Nullable SigningKey key;
    private String previous;
    private int at;

    /** @param key null where the chunks are not signed */
    private Chunks(byte[] body, @Nullable SigningKey key, String seed) {
        this.body = body;
        this.key = key;
        this.previous = seed;
    }

    static Payload decode(byte[] body, @Nullable SigningKey key, String seed) throws RefusedSignatureException {
        return new Chunks(body, key, seed).decode();
    }

    private Payload decode() throws RefusedSignatureException {
        var content = new ByteArrayOutputStream(body.length);
        while (true) {
            var header = line();
            int length = length(header);
            if (length > body.length - at) {
                throw broken();
            }
            check(header, Arrays.copyOfRange(body, at, at + length));
            content.write(body, at, length);
            at += length;
            if (length == 0) {
                return new Payload(content.toByteArray(), trailers());
            }
            if (!line().isEmpty()) {
                throw broken();
            }
        }
    }

    private Map<String, String> trailers() throws RefusedSignatureException {
        var trailers = new LinkedHashMap<String, String>();
        var signed = new StringBuilder();
        while (at < body.length) {
            var line = line();
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (name.equals("x-amz-trailer-signature")) {
                var signedTrailers = signed.toString().getBytes(StandardCharsets.UTF_8);
                check("AWS4-HMAC-SHA256-TRAILER", Blobs.sha256(signedTrailers), value);
            } else {
                trailers.put(name, value);
                signed.append(name).append(':').append(value).append('\n');
            }
        }
        return trailers;
    }

    private void check(String header, byte[] chunk) throws RefusedSignatureException {
        if (key != null) {
            int from = header.indexOf("chunk-signature=");
            var given = from < 0 ? "" : header.substring(from + "chunk-signature=".length());
            check("AWS4-HMAC-SHA256-PAYLOAD", EMPTY_HASH + '\n' + Blobs.sha256(chunk), given);
        }
    }

    private void check(String what, String rest, String given) throws RefusedSignatureException {
        if (key != null) {
            var expected = key.sign(what, previous + '\n' + rest);
            if (!SigningKey.same(expected, given)) {
                throw new RefusedSignatureException(Reason.MISMATCH, "A chunk is not the one that was signed");
            }
            previous = expected;
        }
    }

    private static int length(String header) throws RefusedSignatureException {
        int end = header.indexOf(';');
        try {
            int length = Integer.parseInt(end < 0 ? header : header.substring(0, end), 16);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one refusal.
        }
        throw broken();
    }

    private String line() throws RefusedSignatureException {
        for (int i = at; i < body.length; i++) {
            if (body[i] == '\n') {
                int end = i > at && body[i - 1] == '\r' ? i - 1 : i;
                var line = new String(body, at, end - at, StandardCharsets.UTF_8);
                at = i + 1;
                return line;
            }
        }
        if (at == body.length) {
            throw broken();
        }
        var rest = new String(body, at, body.length - at, StandardCharsets.UTF_8);
        at = body.length;
        return rest;
    }

    private static RefusedSignatureException broken() {
        return new RefusedSignatureException(
                Reason.BODY, "You did not provide the number of bytes specified by the chunk headers.");
    }
}
