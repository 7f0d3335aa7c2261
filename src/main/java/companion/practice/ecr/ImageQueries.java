package companion.practice.ecr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageStatus;
import software.amazon.awssdk.services.ecr.model.ListImagesRequest;
import software.amazon.awssdk.services.ecr.model.ListImagesResponse;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** ListImages and DescribeImages over one repository. */
final class ImageQueries {
    private final ImageRepository repository;

    ImageQueries(ImageRepository repository) {
        this.repository = repository;
    }

    ListImagesResponse list(ListImagesRequest request) {
        var wanted = request.filter() == null ? null : request.filter().tagStatus();
        var ids = new ArrayList<ImageIdentifier>();
        for (var image : repository.images()) {
            var digest = image.manifest().digest();
            var tags = repository.tagsOf(digest);
            if (!matches(wanted, tags)) {
                continue;
            }
            if (tags.isEmpty()) {
                ids.add(ImageIdentifier.builder().imageDigest(digest).build());
            }
            for (var tag : tags) {
                ids.add(ImageIdentifier.builder().imageDigest(digest).imageTag(tag).build());
            }
        }
        var page = Slice.of(ids, request.nextToken(), request.maxResults());
        return ListImagesResponse.builder()
                .imageIds(page.items())
                .nextToken(page.next())
                .build();
    }

    DescribeImagesResponse describe(DescribeImagesRequest request) {
        if (request.hasImageIds()) {
            var found = new LinkedHashSet<ImageRepository.StoredImage>();
            request.imageIds().forEach(id -> found.add(get(id)));
            return DescribeImagesResponse.builder()
                    .imageDetails(found.stream().map(this::detail).toList())
                    .build();
        }
        var wanted = request.filter() == null ? null : request.filter().tagStatus();
        var all = repository.images().stream()
                .filter(image -> matches(wanted, repository.tagsOf(image.manifest().digest())))
                .map(this::detail)
                .toList();
        var page = Slice.of(all, request.nextToken(), request.maxResults());
        return DescribeImagesResponse.builder()
                .imageDetails(page.items())
                .nextToken(page.next())
                .build();
    }

    private ImageRepository.StoredImage get(ImageIdentifier id) {
        var digest = id.imageDigest() != null ? id.imageDigest() : repository.digestOf(String.valueOf(id.imageTag()));
        var image = digest == null ? null : repository.image(digest);
        boolean tagFits = id.imageTag() == null || digest != null && digest.equals(repository.digestOf(id.imageTag()));
        if (image == null || !tagFits) {
            throw Refusals.noImage(id.imageDigest(), id.imageTag(), repository.name(), repository.registryId());
        }
        return image;
    }

    private ImageDetail detail(ImageRepository.StoredImage image) {
        var manifest = image.manifest();
        var tags = repository.tagsOf(manifest.digest());
        return ImageDetail.builder()
                .registryId(repository.registryId())
                .repositoryName(repository.name())
                .imageDigest(manifest.digest())
                .imageTags(tags.isEmpty() ? null : tags)
                .imageSizeInBytes(size(manifest))
                .imagePushedAt(image.pushedAt())
                .imageManifestMediaType(manifest.mediaType())
                .artifactMediaType(manifest.config() == null ? null : manifest.config().mediaType())
                .imageStatus(ImageStatus.ACTIVE)
                .build();
    }

    /** Of an index: the size of its largest image. */
    private long size(Manifest manifest) {
        return manifest.isIndex()
                ? manifest.manifests().stream()
                        .map(part -> repository.image(part.digest()))
                        .mapToLong(image -> image == null ? 0 : image.manifest().size())
                        .max()
                        .orElse(0)
                : manifest.size();
    }

    private static boolean matches(@Nullable TagStatus wanted, List<String> tags) {
        return wanted == null
                || switch (wanted) {
                    case TAGGED -> !tags.isEmpty();
                    case UNTAGGED -> tags.isEmpty();
                    case ANY, UNKNOWN_TO_SDK_VERSION -> true;
                };
    }
}
