package companion.practice.ecr;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths of the distribution specification. A name may have slashes, so the end of the path decides. */
sealed interface RegistryPath {

    record Base() implements RegistryPath {}

    record ManifestOf(String name, String reference) implements RegistryPath {}

    record BlobOf(String name, String digest) implements RegistryPath {}

    record Uploads(String name) implements RegistryPath {}

    record UploadOf(String name, String id) implements RegistryPath {}

    record TagsOf(String name) implements RegistryPath {}

    /** Null if it is none of these. */
    static @Nullable RegistryPath parse(String path) {
        if (path.equals("/v2") || path.equals("/v2/")) {
            return new Base();
        }
        var match = Forms.PATH.matcher(path);
        if (!match.matches()) {
            return null;
        }
        var name = match.group(1);
        if (match.group(2) != null) {
            return new ManifestOf(name, match.group(2));
        }
        if (match.group(3) != null) {
            return match.group(3).isEmpty() ? new Uploads(name) : new UploadOf(name, match.group(3));
        }
        return match.group(4) != null ? new BlobOf(name, match.group(4)) : new TagsOf(name);
    }

    /** Keeps the pattern out of the interface. */
    final class Forms {
        private static final Pattern PATH = Pattern.compile(
                "/v2/(.+)/(?:manifests/([^/]+)|blobs/uploads/?([^/]*)|blobs/([^/]+)|tags/list)");

        private Forms() {}
    }
}
