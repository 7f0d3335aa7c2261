package companion.practice.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.world.Blobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The public images that the practice cloud offers by itself, so that no network is needed: small ones of our own
 * making, under the names and tags, and with the configuration and the files' places, of the real ones. Same bytes,
 * so same digests, at every start. Thread-safe.
 */
public final class PublicImages {
    private static final List<String> FOLDERS = List.of("nginx", "httpd", "ubuntu");

    private final Blobs blobs;
    private final Map<String, ImageSource> made = new ConcurrentHashMap<>();

    public PublicImages(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Read when the first image is asked for: a start has no time for it. */
    private static final class Definitions {
        static final Map<String, JsonNode> BY_NAME = read();

        private static Map<String, JsonNode> read() {
            var json = new ObjectMapper();
            var byName = new TreeMap<String, JsonNode>();
            for (var folder : FOLDERS) {
                try {
                    var definition = (ObjectNode) json.readTree(bytes(folder + "/image.json"));
                    definition.put("folder", folder);
                    definition.path("names").forEach(name -> byName.put(name.asText(), definition));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return byName;
        }
    }

    /** @param name with its host, for example {@code public.ecr.aws/nginx/nginx} or {@code docker.io/library/nginx} */
    @Nullable ImageSource find(String name) {
        var definition = Definitions.BY_NAME.get(name);
        return definition == null
                ? null
                : made.computeIfAbsent(definition.path("folder").asText(), folder -> make(definition));
    }

    private ImageSource make(JsonNode definition) {
        var folder = definition.path("folder").asText() + "/";
        var files = new TreeMap<String, LayerArchive.File>();
        for (var file : definition.path("files")) {
            files.put(
                    file.path("path").asText(),
                    new LayerArchive.File(
                            bytes(folder + file.path("resource").asText()),
                            Integer.parseInt(file.path("mode").asText("644"), 8)));
        }
        var layer = LayerArchive.of(files);
        var images = new ArrayList<Manifest>();
        for (var architecture : List.of("amd64", "arm64")) {
            var draft = new ImageDraft((ObjectNode) definition.path("image").deepCopy(), Manifest.OCI_MANIFEST);
            draft.platform(architecture);
            draft.add(layer, definition.path("history").asText());
            images.add(draft.keep(blobs));
        }
        var index = ImageDraft.index(images, List.of("amd64", "arm64"));
        Digests.keep(blobs, index.bytes());
        var tags = new TreeMap<String, Manifest>();
        definition.path("tags").forEach(tag -> tags.put(tag.asText(), index));
        return new PublicImage(tags, index, images);
    }

    private static byte[] bytes(String name) {
        try (var in = PublicImages.class.getResourceAsStream("/companion/practice/ecr/" + name)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record PublicImage(TreeMap<String, Manifest> byTag, Manifest index, List<Manifest> images)
            implements ImageSource {
        @Override
        public @Nullable Manifest find(String reference) {
            var tagged = byTag.get(reference);
            if (tagged != null || reference.equals(index.digest())) {
                return index;
            }
            return images.stream()
                    .filter(each -> each.digest().equals(reference))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public boolean hasLayer(String digest) {
            Set<String> digests = new HashSet<>();
            for (var image : images) {
                image.layers().forEach(layer -> digests.add(layer.digest()));
                if (image.config() != null) {
                    digests.add(image.config().digest());
                }
            }
            return digests.contains(digest);
        }

        @Override
        public List<String> tags() {
            return List.copyOf(byTag.keySet());
        }
    }
}
