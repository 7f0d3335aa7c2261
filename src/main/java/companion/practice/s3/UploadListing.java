package companion.practice.s3;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/** ListParts and ListMultipartUploads. */
final class UploadListing {
    private static final Comparator<Upload> ORDER =
            Comparator.comparing(Upload::key).thenComparing(Upload::initiated).thenComparing(Upload::id);

    private final S3Account account;

    UploadListing(S3Account account) {
        this.account = account;
    }

    ListPartsResponse parts(ListPartsRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var upload = Uploads.find(bucket, request.key(), request.uploadId());
        int most = Listing.most(request.maxParts());
        int after = Objects.requireNonNullElse(request.partNumberMarker(), 0);
        var found = upload.parts().tailMap(after, false).values().stream()
                .limit(most + 1L)
                .toList();
        var shown = found.subList(0, Math.min(most, found.size()));
        boolean truncated = found.size() > shown.size();
        return ListPartsResponse.builder()
                .bucket(bucket.name())
                .key(upload.key())
                .uploadId(upload.id())
                .partNumberMarker(after)
                .nextPartNumberMarker(truncated ? shown.getLast().number() : null)
                .maxParts(most)
                .isTruncated(truncated)
                .parts(shown.stream()
                        .map(part -> Part.builder()
                                .partNumber(part.number())
                                .lastModified(part.lastModified())
                                .eTag(part.etag())
                                .size(part.size())
                                .build())
                        .toList())
                .initiator(initiator -> initiator.id(account.ownerId()))
                .owner(owner -> owner.id(account.ownerId()))
                .storageClass(upload.attributes().storageClass())
                .build();
    }

    ListMultipartUploadsResponse uploads(ListMultipartUploadsRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        int most = Listing.most(request.maxUploads());
        var prefix = Objects.requireNonNullElse(request.prefix(), "");
        var sorted = bucket.uploads().values().stream()
                .filter(upload -> upload.key().startsWith(prefix))
                .sorted(ORDER)
                .toList();
        var encoding = request.encodingTypeAsString();
        var found = sorted.stream()
                .skip(shownBefore(sorted, request.keyMarker(), request.uploadIdMarker()))
                .limit(most + 1L)
                .toList();
        var shown = found.subList(0, Math.min(most, found.size()));
        boolean truncated = found.size() > shown.size();
        return ListMultipartUploadsResponse.builder()
                .bucket(bucket.name())
                .prefix(Keys.shown(request.prefix(), encoding))
                .encodingType(encoding)
                .maxUploads(most)
                .isTruncated(truncated)
                .nextKeyMarker(truncated ? Keys.shown(shown.getLast().key(), encoding) : null)
                .nextUploadIdMarker(truncated ? shown.getLast().id() : null)
                .uploads(shown.stream()
                        .map(upload -> MultipartUpload.builder()
                                .key(Keys.shown(upload.key(), encoding))
                                .uploadId(upload.id())
                                .initiated(upload.initiated())
                                .storageClass(upload.attributes().storageClass())
                                .owner(owner -> owner.id(account.ownerId()))
                                .initiator(initiator -> initiator.id(account.ownerId()))
                                .build())
                        .toList())
                .build();
    }

    /**
     * How many of the uploads come before the markers' place: all of the key, or those up to the upload named with it.
     */
    private static int shownBefore(List<Upload> sorted, @Nullable String key, @Nullable String uploadId) {
        int before = 0;
        for (int i = 0; key != null && i < sorted.size(); i++) {
            int order = sorted.get(i).key().compareTo(key);
            if (order < 0 || order == 0 && (uploadId == null || before == i)) {
                before = i + 1;
            }
            if (order == 0 && sorted.get(i).id().equals(uploadId)) {
                return before;
            }
        }
        return before;
    }
}
