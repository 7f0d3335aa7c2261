package companion.practice.s3;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 refuses, in its words. Source: "Error responses" of the S3 API reference. */
final class S3Faults {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private S3Faults() {}

    static AwsServiceException of(int status, String code, String message) {
        return Fault.of(S3Exception.builder(), status, code, message);
    }

    static AwsServiceException bad(String code, String message) {
        return of(400, code, message);
    }

    static AwsServiceException missing(String code, String message) {
        return of(NOT_FOUND, code, message);
    }

    static AwsServiceException noSuchBucket() {
        return Fault.of(
                NoSuchBucketException.builder(), NOT_FOUND, "NoSuchBucket", "The specified bucket does not exist");
    }

    static AwsServiceException noSuchKey() {
        return Fault.of(
                NoSuchKeyException.builder(), NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
    }

    static AwsServiceException noSuchVersion() {
        return missing("NoSuchVersion", "The specified version does not exist.");
    }

    static AwsServiceException noSuchUpload() {
        return Fault.of(
                NoSuchUploadException.builder(),
                NOT_FOUND,
                "NoSuchUpload",
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been "
                        + "aborted or completed.");
    }

    static AwsServiceException alreadyYours() {
        return Fault.of(
                BucketAlreadyOwnedByYouException.builder(),
                CONFLICT,
                "BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own it.");
    }

    static AwsServiceException notEmpty() {
        return of(CONFLICT, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    }

    static AwsServiceException accessDenied() {
        return of(403, "AccessDenied", "Access Denied");
    }

    static AwsServiceException preconditionFailed() {
        return of(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    static AwsServiceException notModified() {
        return of(304, "NotModified", "Not Modified");
    }
}
