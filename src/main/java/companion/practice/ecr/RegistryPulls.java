package companion.practice.ecr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import companion.practice.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The reading half of the registry: manifests, blobs and tags. */
final class RegistryPulls {
    private final World world;
    private final Registries registries;

    RegistryPulls(World world, Registries registries) {
        this.world = world;
        this.registries = registries;
    }

    RegistryAnswer manifest(String name, String reference) throws Exception {
        return look(name, source -> {
            var manifest = source.find(reference);
            if (manifest == null) {
                throw RegistryRefusal.noManifest();
            }
            return new RegistryAnswer(200, manifest.bytes())
                    .with("Content-Type", manifest.mediaType())
                    .with("Docker-Content-Digest", manifest.digest());
        });
    }

    RegistryAnswer blob(String name, String digest) throws Exception {
        boolean there = look(name, source -> source.hasLayer(digest));
        if (!there) {
            throw RegistryRefusal.noBlob();
        }
        return new RegistryAnswer(200, Digests.bytes(world.blobs(), digest))
                .with("Content-Type", "application/octet-stream")
                .with("Docker-Content-Digest", digest);
    }

    /** @param query {@code n} and {@code last} ask for a page */
    RegistryAnswer tags(String name, Map<String, String> query) throws Exception {
        var last = query.getOrDefault("last", "");
        List<String> tags = look(name, ImageSource::tags).stream()
                .filter(tag -> tag.compareTo(last) > 0)
                .toList();
        var size = query.get("n");
        int page = size != null && size.matches("\\d{1,6}") ? Integer.parseInt(size) : tags.size();
        var shown = tags.subList(0, Math.min(page, tags.size()));
        var body = JsonNodeFactory.instance.objectNode().put("name", name);
        shown.forEach(body.putArray("tags")::add);
        var answer = new RegistryAnswer(200, body.toString().getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json");
        return shown.size() == tags.size() || shown.isEmpty()
                ? answer
                : answer.with(
                        "Link",
                        "</v2/" + name + "/tags/list?n=" + page + "&last=" + shown.getLast() + ">; rel=\"next\"");
    }

    @FunctionalInterface
    private interface Look<T> {
        T at(ImageSource source) throws RegistryRefusal;
    }

    private <T> T look(String name, Look<T> look) throws Exception {
        var open = registries.publicImage(name);
        if (open != null) {
            return look.at(open);
        }
        var target = registries.target(name);
        return world.read(() -> {
            var repository = target.find();
            if (repository == null) {
                var account = target.room() == null ? "" : target.room().place().account();
                throw RegistryRefusal.noRepository(target.repository(), account);
            }
            return look.at(repository);
        });
    }
}
