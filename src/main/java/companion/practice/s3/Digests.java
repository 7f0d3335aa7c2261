package companion.practice.s3;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Entity tags, with their quotes: the MD5 of the bytes; of a multipart object, the MD5 of its parts' MD5s and their
 * number.
 */
final class Digests {
    private Digests() {}

    static String etag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(md5(bytes)) + '"';
    }

    static String etagOfParts(List<String> etags) {
        var all = new ByteArrayOutputStream();
        etags.forEach(etag -> all.writeBytes(HexFormat.of().parseHex(bare(etag))));
        return '"' + HexFormat.of().formatHex(md5(all.toByteArray())) + "-" + etags.size() + '"';
    }

    /** Clients send entity tags with quotes and without. */
    static boolean same(String etag, String given) {
        return given.equals("*") || bare(etag).equals(bare(given));
    }

    private static String bare(String etag) {
        return etag.replace("\"", "");
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
