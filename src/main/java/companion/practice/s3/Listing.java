package companion.practice.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** ListObjectsV2 and its older form. */
final class Listing {
    private static final int MOST = 1000;

    private final S3Account account;

    Listing(S3Account account) {
        this.account = account;
    }

    private record Page(List<ObjectVersion> objects, List<String> prefixes, @Nullable String next) {
        int size() {
            return objects.size() + prefixes.size();
        }
    }

    ListObjectsV2Response list(ListObjectsV2Request request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        int most = most(request.maxKeys());
        var after = request.continuationToken() == null
                ? Objects.requireNonNullElse(request.startAfter(), "")
                : Tokens.decode(request.continuationToken());
        var page = page(bucket, Folding.of(request.prefix(), request.delimiter()), after, most);
        var encoding = request.encodingTypeAsString();
        boolean owner = Boolean.TRUE.equals(request.fetchOwner());
        return ListObjectsV2Response.builder()
                .name(bucket.name())
                .prefix(Objects.requireNonNullElse(Keys.shown(request.prefix(), encoding), ""))
                .delimiter(Keys.shown(request.delimiter(), encoding))
                .encodingType(encoding)
                .maxKeys(most)
                .keyCount(page.size())
                .startAfter(Keys.shown(request.startAfter(), encoding))
                .isTruncated(page.next != null)
                .continuationToken(request.continuationToken())
                .nextContinuationToken(page.next == null ? null : Tokens.encode(page.next))
                .contents(page.objects.stream().map(v -> entry(v, encoding, owner)).toList())
                .commonPrefixes(prefixes(page.prefixes, encoding))
                .build();
    }

    ListObjectsResponse list(ListObjectsRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        int most = most(request.maxKeys());
        var after = Objects.requireNonNullElse(request.marker(), "");
        var page = page(bucket, Folding.of(request.prefix(), request.delimiter()), after, most);
        var encoding = request.encodingTypeAsString();
        return ListObjectsResponse.builder()
                .name(bucket.name())
                .prefix(Objects.requireNonNullElse(Keys.shown(request.prefix(), encoding), ""))
                .delimiter(Keys.shown(request.delimiter(), encoding))
                .encodingType(encoding)
                .maxKeys(most)
                .marker(Objects.requireNonNullElse(Keys.shown(request.marker(), encoding), ""))
                .isTruncated(page.next != null)
                .nextMarker(request.delimiter() == null ? null : Keys.shown(page.next, encoding))
                .contents(page.objects.stream().map(v -> entry(v, encoding, true)).toList())
                .commonPrefixes(prefixes(page.prefixes, encoding))
                .build();
    }

    /** @param after a key or a common prefix; what it stands for has been shown */
    private static Page page(Bucket bucket, Folding folding, String after, int most) {
        var objects = new ArrayList<ObjectVersion>();
        var prefixes = new TreeSet<String>();
        String last = null;
        for (var entry : bucket.from(folding.prefix()).entrySet()) {
            var key = entry.getKey();
            if (!key.startsWith(folding.prefix())) {
                break;
            }
            var latest = entry.getValue().getFirst();
            var folded = folding.fold(key);
            var shown = folded == null ? key : folded;
            if (shown.compareTo(after) <= 0 || latest.isDeleteMarker() || prefixes.contains(shown)) {
                continue;
            }
            if (objects.size() + prefixes.size() == most) {
                return new Page(objects, List.copyOf(prefixes), last);
            }
            if (folded == null) {
                objects.add(latest);
            } else {
                prefixes.add(folded);
            }
            last = shown;
        }
        return new Page(objects, List.copyOf(prefixes), null);
    }

    private S3Object entry(ObjectVersion version, @Nullable String encoding, boolean owner) {
        var entry = S3Object.builder()
                .key(Keys.shown(version.key(), encoding))
                .lastModified(version.lastModified())
                .eTag(version.etag())
                .size(version.size())
                .storageClass(version.attributes().storageClass());
        return owner ? entry.owner(o -> o.id(account.ownerId())).build() : entry.build();
    }

    static List<CommonPrefix> prefixes(List<String> prefixes, @Nullable String encoding) {
        return prefixes.stream()
                .map(p -> CommonPrefix.builder().prefix(Keys.shown(p, encoding)).build())
                .toList();
    }

    static int most(@Nullable Integer asked) {
        if (asked != null && asked < 0) {
            throw S3Faults.bad("InvalidArgument", "Argument max-keys must be an integer between 0 and 2147483647");
        }
        return Math.min(Objects.requireNonNullElse(asked, MOST), MOST);
    }
}
