package companion.practice.ecr;

import companion.practice.world.Command;
import companion.practice.world.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What pushes change, as commands of the world: a layer that arrived whole, and a manifest. */
final class RegistryCommands {
    private static final String KIND = "registry";
    private static final String LAYER = "layer";

    private final World world;
    private final Registries registries;

    /** Registers what applies the commands. */
    RegistryCommands(World world, Registries registries) {
        this.world = world;
        this.registries = registries;
        world.on(KIND, this::apply);
    }

    /** Adds a blob, which is kept already, to a repository. */
    void layer(Registries.Target target, String digest, long size) throws Exception {
        submit(new Command(
                KIND,
                Map.of(
                        "what", LAYER,
                        "region", target.region(),
                        "repository", target.repository(),
                        "digest", digest,
                        "size", Long.toString(size)),
                new byte[0]));
    }

    /**
     * Adds a manifest.
     *
     * @param reference a tag, or the manifest's digest
     * @param mediaType as the client says, empty if it does not
     */
    void manifest(Registries.Target target, String reference, String mediaType, byte[] bytes) throws Exception {
        submit(new Command(
                KIND,
                Map.of(
                        "what", "manifest",
                        "region", target.region(),
                        "repository", target.repository(),
                        "reference", reference,
                        "mediaType", mediaType),
                bytes));
    }

    private void submit(Command command) throws Exception {
        try {
            world.submit(command);
        } catch (AwsServiceException e) {
            throw RegistryRefusal.of(e);
        }
    }

    private @Nullable Object apply(Command command) throws RegistryRefusal {
        var target = registries.target(command.field("region"), command.field("repository"));
        if (target.room() == null) {
            throw RegistryRefusal.noRepository(target.repository(), "");
        }
        var room = target.room();
        var repository = room.repositories().get(null, target.repository());
        if (command.field("what").equals(LAYER)) {
            repository.addLayer(command.field("digest"), Long.parseLong(command.field("size")));
            return null;
        }
        var declared = command.field("mediaType");
        var manifest = ImageStore.parse(command.body(), declared.isEmpty() ? null : declared);
        var reference = command.field("reference");
        boolean byDigest = Digests.valid(reference);
        if (byDigest && !reference.equals(manifest.digest())) {
            throw RegistryRefusal.wrongDigest();
        }
        room.store().add(repository, manifest, byDigest ? null : reference);
        return null;
    }
}
