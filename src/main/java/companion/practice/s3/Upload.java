package companion.practice.s3;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A multipart upload that is under way.
 *
 * @param parts by number
 */
record Upload(
        String id,
        String key,
        Instant initiated,
        ObjectAttributes attributes,
        Map<String, String> tags,
        NavigableMap<Integer, Part> parts) {

    /** @param etag with its quotes: the MD5 of the part */
    record Part(int number, String blob, long size, String etag, Instant lastModified) {}

    Upload(String id, String key, Instant initiated, ObjectAttributes attributes, Map<String, String> tags) {
        this(id, key, initiated, attributes, tags, new TreeMap<>());
    }
}
