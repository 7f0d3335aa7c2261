package companion.practice.ecr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.world.Blobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Builds an image from another one and some files: one layer on top, as Docker does for COPY. */
final class ImageBuild {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MAKES_A_LAYER = Pattern.compile("(?i)(copy|add)\\s.*", Pattern.DOTALL);

    private final Blobs blobs;
    private final Instant now;

    ImageBuild(Blobs blobs, Instant now) {
        this.blobs = blobs;
        this.now = now;
    }

    /** As {@link companion.practice.fabric.Images#build}; all parts are kept as blobs. */
    Manifest build(
            String baseDigest,
            Map<String, byte[]> added,
            Map<String, List<String>> configuration,
            List<String> history) {
        var base = Manifest.parse(Digests.bytes(blobs, baseDigest), null);
        if (base.config() == null) {
            throw new IllegalArgumentException("Not an image: " + baseDigest);
        }
        var draft = new ImageDraft(object(Digests.bytes(blobs, base.config().digest())), Manifest.DOCKER_MANIFEST);
        draft.configuration().put("created", now.toString());
        base.layers().forEach(draft::inherit);
        configure(draft.configuration().withObject("/config"), configuration);
        int layerAt = layerInstruction(added, history);
        for (int i = 0; i < history.size(); i++) {
            if (i == layerAt) {
                draft.add(layer(added), history.get(i));
            } else {
                draft.history(history.get(i), true);
            }
        }
        if (layerAt == history.size()) {
            draft.add(layer(added), "COPY");
        }
        return draft.keep(blobs);
    }

    /** Which instruction stands for the layer: the last one that brings files; -1 if there are none to bring. */
    private static int layerInstruction(Map<String, byte[]> added, List<String> history) {
        if (added.isEmpty()) {
            return -1;
        }
        for (int i = history.size() - 1; i >= 0; i--) {
            if (MAKES_A_LAYER.matcher(history.get(i)).matches()) {
                return i;
            }
        }
        return history.size();
    }

    private static LayerArchive layer(Map<String, byte[]> added) {
        var files = new TreeMap<String, LayerArchive.File>();
        added.forEach((path, bytes) -> files.put(path, new LayerArchive.File(bytes, 0644)));
        return LayerArchive.of(files);
    }

    /** An entry point of its own does away with the base's command, as with Docker. */
    private static void configure(ObjectNode config, Map<String, List<String>> changes) {
        if (changes.containsKey("Entrypoint")) {
            config.remove("Cmd");
        }
        new TreeMap<>(changes).forEach((key, values) -> {
            switch (key) {
                case "Entrypoint", "Cmd" -> values.forEach(config.putArray(key)::add);
                case "WorkingDir" -> config.put(key, values.isEmpty() ? "" : values.getFirst());
                case "ExposedPorts" -> values.forEach(port -> config.withObject("/ExposedPorts").putObject(port));
                case "Env" -> values.forEach(pair -> setEnvironment(config, pair));
                case "Labels" -> values.forEach(pair -> {
                    int equals = pair.indexOf('=');
                    config.withObject("/Labels").put(pair.substring(0, equals), pair.substring(equals + 1));
                });
                default -> throw new IllegalArgumentException("Not a part of an image configuration: " + key);
            }
        });
    }

    private static void setEnvironment(ObjectNode config, String pair) {
        var name = pair.substring(0, pair.indexOf('=') + 1);
        var environment = config.withArray("/Env");
        for (int i = 0; i < environment.size(); i++) {
            if (environment.get(i).asText().startsWith(name)) {
                environment.set(i, pair);
                return;
            }
        }
        environment.add(pair);
    }

    private static ObjectNode object(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
