package companion.practice.s3;

import org.jspecify.annotations.Nullable;

/** Finding the version of an object that a request means. */
final class Versions {
    private static final int NOT_ALLOWED = 405;

    private Versions() {}

    /**
     * The version with an id, or the latest.
     *
     * @throws software.amazon.awssdk.services.s3.model.S3Exception if there is none, or it is a delete marker
     */
    static ObjectVersion existing(Bucket bucket, String key, @Nullable String versionId) {
        if (versionId == null) {
            var latest = bucket.latest(Keys.valid(key));
            if (latest == null || latest.isDeleteMarker()) {
                throw S3Faults.noSuchKey();
            }
            return latest;
        }
        var version = bucket.version(Keys.valid(key), versionId);
        if (version == null) {
            throw S3Faults.noSuchVersion();
        }
        if (version.isDeleteMarker()) {
            throw S3Faults.of(
                    NOT_ALLOWED,
                    "MethodNotAllowed",
                    "The specified method is not allowed against this resource.");
        }
        return version;
    }

    /** The id as responses have it: none in a bucket that never had versions. */
    static @Nullable String shownId(Bucket bucket, ObjectVersion version) {
        return bucket.versioning() == null ? null : version.versionId();
    }
}
