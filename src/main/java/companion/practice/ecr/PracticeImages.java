package companion.practice.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.Images;
import companion.practice.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The container engine's side of images, over the account's repositories and the public images. One for all regions.
 */
public final class PracticeImages implements Images {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLATFORM = "linux/amd64";
    private static final Pattern ECR = Pattern.compile("(\\d{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com");
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");

    private final World world;
    private final String account;
    private final Registries registries;
    private final Map<String, ContainerImage> unpacked = new HashMap<>();

    /** @param regions the ECR room of a region, null if there is no such region */
    public PracticeImages(
            World world,
            String account,
            PublicImages publicImages,
            Function<String, @Nullable PracticeEcr> regions) {
        this.world = world;
        this.account = account;
        this.registries = new Registries(publicImages, regions);
    }

    /**
     * Of an index: the image for linux/amd64. The texts are those of containerd, which runs under Docker and Fargate.
     */
    @Override
    public ContainerImage pull(String reference) throws ImageNotFound {
        var wanted = ImageReference.parse(reference);
        var source = source(wanted);
        var manifest = source == null ? null : source.find(wanted.reference());
        if (source == null || manifest == null) {
            throw new ImageNotFound(wanted + ": not found");
        }
        if (manifest.isIndex()) {
            manifest = manifest.manifests().stream()
                    .filter(part -> PLATFORM.equals(part.platform()))
                    .map(part -> source.find(part.digest()))
                    .findFirst()
                    .orElse(null);
            if (manifest == null) {
                throw new ImageNotFound(
                        "image Manifest does not contain descriptor matching platform '" + PLATFORM + "'");
            }
        }
        try {
            return unpack(manifest);
        } catch (IOException e) {
            throw new ImageNotFound("failed to unpack image on snapshotter overlayfs: " + e.getMessage());
        }
    }

    @Override
    public ContainerImage build(
            ContainerImage base,
            Map<String, byte[]> added,
            Map<String, List<String>> configuration,
            List<String> history) {
        var built = new ImageBuild(world.blobs(), world.now()).build(base.digest(), added, configuration, history);
        try {
            return unpack(built);
        } catch (IOException e) {
            throw new UncheckedIOException("What was just packed cannot be unpacked", e);
        }
    }

    @Override
    public int push(ContainerImage image, String reference) throws ImageNotFound {
        var wanted = ImageReference.parse(reference);
        var target = target(wanted);
        if (target == null) {
            throw new ImageNotFound("denied: requested access to the resource is denied");
        }
        var repository = target.find();
        if (repository == null || target.room() == null) {
            throw new ImageNotFound("name unknown: The repository with name '" + target.repository()
                    + "' does not exist in the registry with id '" + account + "'");
        }
        var manifest = Manifest.parse(Digests.bytes(world.blobs(), image.digest()), null);
        var config = manifest.config();
        if (config != null) {
            repository.addLayer(config.digest(), config.size());
        }
        manifest.layers().forEach(layer -> repository.addLayer(layer.digest(), layer.size()));
        try {
            var tag = Digests.valid(wanted.reference()) ? null : wanted.reference();
            target.room().store().add(repository, manifest, tag);
        } catch (AwsServiceException e) {
            throw new ImageNotFound("tag invalid: " + e.awsErrorDetails().errorMessage());
        }
        return manifest.bytes().length;
    }

    private @Nullable ImageSource source(ImageReference wanted) throws ImageNotFound {
        var ecr = ECR.matcher(wanted.host());
        if (ecr.matches() && !ecr.group(1).equals(account)) {
            throw new ImageNotFound("unexpected status from HEAD request to https://" + wanted.host() + "/v2/"
                    + wanted.path() + "/manifests/" + wanted.reference() + ": 403 Forbidden");
        }
        var target = target(wanted);
        if (target != null) {
            return target.find();
        }
        var name = wanted.host() + "/" + wanted.path();
        var open = registries.publicImage(name);
        if (open == null && wanted.host().equals("docker.io")) {
            throw new ImageNotFound("pull access denied, repository does not exist or may require authorization: server"
                    + " message: insufficient_scope: authorization failed");
        }
        if (open == null && !wanted.host().equals("public.ecr.aws")) {
            throw new ImageNotFound("failed to do request: Head \"https://" + wanted.host() + "/v2/" + wanted.path()
                    + "/manifests/" + wanted.reference() + "\": dial tcp: lookup "
                    + wanted.host().replaceFirst(":\\d+$", "") + ": no such host");
        }
        return open;
    }

    /** The repository of the account that is meant, null if it is none of the account. */
    private Registries.@Nullable Target target(ImageReference wanted) {
        var ecr = ECR.matcher(wanted.host());
        if (ecr.matches()) {
            return ecr.group(1).equals(account) ? registries.target(ecr.group(2), wanted.path()) : null;
        }
        return LOOPBACK.matcher(wanted.host()).matches() ? registries.target(wanted.path()) : null;
    }

    private ContainerImage unpack(Manifest manifest) throws IOException {
        var known = unpacked.get(manifest.digest());
        if (known == null) {
            known = read(manifest);
            unpacked.put(manifest.digest(), known);
        }
        return known;
    }

    private ContainerImage read(Manifest manifest) throws IOException {
        if (manifest.config() == null) {
            throw new IOException("an index within an index");
        }
        var files = new ImageFiles(world.blobs());
        for (var layer : manifest.layers()) {
            files.add(Digests.bytes(world.blobs(), layer.digest()));
        }
        var root = JSON.readTree(Digests.bytes(world.blobs(), manifest.config().digest()));
        var config = root.path("config");
        var ports = new ArrayList<Integer>();
        config.path("ExposedPorts").fieldNames().forEachRemaining(port -> ports.add(
                Integer.parseInt(port.replaceFirst("/.*", ""))));
        var environment = new LinkedHashMap<String, String>();
        for (var pair : texts(config.path("Env"))) {
            var parts = pair.split("=", 2);
            environment.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        var folder = config.path("WorkingDir").asText();
        return new ContainerImage(
                manifest.digest(),
                root.path("os").asText("linux"),
                root.path("architecture").asText("amd64"),
                texts(config.path("Entrypoint")),
                texts(config.path("Cmd")),
                environment,
                folder.isEmpty() ? null : folder,
                ports,
                files.byPath());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }
}
