package companion.practice.wire;

import companion.practice.wire.signing.Envelope;
import companion.practice.wire.signing.Percent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket and object an S3 request is about, path-style ({@code /bucket/key}) or virtual-hosted ({@code
 * bucket.localhost}).
 *
 * @param bucket null for the service itself
 * @param key decoded; null for the bucket itself
 */
record S3Target(@Nullable String bucket, @Nullable String key) {

    static S3Target of(Envelope request) {
        var path = request.path().startsWith("/") ? request.path().substring(1) : request.path();
        var bucket = virtualHost(Objects.requireNonNullElse(request.header("Host"), ""));
        if (bucket == null) {
            int slash = path.indexOf('/');
            bucket = slash < 0 ? path : path.substring(0, slash);
            path = slash < 0 ? "" : path.substring(slash + 1);
            if (bucket.isEmpty()) {
                return new S3Target(null, null);
            }
        }
        return new S3Target(Percent.decode(bucket), path.isEmpty() ? null : Percent.decode(path));
    }

    private static @Nullable String virtualHost(String host) {
        var name = host.replaceFirst(":\\d+$", "");
        for (var suffix : new String[] {".s3.localhost", ".localhost", ".127.0.0.1"}) {
            if (name.endsWith(suffix) && !name.equals("s3.localhost")) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return null;
    }
}
