package companion.practice.s3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Continuation tokens: the place where a listing stopped, in a form that invites nobody to read it. */
final class Tokens {
    private Tokens() {}

    static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Faults.bad("InvalidArgument", "The continuation token provided is incorrect");
        }
    }
}
