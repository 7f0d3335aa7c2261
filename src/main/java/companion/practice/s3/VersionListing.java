package companion.practice.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** ListObjectVersions: all versions and delete markers, by key, the latest first. */
final class VersionListing {
    private final S3Account account;

    VersionListing(S3Account account) {
        this.account = account;
    }

    ListObjectVersionsResponse list(ListObjectVersionsRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        if (request.versionIdMarker() != null && request.keyMarker() == null) {
            throw S3Faults.bad("InvalidArgument", "A version-id marker cannot be specified without a key marker.");
        }
        int most = Listing.most(request.maxKeys());
        var folding = Folding.of(request.prefix(), request.delimiter());
        var encoding = request.encodingTypeAsString();
        var shown = new ArrayList<ObjectVersion>();
        var prefixes = new TreeSet<String>();
        Place last = null;
        boolean truncated = false;
        for (var place : places(bucket, folding, request.keyMarker(), request.versionIdMarker())) {
            if (place.folded != null && prefixes.contains(place.folded)) {
                continue;
            }
            if (shown.size() + prefixes.size() == most) {
                truncated = true;
                break;
            }
            if (place.folded == null) {
                shown.add(place.version);
            } else {
                prefixes.add(place.folded);
            }
            last = place;
        }
        var response = ListObjectVersionsResponse.builder()
                .name(bucket.name())
                .prefix(Objects.requireNonNullElse(Keys.shown(request.prefix(), encoding), ""))
                .delimiter(Keys.shown(request.delimiter(), encoding))
                .encodingType(encoding)
                .maxKeys(most)
                .keyMarker(Objects.requireNonNullElse(Keys.shown(request.keyMarker(), encoding), ""))
                .versionIdMarker(Objects.requireNonNullElse(request.versionIdMarker(), ""))
                .isTruncated(truncated)
                .commonPrefixes(Listing.prefixes(List.copyOf(prefixes), encoding))
                .versions(versions(bucket, shown, encoding))
                .deleteMarkers(deleteMarkers(bucket, shown, encoding));
        if (truncated && last != null) {
            response.nextKeyMarker(Keys.shown(last.folded == null ? last.version.key() : last.folded, encoding))
                    .nextVersionIdMarker(last.folded == null ? last.version.versionId() : null);
        }
        return response.build();
    }

    /** @param folded the common prefix that stands for the version; null if it is shown itself */
    private record Place(ObjectVersion version, @Nullable String folded) {}

    private static List<Place> places(
            Bucket bucket, Folding folding, @Nullable String keyMarker, @Nullable String versionIdMarker) {
        var marker = Objects.requireNonNullElse(keyMarker, "");
        var places = new ArrayList<Place>();
        for (var entry : bucket.from(folding.prefix()).entrySet()) {
            var key = entry.getKey();
            if (!key.startsWith(folding.prefix())) {
                break;
            }
            var folded = folding.fold(key);
            int order = (folded == null ? key : folded).compareTo(marker);
            boolean within = order == 0 && versionIdMarker != null && folded == null;
            if (order > 0 || within) {
                var versions = within ? olderThan(bucket, key, versionIdMarker) : entry.getValue();
                versions.forEach(version -> places.add(new Place(version, folded)));
            }
        }
        return places;
    }

    private static List<ObjectVersion> olderThan(Bucket bucket, String key, String versionId) {
        var versions = bucket.olderThan(key, versionId);
        if (versions == null) {
            throw S3Faults.bad("InvalidArgument", "Invalid version id specified");
        }
        return versions;
    }

    private List<software.amazon.awssdk.services.s3.model.ObjectVersion> versions(
            Bucket bucket, List<ObjectVersion> shown, @Nullable String encoding) {
        return shown.stream()
                .filter(version -> !version.isDeleteMarker())
                .map(version -> software.amazon.awssdk.services.s3.model.ObjectVersion.builder()
                        .key(Keys.shown(version.key(), encoding))
                        .versionId(version.versionId())
                        .isLatest(version == bucket.latest(version.key()))
                        .lastModified(version.lastModified())
                        .eTag(version.etag())
                        .size(version.size())
                        .storageClass(version.attributes().storageClass())
                        .owner(owner -> owner.id(account.ownerId()))
                        .build())
                .toList();
    }

    private List<DeleteMarkerEntry> deleteMarkers(
            Bucket bucket, List<ObjectVersion> shown, @Nullable String encoding) {
        return shown.stream()
                .filter(ObjectVersion::isDeleteMarker)
                .map(version -> DeleteMarkerEntry.builder()
                        .key(Keys.shown(version.key(), encoding))
                        .versionId(version.versionId())
                        .isLatest(version == bucket.latest(version.key()))
                        .lastModified(version.lastModified())
                        .owner(owner -> owner.id(account.ownerId()))
                        .build())
                .toList();
    }
}
