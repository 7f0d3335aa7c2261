package companion.practice.s3;

import companion.practice.world.World;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** DeleteObject and DeleteObjects: without a version id, a versioned bucket only gets a delete marker. */
final class Deleting {
    private static final int MOST = 1000;

    private final World world;
    private final S3Account account;
    private final Writing writing;

    Deleting(World world, S3Account account, Writing writing) {
        this.world = world;
        this.account = account;
        this.writing = writing;
    }

    DeleteObjectResponse delete(DeleteObjectRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        checkMatch(bucket, Keys.valid(request.key()), request.ifMatch());
        var gone = delete(bucket, request.key(), request.versionId());
        return DeleteObjectResponse.builder()
                .deleteMarker(gone.deleteMarker())
                .versionId(gone.versionId() == null ? gone.deleteMarkerVersionId() : gone.versionId())
                .build();
    }

    DeleteObjectsResponse delete(DeleteObjectsRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var delete = request.delete();
        if (delete == null || delete.objects().isEmpty() || delete.objects().size() > MOST) {
            throw BucketSettings.malformed();
        }
        var deleted = new ArrayList<DeletedObject>();
        var errors = new ArrayList<S3Error>();
        for (var object : delete.objects()) {
            try {
                checkMatch(bucket, Keys.valid(object.key()), object.eTag());
                deleted.add(delete(bucket, object.key(), object.versionId()));
            } catch (AwsServiceException e) {
                errors.add(error(object, e));
            }
        }
        boolean quiet = Boolean.TRUE.equals(delete.quiet());
        return DeleteObjectsResponse.builder()
                .deleted(quiet ? null : deleted)
                .errors(errors.isEmpty() ? null : errors)
                .build();
    }

    private DeletedObject delete(Bucket bucket, String key, @Nullable String versionId) {
        var gone = DeletedObject.builder().key(key);
        if (versionId != null) {
            var version = bucket.version(key, versionId);
            if (version != null) {
                bucket.remove(version);
                if (version.isDeleteMarker()) {
                    gone.deleteMarker(true).deleteMarkerVersionId(versionId);
                }
            }
            return gone.versionId(versionId).build();
        }
        if (bucket.versioning() == null) {
            var version = bucket.latest(key);
            if (version != null) {
                bucket.remove(version);
            }
            return gone.build();
        }
        var marker = ObjectVersion.deleteMarker(key, writing.newVersionId(bucket), world.now());
        bucket.add(marker);
        return gone.deleteMarker(true).deleteMarkerVersionId(marker.versionId()).build();
    }

    private static void checkMatch(Bucket bucket, String key, @Nullable String match) {
        Writing.check(bucket.latest(key), match, null);
    }

    private static S3Error error(ObjectIdentifier object, AwsServiceException e) {
        return S3Error.builder()
                .key(object.key())
                .versionId(object.versionId())
                .code(e.awsErrorDetails().errorCode())
                .message(e.awsErrorDetails().errorMessage())
                .build();
    }
}
