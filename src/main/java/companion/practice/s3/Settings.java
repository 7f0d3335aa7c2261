package companion.practice.s3;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** The settings of a bucket, with those that AWS gives to every new one. Null: there is no such setting. */
final class Settings {
    @Nullable PublicAccessBlockConfiguration publicAccess = PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .ignorePublicAcls(true)
            .blockPublicPolicy(true)
            .restrictPublicBuckets(true)
            .build();

    ServerSideEncryptionConfiguration encryption = defaultEncryption();

    @Nullable ObjectOwnership ownership = ObjectOwnership.BUCKET_OWNER_ENFORCED;

    @Nullable List<Tag> tags;
    @Nullable String policy;
    @Nullable List<LifecycleRule> lifecycle;

    GetBucketNotificationConfigurationResponse notifications =
            GetBucketNotificationConfigurationResponse.builder().build();

    static ServerSideEncryptionConfiguration defaultEncryption() {
        var rule = ServerSideEncryptionRule.builder()
                .bucketKeyEnabled(false)
                .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                .build();
        return ServerSideEncryptionConfiguration.builder().rules(rule).build();
    }
}
