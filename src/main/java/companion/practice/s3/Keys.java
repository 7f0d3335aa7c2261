package companion.practice.s3;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Object keys: their limits, and their form in listings and headers. */
final class Keys {
    private static final int LONGEST = 1024;

    private Keys() {}

    static String valid(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            throw S3Faults.bad("InvalidArgument", "Object key must not be empty");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw S3Faults.bad("KeyTooLongError", "Your key is too long");
        }
        return key;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Faults.bad("InvalidArgument", "The text is not URL-encoded as it should be: " + text);
        }
    }

    /** How a listing shows a key, prefix or marker: URL-encoded where the client asked for that. */
    static @Nullable String shown(@Nullable String key, @Nullable String encodingType) {
        return key == null || !"url".equals(encodingType)
                ? key
                : URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/").replace("+", "%20");
    }
}
