package companion.practice.ecr;

import companion.practice.world.Blobs;
import java.util.regex.Pattern;

/** Content digests as registries write them, {@code sha256:<hex>}, over blobs that are kept under the bare hex. */
final class Digests {
    private static final String PREFIX = "sha256:";
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    private Digests() {}

    static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    static String of(byte[] bytes) {
        return PREFIX + Blobs.sha256(bytes);
    }

    /** Keeps the bytes and gives their digest. */
    static String keep(Blobs blobs, byte[] bytes) {
        return PREFIX + blobs.put(bytes);
    }

    static byte[] bytes(Blobs blobs, String digest) {
        return blobs.get(digest.substring(PREFIX.length()));
    }

    static boolean kept(Blobs blobs, String digest) {
        return blobs.has(digest.substring(PREFIX.length()));
    }
}
