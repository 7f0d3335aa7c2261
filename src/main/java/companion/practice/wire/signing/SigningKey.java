package companion.practice.wire.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key made of a secret for one day, region and service, and what it signs. */
final class SigningKey {
    private static final String HMAC = "HmacSHA256";

    private final Signature signature;
    private final byte[] key;

    SigningKey(String secret, Signature signature) {
        this.signature = signature;
        var day = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), signature.date());
        this.key = hmac(hmac(hmac(day, signature.region()), signature.service()), "aws4_request");
    }

    /** @param what for example {@code AWS4-HMAC-SHA256} or {@code AWS4-HMAC-SHA256-PAYLOAD} */
    String sign(String what, String rest) {
        var text = what + '\n' + signature.timestamp() + '\n' + signature.scope() + '\n' + rest;
        return HexFormat.of().formatHex(hmac(key, text));
    }

    /** Compares in a time that does not tell how much is right. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }
}
