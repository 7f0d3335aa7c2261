package companion.practice.s3;

import java.time.Instant;
import java.util.Map;

/**
 * One version of an object, or a delete marker.
 *
 * @param versionId {@code null} as text where the bucket was not versioned
 * @param blob SHA-256 of the bytes; empty for a delete marker
 * @param etag with its quotes
 */
record ObjectVersion(
        String key,
        String versionId,
        boolean isDeleteMarker,
        String blob,
        long size,
        String etag,
        Instant lastModified,
        ObjectAttributes attributes,
        Checksums checksums,
        Map<String, String> tags) {

    static final String UNVERSIONED = "null";

    private static final ObjectAttributes NO_ATTRIBUTES =
            new ObjectAttributes("", null, null, null, null, null, Map.of(), "STANDARD", "AES256", null);

    static ObjectVersion deleteMarker(String key, String versionId, Instant at) {
        return new ObjectVersion(
                key, versionId, true, "", 0, "", at, NO_ATTRIBUTES, Checksums.NONE, Map.of());
    }

    ObjectVersion tagged(Map<String, String> others) {
        return new ObjectVersion(
                key, versionId, isDeleteMarker, blob, size, etag, lastModified, attributes, checksums, others);
    }
}
