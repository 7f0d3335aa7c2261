package companion.practice.s3;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;

/** The settings of a bucket that are always there in some form. */
final class BucketSettings {
    private final S3Account account;

    BucketSettings(S3Account account) {
        this.account = account;
    }

    GetBucketVersioningResponse versioning(GetBucketVersioningRequest request) {
        return GetBucketVersioningResponse.builder()
                .status(bucket(request.bucket(), request.expectedBucketOwner()).versioning())
                .build();
    }

    PutBucketVersioningResponse put(PutBucketVersioningRequest request) {
        var bucket = bucket(request.bucket(), request.expectedBucketOwner());
        var configuration = request.versioningConfiguration();
        if (configuration == null
                || configuration.status() == null
                || !List.of("Enabled", "Suspended").contains(configuration.statusAsString())) {
            throw malformed();
        }
        bucket.setVersioning(configuration.status());
        return PutBucketVersioningResponse.builder().build();
    }

    GetPublicAccessBlockResponse publicAccess(GetPublicAccessBlockRequest request) {
        var configuration =
                bucket(request.bucket(), request.expectedBucketOwner()).settings().publicAccess;
        if (configuration == null) {
            throw S3Faults.missing(
                    "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
        }
        return GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(configuration)
                .build();
    }

    PutPublicAccessBlockResponse put(PutPublicAccessBlockRequest request) {
        var settings = bucket(request.bucket(), request.expectedBucketOwner()).settings();
        var asked = request.publicAccessBlockConfiguration();
        if (asked == null) {
            throw malformed();
        }
        settings.publicAccess = asked.toBuilder()
                .blockPublicAcls(Boolean.TRUE.equals(asked.blockPublicAcls()))
                .ignorePublicAcls(Boolean.TRUE.equals(asked.ignorePublicAcls()))
                .blockPublicPolicy(Boolean.TRUE.equals(asked.blockPublicPolicy()))
                .restrictPublicBuckets(Boolean.TRUE.equals(asked.restrictPublicBuckets()))
                .build();
        return PutPublicAccessBlockResponse.builder().build();
    }

    DeletePublicAccessBlockResponse delete(DeletePublicAccessBlockRequest request) {
        bucket(request.bucket(), request.expectedBucketOwner()).settings().publicAccess = null;
        return DeletePublicAccessBlockResponse.builder().build();
    }

    GetBucketEncryptionResponse encryption(GetBucketEncryptionRequest request) {
        return GetBucketEncryptionResponse.builder()
                .serverSideEncryptionConfiguration(
                        bucket(request.bucket(), request.expectedBucketOwner()).settings().encryption)
                .build();
    }

    PutBucketEncryptionResponse put(PutBucketEncryptionRequest request) {
        var settings = bucket(request.bucket(), request.expectedBucketOwner()).settings();
        var configuration = request.serverSideEncryptionConfiguration();
        if (configuration == null || configuration.rules().isEmpty()) {
            throw malformed();
        }
        settings.encryption = configuration;
        return PutBucketEncryptionResponse.builder().build();
    }

    DeleteBucketEncryptionResponse delete(DeleteBucketEncryptionRequest request) {
        bucket(request.bucket(), request.expectedBucketOwner()).settings().encryption = Settings.defaultEncryption();
        return DeleteBucketEncryptionResponse.builder().build();
    }

    GetBucketOwnershipControlsResponse ownership(GetBucketOwnershipControlsRequest request) {
        var ownership = bucket(request.bucket(), request.expectedBucketOwner()).settings().ownership;
        if (ownership == null) {
            throw S3Faults.missing("OwnershipControlsNotFoundError", "The bucket ownership controls were not found");
        }
        var rule = OwnershipControlsRule.builder().objectOwnership(ownership).build();
        return GetBucketOwnershipControlsResponse.builder()
                .ownershipControls(controls -> controls.rules(rule))
                .build();
    }

    PutBucketOwnershipControlsResponse put(PutBucketOwnershipControlsRequest request) {
        var settings = bucket(request.bucket(), request.expectedBucketOwner()).settings();
        var controls = request.ownershipControls();
        if (controls == null || controls.rules().size() != 1) {
            throw malformed();
        }
        settings.ownership = controls.rules().getFirst().objectOwnership();
        return PutBucketOwnershipControlsResponse.builder().build();
    }

    GetBucketNotificationConfigurationResponse notifications(GetBucketNotificationConfigurationRequest request) {
        return bucket(request.bucket(), request.expectedBucketOwner()).settings().notifications;
    }

    /** Only what sends nothing, and EventBridge's switch, can be set: there is nothing else here to be told. */
    PutBucketNotificationConfigurationResponse put(PutBucketNotificationConfigurationRequest request) {
        var settings = bucket(request.bucket(), request.expectedBucketOwner()).settings();
        var asked = request.notificationConfiguration();
        if (asked == null) {
            throw malformed();
        }
        if (!asked.topicConfigurations().isEmpty()
                || !asked.queueConfigurations().isEmpty()
                || !asked.lambdaFunctionConfigurations().isEmpty()) {
            throw S3Faults.bad(
                    "InvalidArgument", "Unable to validate the following destination configurations");
        }
        settings.notifications = GetBucketNotificationConfigurationResponse.builder()
                .eventBridgeConfiguration(asked.eventBridgeConfiguration())
                .build();
        return PutBucketNotificationConfigurationResponse.builder().build();
    }

    private Bucket bucket(String name, @Nullable String expectedOwner) {
        return account.bucket(name, expectedOwner);
    }

    static AwsServiceException malformed() {
        return S3Faults.bad(
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }
}
