package companion.practice.s3;

import companion.practice.world.World;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Multipart uploads: begun, filled part by part, completed into an object or aborted. */
final class Uploads {
    private static final int ID_LENGTH = 128;
    private static final int LAST_NUMBER = 10_000;
    private static final int SMALLEST_PART = 5 << 20;

    private final World world;
    private final S3Account account;
    private final Writing writing;

    Uploads(World world, S3Account account, Writing writing) {
        this.world = world;
        this.account = account;
        this.writing = writing;
    }

    CreateMultipartUploadResponse create(CreateMultipartUploadRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var key = Keys.valid(request.key());
        Writing.refuseAccessList(bucket, request.aclAsString());
        var tags = ObjectTags.parse(request.tagging());
        var upload = new Upload(
                world.ids().alphanumeric(ID_LENGTH), key, world.now(), ObjectAttributes.of(request), tags);
        bucket.uploads().put(upload.id(), upload);
        return CreateMultipartUploadResponse.builder()
                .bucket(bucket.name())
                .key(key)
                .uploadId(upload.id())
                .serverSideEncryption(upload.attributes().encryption())
                .checksumAlgorithm(request.checksumAlgorithmAsString())
                .checksumType(request.checksumTypeAsString())
                .build();
    }

    UploadPartResponse part(UploadPartRequest request, RequestBody body) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var upload = find(bucket, request.key(), request.uploadId());
        var number = request.partNumber();
        if (number == null || number < 1 || number > LAST_NUMBER) {
            throw S3Faults.bad(
                    "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
        }
        var bytes = Writing.read(body);
        var etag = Digests.etag(bytes);
        upload.parts()
                .put(number, new Upload.Part(number, world.blobs().put(bytes), bytes.length, etag, world.now()));
        var response = UploadPartResponse.builder()
                .eTag(etag)
                .serverSideEncryption(upload.attributes().encryption());
        Checksums.of(request).tell(response);
        return response.build();
    }

    CompleteMultipartUploadResponse complete(CompleteMultipartUploadRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var upload = find(bucket, request.key(), request.uploadId());
        var asked = request.multipartUpload();
        if (asked == null || asked.parts().isEmpty()) {
            throw BucketSettings.malformed();
        }
        var parts = chosen(upload, asked.parts());
        Writing.check(bucket.latest(upload.key()), request.ifMatch(), request.ifNoneMatch());
        var bytes = new ByteArrayOutputStream();
        parts.forEach(part -> bytes.writeBytes(world.blobs().get(part.blob())));
        var etag = Digests.etagOfParts(parts.stream().map(Upload.Part::etag).toList());
        var version = writing.add(
                bucket, upload.key(), bytes.toByteArray(), etag, upload.attributes(), Checksums.NONE, upload.tags());
        bucket.uploads().remove(upload.id());
        return CompleteMultipartUploadResponse.builder()
                .bucket(bucket.name())
                .key(upload.key())
                .location("http://" + bucket.name() + ".s3." + bucket.region() + ".amazonaws.com/"
                        + Keys.shown(upload.key(), "url"))
                .eTag(etag)
                .versionId(Versions.shownId(bucket, version))
                .serverSideEncryption(version.attributes().encryption())
                .build();
    }

    AbortMultipartUploadResponse abort(AbortMultipartUploadRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        bucket.uploads().remove(find(bucket, request.key(), request.uploadId()).id());
        return AbortMultipartUploadResponse.builder().build();
    }

    static Upload find(Bucket bucket, @Nullable String key, @Nullable String uploadId) {
        var upload = bucket.uploads().get(Objects.requireNonNullElse(uploadId, ""));
        if (upload == null || !upload.key().equals(key)) {
            throw S3Faults.noSuchUpload();
        }
        return upload;
    }

    private static List<Upload.Part> chosen(Upload upload, List<CompletedPart> asked) {
        var parts = new ArrayList<Upload.Part>();
        for (var named : asked) {
            var part = named.partNumber() == null ? null : upload.parts().get(named.partNumber());
            if (part == null || named.eTag() == null || !Digests.same(part.etag(), named.eTag())) {
                throw S3Faults.bad(
                        "InvalidPart",
                        "One or more of the specified parts could not be found.  The part may not have been uploaded, "
                                + "or the specified entity tag may not match the part's entity tag.");
            }
            if (!parts.isEmpty() && parts.getLast().number() >= part.number()) {
                throw S3Faults.bad(
                        "InvalidPartOrder",
                        "The list of parts was not in ascending order. Parts must be ordered by part number.");
            }
            parts.add(part);
        }
        if (parts.subList(0, parts.size() - 1).stream().anyMatch(part -> part.size() < SMALLEST_PART)) {
            throw S3Faults.bad(
                    "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        }
        return parts;
    }
}
