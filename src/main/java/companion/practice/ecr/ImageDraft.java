package companion.practice.ecr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.world.Blobs;
import java.util.ArrayList;
import java.util.List;

/** An image that is being put together: its configuration, in the form of OCI's image specification, and its layers. */
final class ImageDraft {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode configuration;
    private final boolean docker;
    private final List<ObjectNode> layers = new ArrayList<>();
    private final List<byte[]> fresh = new ArrayList<>();

    /**
     * @param configuration changed by this draft
     * @param mediaType of the manifest, Docker's or OCI's
     */
    ImageDraft(ObjectNode configuration, String mediaType) {
        this.configuration = configuration;
        this.docker = mediaType.equals(Manifest.DOCKER_MANIFEST);
    }

    void platform(String architecture) {
        configuration.put("architecture", architecture);
        configuration.put("os", "linux");
    }

    ObjectNode configuration() {
        return configuration;
    }

    /** A layer of the base image, which the configuration names already. */
    void inherit(Manifest.Part layer) {
        layers.add(descriptor(type(layer.mediaType()), layer.digest(), layer.size()));
    }

    /** A layer on top. */
    void add(LayerArchive layer, String createdBy) {
        fresh.add(layer.bytes());
        layers.add(descriptor(
                docker ? LayerArchive.DOCKER_LAYER : LayerArchive.OCI_LAYER, layer.digest(), layer.bytes().length));
        var files = configuration.withObject("/rootfs");
        files.put("type", "layers");
        files.withArray("/diff_ids").add(layer.diffId());
        history(createdBy, false);
    }

    /** An instruction that made no layer, or the one that made it. */
    void history(String createdBy, boolean empty) {
        var line = history().addObject();
        line.put("created", configuration.path("created").asText());
        line.put("created_by", createdBy);
        if (empty) {
            line.put("empty_layer", true);
        }
    }

    /** Keeps layers, configuration and manifest as blobs. */
    Manifest keep(Blobs blobs) {
        fresh.forEach(blobs::put);
        var config = bytes(configuration);
        var manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", docker ? Manifest.DOCKER_MANIFEST : Manifest.OCI_MANIFEST);
        manifest.set(
                "config",
                descriptor(
                        docker
                                ? "application/vnd.docker.container.image.v1+json"
                                : "application/vnd.oci.image.config.v1+json",
                        Digests.keep(blobs, config),
                        config.length));
        manifest.putArray("layers").addAll(layers);
        var kept = bytes(manifest);
        blobs.put(kept);
        return Manifest.parse(kept, null);
    }

    /** An index of Linux images, not kept yet. */
    static Manifest index(List<Manifest> images, List<String> architectures) {
        var index = JsonNodeFactory.instance.objectNode();
        index.put("schemaVersion", 2);
        index.put("mediaType", Manifest.OCI_INDEX);
        var manifests = index.putArray("manifests");
        for (int i = 0; i < images.size(); i++) {
            var image = images.get(i);
            var entry = descriptor(image.mediaType(), image.digest(), image.bytes().length);
            entry.putObject("platform").put("architecture", architectures.get(i)).put("os", "linux");
            manifests.add(entry);
        }
        return Manifest.parse(bytes(index), null);
    }

    private ArrayNode history() {
        return configuration.withArray("/history");
    }

    private String type(String layerType) {
        return docker ? layerType.replace(LayerArchive.OCI_LAYER, LayerArchive.DOCKER_LAYER) : layerType;
    }

    private static ObjectNode descriptor(String mediaType, String digest, long size) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", mediaType)
                .put("digest", digest)
                .put("size", size);
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree always has a text", e);
        }
    }
}
