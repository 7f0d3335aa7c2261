package companion.practice.s3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tags of objects. */
final class ObjectTags {
    private static final int MOST = 10;

    private final S3Account account;

    ObjectTags(S3Account account) {
        this.account = account;
    }

    /** Reads the header in which an object's tags come with it: {@code a=b&c=d}. */
    static Map<String, String> parse(@Nullable String header) {
        var tags = new LinkedHashMap<String, String>();
        if (header == null || header.isEmpty()) {
            return tags;
        }
        for (var pair : header.split("&")) {
            var parts = pair.split("=", 2);
            tags.put(Keys.decode(parts[0]), parts.length < 2 ? "" : Keys.decode(parts[1]));
        }
        return checked(tags);
    }

    GetObjectTaggingResponse get(GetObjectTaggingRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var version = Versions.existing(bucket, request.key(), request.versionId());
        return GetObjectTaggingResponse.builder()
                .tagSet(version.tags().entrySet().stream()
                        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                        .toList())
                .versionId(Versions.shownId(bucket, version))
                .build();
    }

    PutObjectTaggingResponse put(PutObjectTaggingRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var version = Versions.existing(bucket, request.key(), request.versionId());
        if (request.tagging() == null) {
            throw BucketSettings.malformed();
        }
        bucket.replace(version.tagged(checked(asMap(BucketDocuments.unique(request.tagging().tagSet())))));
        return PutObjectTaggingResponse.builder()
                .versionId(Versions.shownId(bucket, version))
                .build();
    }

    DeleteObjectTaggingResponse delete(DeleteObjectTaggingRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var version = Versions.existing(bucket, request.key(), request.versionId());
        bucket.replace(version.tagged(Map.of()));
        return DeleteObjectTaggingResponse.builder()
                .versionId(Versions.shownId(bucket, version))
                .build();
    }

    private static Map<String, String> asMap(List<Tag> tags) {
        var map = new LinkedHashMap<String, String>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    private static Map<String, String> checked(Map<String, String> tags) {
        if (tags.size() > MOST) {
            throw S3Faults.bad("BadRequest", "Object tags cannot be greater than 10");
        }
        return tags;
    }
}
