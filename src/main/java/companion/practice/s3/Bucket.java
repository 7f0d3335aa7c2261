package companion.practice.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A bucket and its objects; of each key all versions, the latest first. */
final class Bucket {
    private final String name;
    private final String region;
    private final Instant created;
    private final Settings settings = new Settings();
    private final NavigableMap<String, List<ObjectVersion>> objects = new TreeMap<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private final Map<Identity, Integer> ages = new HashMap<>();
    private @Nullable BucketVersioningStatus versioning;
    private int additions;

    private record Identity(String key, String versionId) {}

    Bucket(String name, String region, Instant created) {
        this.name = name;
        this.region = region;
        this.created = created;
    }

    String name() {
        return name;
    }

    String region() {
        return region;
    }

    Instant created() {
        return created;
    }

    Settings settings() {
        return settings;
    }

    /** Uploads that are under way, by id. */
    Map<String, Upload> uploads() {
        return uploads;
    }

    /** Null until it is first set. */
    @Nullable BucketVersioningStatus versioning() {
        return versioning;
    }

    void setVersioning(BucketVersioningStatus status) {
        versioning = status;
    }

    boolean isVersioned() {
        return versioning == BucketVersioningStatus.ENABLED;
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    /** All versions from a key on, the keys in order. */
    NavigableMap<String, List<ObjectVersion>> from(String key) {
        return objects.tailMap(key, true);
    }

    /** The latest version, a delete marker too; null if the key has none. */
    @Nullable ObjectVersion latest(String key) {
        var versions = objects.get(key);
        return versions == null ? null : versions.getFirst();
    }

    @Nullable ObjectVersion version(String key, String versionId) {
        return objects.getOrDefault(key, List.of()).stream()
                .filter(version -> version.versionId().equals(versionId))
                .findFirst()
                .orElse(null);
    }

    /** Makes a version the latest; one of the same id, which only {@code null} can be, it replaces. */
    void add(ObjectVersion version) {
        var versions = objects.computeIfAbsent(version.key(), key -> new ArrayList<>());
        versions.removeIf(other -> other.versionId().equals(version.versionId()));
        versions.addFirst(version);
        ages.put(new Identity(version.key(), version.versionId()), additions++);
    }

    /**
     * The versions of a key that are older than one of them, which may itself be gone: who empties a bucket page by
     * page names as the place to go on from what has just been deleted.
     *
     * @return null if there never was such a version
     */
    @Nullable List<ObjectVersion> olderThan(String key, String versionId) {
        var age = ages.get(new Identity(key, versionId));
        return age == null
                ? null
                : objects.getOrDefault(key, List.of()).stream()
                        .filter(version -> ages.getOrDefault(new Identity(key, version.versionId()), age) < age)
                        .toList();
    }

    /** Puts a changed version in the place of the one with its id. */
    void replace(ObjectVersion changed) {
        objects.getOrDefault(changed.key(), List.of())
                .replaceAll(other -> other.versionId().equals(changed.versionId()) ? changed : other);
    }

    void remove(ObjectVersion version) {
        var versions = objects.getOrDefault(version.key(), List.of());
        versions.remove(version);
        if (versions.isEmpty()) {
            objects.remove(version.key());
        }
    }
}
