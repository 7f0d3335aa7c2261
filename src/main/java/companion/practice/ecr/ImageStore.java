package companion.practice.ecr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.Fabric;
import companion.practice.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.ImageDigestDoesNotMatchException;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageTagAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.PutImageRequest;
import software.amazon.awssdk.services.ecr.model.ReferencedImagesNotFoundException;

/** How images come into a repository and go, whichever way the client took, with the events that follow. */
final class ImageStore {
    private final World world;
    private final Fabric fabric;

    ImageStore(World world, Fabric fabric) {
        this.world = world;
        this.fabric = fabric;
    }

    /** PutImage, which unlike a push refuses what is there already. */
    Image put(ImageRepository repository, PutImageRequest request) {
        if (request.imageManifest() == null) {
            throw Refusals.invalid("imageManifest", "must not be null");
        }
        var bytes = request.imageManifest().getBytes(StandardCharsets.UTF_8);
        var manifest = parse(bytes, request.imageManifestMediaType());
        if (request.imageDigest() != null && !request.imageDigest().equals(manifest.digest())) {
            throw Refusals.fault(
                    ImageDigestDoesNotMatchException.builder(),
                    "The specified image digest does not match the digest that Amazon ECR calculated for the image.");
        }
        boolean there = repository.image(manifest.digest()) != null;
        var tag = request.imageTag();
        if (there && (tag == null || manifest.digest().equals(repository.digestOf(tag)))) {
            throw Refusals.fault(
                    ImageAlreadyExistsException.builder(),
                    "Image with digest"
                            + " '" + manifest.digest() + "' and tag '" + tag + "' already exists in the repository"
                            + " with name '" + repository.name() + "' in registry with id '" + repository.registryId()
                            + "'");
        }
        add(repository, manifest, tag);
        return Image.builder()
                .registryId(repository.registryId())
                .repositoryName(repository.name())
                .imageId(ImageIdentifier.builder()
                        .imageDigest(manifest.digest())
                        .imageTag(tag)
                        .build())
                .imageManifest(request.imageManifest())
                .imageManifestMediaType(manifest.mediaType())
                .build();
    }

    static Manifest parse(byte[] bytes, @Nullable String mediaType) {
        try {
            return Manifest.parse(bytes, mediaType);
        } catch (IllegalArgumentException e) {
            throw Refusals.invalid("ImageManifest", String.valueOf(e.getMessage()));
        }
    }

    /** Adds an image of which the layers are there, and moves a tag to it. */
    void add(ImageRepository repository, Manifest manifest, @Nullable String tag) {
        refuseIncomplete(repository, manifest);
        if (tag != null) {
            Refusals.tag(tag);
            if (repository.digestOf(tag) != null && !repository.mayMove(tag)) {
                throw Refusals.fault(
                        ImageTagAlreadyExistsException.builder(),
                        "The image tag '" + tag + "' already exists in the '" + repository.name()
                                + "' repository and cannot be overwritten because the repository is immutable.");
            }
        }
        Digests.keep(world.blobs(), manifest.bytes());
        repository.addImage(new ImageRepository.StoredImage(manifest, world.now()));
        if (tag != null) {
            repository.tag(tag, manifest.digest());
        }
        tell(repository, "PUSH", manifest, tag);
    }

    /** Takes out an image, or only a tag of it where it has others. */
    void remove(ImageRepository repository, Manifest manifest, @Nullable String tag) {
        if (tag != null && repository.tagsOf(manifest.digest()).size() > 1) {
            repository.untag(tag);
        } else {
            repository.removeImage(manifest.digest());
        }
        tell(repository, "DELETE", manifest, tag);
    }

    private static void refuseIncomplete(ImageRepository repository, Manifest manifest) {
        var missing = manifest.layers().stream()
                .filter(layer -> !layer.foreign() && !repository.hasLayer(layer.digest()))
                .map(Manifest.Part::digest)
                .distinct()
                .toList();
        if (manifest.config() != null && !repository.hasLayer(manifest.config().digest())) {
            missing = Stream.concat(
                            Stream.of(manifest.config().digest()), missing.stream())
                    .toList();
        }
        if (!missing.isEmpty()) {
            throw Refusals.noLayers(missing, repository.name(), repository.registryId());
        }
        var images = manifest.manifests().stream()
                .map(Manifest.Part::digest)
                .filter(digest -> repository.image(digest) == null)
                .toList();
        if (!images.isEmpty()) {
            throw Refusals.fault(
                    ReferencedImagesNotFoundException.builder(),
                    "Images with digests '" + images + "' required for pushing image into repository with name '"
                            + repository.name() + "' in the registry with id '" + repository.registryId()
                            + "' do not exist");
        }
    }

    /** The event, as in the ECR user guide under "Amazon ECR events and EventBridge". */
    private void tell(ImageRepository repository, String action, Manifest manifest, @Nullable String tag) {
        fabric.events()
                .put("aws.ecr", "ECR Image Action", List.of(), () -> detail(repository, action, manifest, tag));
    }

    private static ObjectNode detail(
            ImageRepository repository, String action, Manifest manifest, @Nullable String tag) {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("action-type", action);
        detail.put("image-digest", manifest.digest());
        if (tag != null) {
            detail.put("image-tag", tag);
        }
        detail.put("manifest-media-type", manifest.mediaType());
        detail.put("repository-name", repository.name());
        detail.put("result", "SUCCESS");
        return detail;
    }
}
