package companion.practice.s3;

import companion.practice.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** PutObject and CopyObject. */
final class Writing {
    private static final int VERSION_ID_LENGTH = 32;

    private final World world;
    private final S3Account account;

    Writing(World world, S3Account account) {
        this.world = world;
        this.account = account;
    }

    PutObjectResponse put(PutObjectRequest request, RequestBody body) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var key = Keys.valid(request.key());
        refuseAccessList(bucket, request.aclAsString());
        if (request.objectLockModeAsString() != null || request.objectLockLegalHoldStatusAsString() != null) {
            throw S3Faults.bad("InvalidRequest", "Bucket is missing Object Lock Configuration");
        }
        check(bucket.latest(key), request.ifMatch(), request.ifNoneMatch());
        var tags = ObjectTags.parse(request.tagging());
        var bytes = read(body);
        var version = add(
                bucket, key, bytes, Digests.etag(bytes), ObjectAttributes.of(request), Checksums.of(request), tags);
        var response = PutObjectResponse.builder()
                .eTag(version.etag())
                .versionId(Versions.shownId(bucket, version))
                .serverSideEncryption(version.attributes().encryption())
                .ssekmsKeyId(version.attributes().kmsKeyId());
        version.checksums().tell(response);
        return response.build();
    }

    CopyObjectResponse copy(CopyObjectRequest request) {
        var source = CopySource.of(request);
        var from = account.bucket(source.bucket(), request.expectedSourceBucketOwner());
        var to = account.bucket(request.destinationBucket(), request.expectedBucketOwner());
        var key = Keys.valid(request.destinationKey());
        refuseAccessList(to, request.aclAsString());
        var original = Versions.existing(from, source.key(), source.versionId());
        checkSource(original, request);
        boolean replaces = "REPLACE".equals(request.metadataDirectiveAsString());
        if (from == to && key.equals(original.key()) && source.versionId() == null && !replaces
                && request.storageClass() == null && request.serverSideEncryption() == null) {
            throw S3Faults.bad(
                    "InvalidRequest",
                    "This copy request is illegal because it is trying to copy an object to itself without changing "
                            + "the object's metadata, storage class, website redirect location or encryption "
                            + "attributes.");
        }
        var tags = "REPLACE".equals(request.taggingDirectiveAsString())
                ? ObjectTags.parse(request.tagging())
                : original.tags();
        // A copy is written in one piece, whatever the original was.
        var bytes = world.blobs().get(original.blob());
        var version = add(
                to, key, bytes, Digests.etag(bytes), original.attributes().copied(request), original.checksums(), tags);
        return CopyObjectResponse.builder()
                .copyObjectResult(result -> result.eTag(version.etag()).lastModified(version.lastModified()))
                .copySourceVersionId(Versions.shownId(from, original))
                .versionId(Versions.shownId(to, version))
                .serverSideEncryption(version.attributes().encryption())
                .build();
    }

    /** Puts an object in a bucket, as a version of its own where the bucket keeps them. */
    ObjectVersion add(
            Bucket bucket,
            String key,
            byte[] bytes,
            String etag,
            ObjectAttributes attributes,
            Checksums checksums,
            Map<String, String> tags) {
        var version = new ObjectVersion(
                key,
                newVersionId(bucket),
                false,
                world.blobs().put(bytes),
                bytes.length,
                etag,
                world.now(),
                attributes,
                checksums,
                tags);
        bucket.add(version);
        return version;
    }

    String newVersionId(Bucket bucket) {
        return bucket.isVersioned() ? world.ids().alphanumeric(VERSION_ID_LENGTH) : ObjectVersion.UNVERSIONED;
    }

    static byte[] read(RequestBody body) {
        try (var stream = body.contentStreamProvider().newStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a request body failed", e);
        }
    }

    static void refuseAccessList(Bucket bucket, @Nullable String acl) {
        boolean enforced = bucket.settings().ownership == ObjectOwnership.BUCKET_OWNER_ENFORCED;
        if (enforced && Buckets.isAccessList(acl) && !"bucket-owner-full-control".equals(acl)) {
            throw S3Faults.bad("AccessControlListNotSupported", "The bucket does not allow ACLs");
        }
    }

    static void check(@Nullable ObjectVersion latest, @Nullable String match, @Nullable String noneMatch) {
        var existing = latest == null || latest.isDeleteMarker() ? null : latest;
        if (match != null) {
            if (existing == null) {
                throw S3Faults.noSuchKey();
            }
            if (!Digests.same(existing.etag(), match)) {
                throw S3Faults.preconditionFailed();
            }
        }
        if (noneMatch != null && existing != null && Digests.same(existing.etag(), noneMatch)) {
            throw S3Faults.preconditionFailed();
        }
    }

    private static void checkSource(ObjectVersion original, CopyObjectRequest request) {
        var match = Objects.requireNonNullElse(request.copySourceIfMatch(), "*");
        var noneMatch = request.copySourceIfNoneMatch();
        if (!Digests.same(original.etag(), match) || noneMatch != null && Digests.same(original.etag(), noneMatch)) {
            throw S3Faults.preconditionFailed();
        }
    }
}
