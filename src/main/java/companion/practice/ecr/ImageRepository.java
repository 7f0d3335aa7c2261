package companion.practice.ecr;

import companion.practice.world.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.EncryptionConfiguration;
import software.amazon.awssdk.services.ecr.model.ImageScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.Repository;

/** One repository of the account: its settings, layers, images and tags. Under the world's lock only. */
final class ImageRepository implements ImageSource {

    /** @param pushedAt when this digest first came */
    record StoredImage(Manifest manifest, Instant pushedAt) {}

    private final Place place;
    private final String name;
    private final Instant created;
    private final EncryptionConfiguration encryption;
    private final Map<String, Long> layers = new TreeMap<>();
    private final Map<String, StoredImage> images = new LinkedHashMap<>();
    private final TreeMap<String, String> digestByTag = new TreeMap<>();
    private final Map<String, String> resourceTags = new TreeMap<>();
    private ImageTagMutability mutability = ImageTagMutability.MUTABLE;
    private List<ImageTagMutabilityExclusionFilter> exclusions = List.of();
    private ImageScanningConfiguration scanning =
            ImageScanningConfiguration.builder().scanOnPush(false).build();
    private @Nullable String lifecyclePolicy;
    private @Nullable String repositoryPolicy;

    ImageRepository(Place place, String name, Instant created, EncryptionConfiguration encryption) {
        this.place = place;
        this.name = name;
        this.created = created;
        this.encryption = encryption;
    }

    String name() {
        return name;
    }

    String registryId() {
        return place.account();
    }

    String arn() {
        return place.arn("ecr", "repository/" + name);
    }

    Map<String, String> resourceTags() {
        return resourceTags;
    }

    Repository describe() {
        return Repository.builder()
                .repositoryArn(arn())
                .registryId(place.account())
                .repositoryName(name)
                .repositoryUri(place.account() + ".dkr.ecr." + place.region() + ".amazonaws.com/" + name)
                .createdAt(created)
                .imageTagMutability(mutability)
                .imageTagMutabilityExclusionFilters(exclusions.isEmpty() ? null : exclusions)
                .imageScanningConfiguration(scanning)
                .encryptionConfiguration(encryption)
                .build();
    }

    void setMutability(ImageTagMutability next, List<ImageTagMutabilityExclusionFilter> filters) {
        mutability = next;
        exclusions = List.copyOf(filters);
    }

    void setScanning(ImageScanningConfiguration next) {
        scanning = next;
    }

    @Nullable String lifecyclePolicy() {
        return lifecyclePolicy;
    }

    void setLifecyclePolicy(@Nullable String text) {
        lifecyclePolicy = text;
    }

    @Nullable String repositoryPolicy() {
        return repositoryPolicy;
    }

    void setRepositoryPolicy(@Nullable String text) {
        repositoryPolicy = text;
    }

    /** Whether a tag that is there may be moved to another image. */
    boolean mayMove(String tag) {
        boolean excluded = exclusions.stream()
                .anyMatch(each -> tag.matches(("\\Q" + each.filter() + "\\E").replace("*", "\\E.*\\Q")));
        return switch (mutability) {
            case IMMUTABLE -> false;
            case IMMUTABLE_WITH_EXCLUSION -> excluded;
            case MUTABLE_WITH_EXCLUSION -> !excluded;
            case MUTABLE, UNKNOWN_TO_SDK_VERSION -> true;
        };
    }

    void addLayer(String digest, long size) {
        layers.put(digest, size);
    }

    @Nullable Long layerSize(String digest) {
        return layers.get(digest);
    }

    Collection<StoredImage> images() {
        return images.values();
    }

    @Nullable StoredImage image(String digest) {
        return images.get(digest);
    }

    @Nullable String digestOf(String tag) {
        return digestByTag.get(tag);
    }

    /** The tags of an image, sorted. */
    List<String> tagsOf(String digest) {
        var tags = new ArrayList<String>();
        digestByTag.forEach((tag, target) -> {
            if (target.equals(digest)) {
                tags.add(tag);
            }
        });
        return tags;
    }

    void addImage(StoredImage image) {
        images.putIfAbsent(image.manifest().digest(), image);
    }

    void tag(String tag, String digest) {
        digestByTag.put(tag, digest);
    }

    void untag(String tag) {
        digestByTag.remove(tag);
    }

    /** Takes out an image with all its tags. */
    void removeImage(String digest) {
        images.remove(digest);
        digestByTag.values().removeIf(digest::equals);
    }

    @Override
    public @Nullable Manifest find(String reference) {
        var digest = digestByTag.getOrDefault(reference, reference);
        var image = images.get(digest);
        return image == null ? null : image.manifest();
    }

    @Override
    public boolean hasLayer(String digest) {
        return layers.containsKey(digest);
    }

    @Override
    public List<String> tags() {
        return List.copyOf(digestByTag.keySet());
    }
}
