package companion.practice.ecr;

import companion.practice.world.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writing half of the registry: uploads of blobs, and manifests. */
final class RegistryPushes {
    private final World world;
    private final Registries registries;
    private final RegistryCommands commands;
    private final RegistryUploads uploads = new RegistryUploads();

    RegistryPushes(World world, Registries registries, RegistryCommands commands) {
        this.world = world;
        this.registries = registries;
        this.commands = commands;
    }

    /** Begins an upload, or with {@code digest} takes it whole, or with {@code mount} and {@code from} needs none. */
    RegistryAnswer begin(String name, Map<String, String> query, byte[] body) throws Exception {
        requireRepository(name);
        var digest = query.get("digest");
        if (digest != null) {
            return finish(name, digest, body);
        }
        var mounted = query.get("mount");
        var from = query.get("from");
        if (mounted != null && from != null && mount(name, mounted, from)) {
            return created(name, "blobs", mounted);
        }
        return progress(202, name, uploads.begin(name), 0);
    }

    RegistryAnswer append(String name, String id, byte[] body) throws RegistryRefusal {
        var size = uploads.append(name, id, body);
        if (size == null) {
            throw RegistryRefusal.noUpload();
        }
        return progress(202, name, id, size);
    }

    RegistryAnswer status(String name, String id) throws RegistryRefusal {
        var size = uploads.append(name, id, new byte[0]);
        if (size == null) {
            throw RegistryRefusal.noUpload();
        }
        return progress(204, name, id, size);
    }

    RegistryAnswer end(String name, String id, @Nullable String digest, byte[] rest) throws Exception {
        if (digest == null || !Digests.valid(digest)) {
            throw RegistryRefusal.wrongDigest();
        }
        append(name, id, rest);
        var bytes = uploads.end(name, id);
        if (bytes == null) {
            throw RegistryRefusal.noUpload();
        }
        return finish(name, digest, bytes);
    }

    RegistryAnswer cancel(String name, String id) throws RegistryRefusal {
        if (uploads.end(name, id) == null) {
            throw RegistryRefusal.noUpload();
        }
        return RegistryAnswer.empty(204);
    }

    RegistryAnswer manifest(String name, String reference, @Nullable String mediaType, byte[] body) throws Exception {
        var type = mediaType == null ? "" : mediaType.replaceFirst(";.*", "").strip();
        commands.manifest(requireRepository(name), reference, type, body);
        return created(name, "manifests", Digests.of(body));
    }

    private RegistryAnswer finish(String name, String digest, byte[] bytes) throws Exception {
        if (!Digests.of(bytes).equals(digest)) {
            throw RegistryRefusal.wrongDigest();
        }
        Digests.keep(world.blobs(), bytes);
        commands.layer(requireRepository(name), digest, bytes.length);
        return created(name, "blobs", digest);
    }

    private boolean mount(String name, String digest, String from) throws Exception {
        var source = registries.publicImage(from);
        boolean there = source != null
                ? source.hasLayer(digest)
                : world.read(() -> {
                    var repository = registries.target(from).find();
                    return repository != null && repository.hasLayer(digest);
                });
        if (there) {
            var size = Digests.bytes(world.blobs(), digest).length;
            commands.layer(requireRepository(name), digest, size);
        }
        return there;
    }

    private Registries.Target requireRepository(String name) throws Exception {
        if (registries.publicImage(name) != null) {
            throw new RegistryRefusal(403, "DENIED", "The public images of the practice cloud can only be pulled.");
        }
        var target = registries.target(name);
        boolean there = world.read(() -> target.find() != null);
        if (!there) {
            throw RegistryRefusal.noRepository(
                    target.repository(), target.room() == null ? "" : target.room().place().account());
        }
        return target;
    }

    private static RegistryAnswer progress(int status, String name, String id, int size) {
        return RegistryAnswer.empty(status)
                .with("Location", "/v2/" + name + "/blobs/uploads/" + id)
                .with("Docker-Upload-Uuid", id)
                .with("Range", "0-" + Math.max(0, size - 1));
    }

    private static RegistryAnswer created(String name, String kind, String digest) {
        return RegistryAnswer.empty(201)
                .with("Location", "/v2/" + name + "/" + kind + "/" + digest)
                .with("Docker-Content-Digest", digest);
    }
}
