package companion.practice.ecr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.BatchDeleteImageResponse;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageFailure;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/** BatchGetImage and BatchDeleteImage over one repository: what fails, fails image by image. */
final class ImageBatches {
    private final ImageRepository repository;
    private final ImageStore store;

    ImageBatches(ImageRepository repository, ImageStore store) {
        this.repository = repository;
        this.store = store;
    }

    BatchGetImageResponse get(List<ImageIdentifier> ids) {
        var images = new ArrayList<Image>();
        var failures = new ArrayList<ImageFailure>();
        for (var id : ids) {
            var manifest = find(id);
            if (manifest == null) {
                failures.add(failure(id));
            } else {
                images.add(Image.builder()
                        .registryId(repository.registryId())
                        .repositoryName(repository.name())
                        .imageId(id.toBuilder().imageDigest(manifest.digest()).build())
                        .imageManifest(new String(manifest.bytes(), StandardCharsets.UTF_8))
                        .imageManifestMediaType(manifest.mediaType())
                        .build());
            }
        }
        return BatchGetImageResponse.builder().images(images).failures(failures).build();
    }

    BatchDeleteImageResponse delete(List<ImageIdentifier> ids) {
        var deleted = new ArrayList<ImageIdentifier>();
        var failures = new ArrayList<ImageFailure>();
        for (var id : ids) {
            var manifest = find(id);
            var parent = manifest == null ? null : parent(manifest.digest());
            boolean lastTag = manifest != null
                    && (id.imageTag() == null || repository.tagsOf(manifest.digest()).size() == 1);
            if (manifest == null) {
                failures.add(failure(id));
            } else if (parent != null && lastTag) {
                failures.add(failure(
                        id,
                        ImageFailureCode.IMAGE_REFERENCED_BY_MANIFEST_LIST,
                        "Requested image referenced by manifest list: [" + parent + "]"));
            } else {
                deleted.addAll(gone(id, manifest.digest()));
                store.remove(repository, manifest, id.imageTag());
            }
        }
        return BatchDeleteImageResponse.builder()
                .imageIds(deleted)
                .failures(failures)
                .build();
    }

    private @Nullable Manifest find(ImageIdentifier id) {
        var digest = id.imageDigest();
        if (id.imageTag() != null) {
            var target = repository.digestOf(id.imageTag());
            if (target == null || digest != null && !digest.equals(target)) {
                return null;
            }
            digest = target;
        }
        return digest == null ? null : repository.find(digest);
    }

    private @Nullable String parent(String digest) {
        return repository.images().stream()
                .map(ImageRepository.StoredImage::manifest)
                .filter(each -> each.manifests().stream().anyMatch(part -> part.digest().equals(digest)))
                .map(Manifest::digest)
                .findFirst()
                .orElse(null);
    }

    private List<ImageIdentifier> gone(ImageIdentifier id, String digest) {
        if (id.imageTag() != null) {
            return List.of(id.toBuilder().imageDigest(digest).build());
        }
        var tags = repository.tagsOf(digest);
        return tags.isEmpty()
                ? List.of(id)
                : tags.stream().map(tag -> id.toBuilder().imageTag(tag).build()).toList();
    }

    private ImageFailure failure(ImageIdentifier id) {
        if (id.imageDigest() == null && id.imageTag() == null) {
            return failure(
                    id,
                    ImageFailureCode.MISSING_DIGEST_AND_TAG,
                    "Invalid request parameters: both tag and digest cannot be null");
        }
        if (id.imageDigest() != null && !Digests.valid(id.imageDigest())) {
            return failure(
                    id,
                    ImageFailureCode.INVALID_IMAGE_DIGEST,
                    "Invalid request parameters: image digest should satisfy the regex"
                            + " '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'");
        }
        return failure(id, ImageFailureCode.IMAGE_NOT_FOUND, "Requested image not found");
    }

    private static ImageFailure failure(ImageIdentifier id, ImageFailureCode code, String reason) {
        return ImageFailure.builder()
                .imageId(id)
                .failureCode(code)
                .failureReason(reason)
                .build();
    }
}
