package companion.practice.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/**
 * Where a copy comes from. The SDK names its parts; on the wire they are one header, {@code /bucket/key?versionId=…}.
 */
record CopySource(String bucket, String key, @Nullable String versionId) {
    private static final String VERSION = "?versionId=";

    @SuppressWarnings("deprecation") // Deprecated for callers of the SDK; the wire has nothing else.
    static CopySource of(CopyObjectRequest request) {
        return request.sourceBucket() == null
                ? parse(request.copySource())
                : new CopySource(request.sourceBucket(), request.sourceKey(), request.sourceVersionId());
    }

    private static CopySource parse(@Nullable String header) {
        var text = header == null ? "" : header.startsWith("/") ? header.substring(1) : header;
        int version = text.indexOf(VERSION);
        var path = Keys.decode((version < 0 ? text : text.substring(0, version)).replace("+", "%2B"));
        int slash = path.indexOf('/');
        if (slash <= 0 || slash == path.length() - 1) {
            throw S3Faults.bad(
                    "InvalidArgument",
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        return new CopySource(
                path.substring(0, slash),
                path.substring(slash + 1),
                version < 0 ? null : text.substring(version + VERSION.length()));
    }
}
