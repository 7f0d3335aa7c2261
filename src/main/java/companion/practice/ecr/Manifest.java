package companion.practice.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image manifest, or an index of manifests, in Docker's or OCI's form; the bytes are what the digest is of.
 *
 * @param config null in an index
 * @param layers empty in an index
 * @param manifests empty in a manifest
 */
record Manifest(
        String digest,
        String mediaType,
        byte[] bytes,
        @Nullable Part config,
        List<Part> layers,
        List<Part> manifests) {

    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    static final String DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A descriptor.
     *
     * @param platform {@code os/architecture} in an index, if it says
     */
    record Part(String mediaType, String digest, long size, @Nullable String platform) {
        /** Layers that are not pushed, such as those of Windows. */
        boolean foreign() {
            return mediaType.contains("foreign") || mediaType.contains("nondistributable");
        }
    }

    /**
     * Reads a manifest.
     *
     * @param declared the media type that came with it; if null, the one in it
     * @throws IllegalArgumentException if it is none
     */
    static Manifest parse(byte[] bytes, @Nullable String declared) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("Invalid JSON syntax", e);
        }
        if (root == null || root.path("schemaVersion").asInt() != 2) {
            throw new IllegalArgumentException("Invalid image manifest provided");
        }
        boolean index = root.path("manifests").isArray();
        var mediaType = declared != null ? declared : root.path("mediaType").asText(index ? OCI_INDEX : OCI_MANIFEST);
        if (!index && !root.path("config").has("digest")) {
            throw new IllegalArgumentException("Invalid image manifest provided");
        }
        return new Manifest(
                Digests.of(bytes),
                mediaType,
                bytes,
                index ? null : part(root.path("config")),
                parts(root.path("layers")),
                parts(root.path("manifests")));
    }

    boolean isIndex() {
        return config == null;
    }

    /** The bytes that pulling it takes, without the manifest itself. */
    long size() {
        return (config == null ? 0 : config.size())
                + layers.stream().mapToLong(Part::size).sum();
    }

    private static List<Part> parts(JsonNode array) {
        var parts = new ArrayList<Part>();
        array.forEach(each -> parts.add(part(each)));
        return List.copyOf(parts);
    }

    private static Part part(JsonNode node) {
        var digest = node.path("digest").asText();
        if (!Digests.valid(digest)) {
            throw new IllegalArgumentException("Invalid image manifest provided");
        }
        var platform = node.path("platform");
        return new Part(
                node.path("mediaType").asText(),
                digest,
                node.path("size").asLong(),
                platform.isObject()
                        ? platform.path("os").asText() + "/" + platform.path("architecture").asText()
                        : null);
    }
}
