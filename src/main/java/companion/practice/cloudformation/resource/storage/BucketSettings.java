package companion.practice.cloudformation.resource.storage;

import companion.practice.cloudformation.resource.Properties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;

/** The properties of a bucket that S3 sets with a call each. A property that is gone is set back to S3's default. */
enum BucketSettings {
    VERSIONING("VersioningConfiguration") {
        @Override
        void put(String bucket, Properties properties, S3Client s3) {
            var status = properties.object(property).text("Status", "Suspended");
            s3.putBucketVersioning(
                    request -> request.bucket(bucket).versioningConfiguration(versioning -> versioning.status(status)));
        }
    },
    ENCRYPTION("BucketEncryption") {
        @Override
        void put(String bucket, Properties properties, S3Client s3) {
            if (!properties.has(property)) {
                s3.deleteBucketEncryption(request -> request.bucket(bucket));
                return;
            }
            var configuration = properties
                    .object(property)
                    .renamed("ServerSideEncryptionConfiguration", "Rules")
                    .fill(
                            ServerSideEncryptionConfiguration.builder(),
                            Map.of("ServerSideEncryptionByDefault", "ApplyServerSideEncryptionByDefault"))
                    .build();
            s3.putBucketEncryption(
                    request -> request.bucket(bucket).serverSideEncryptionConfiguration(configuration));
        }
    },
    PUBLIC_ACCESS("PublicAccessBlockConfiguration") {
        @Override
        void put(String bucket, Properties properties, S3Client s3) {
            if (!properties.has(property)) {
                s3.deletePublicAccessBlock(request -> request.bucket(bucket));
                return;
            }
            var configuration = properties
                    .object(property)
                    .fill(PublicAccessBlockConfiguration.builder())
                    .build();
            s3.putPublicAccessBlock(
                    request -> request.bucket(bucket).publicAccessBlockConfiguration(configuration));
        }
    },
    OWNERSHIP("OwnershipControls") {
        @Override
        void put(String bucket, Properties properties, S3Client s3) {
            if (!properties.has(property)) {
                s3.deleteBucketOwnershipControls(request -> request.bucket(bucket));
                return;
            }
            var controls = properties.object(property).fill(OwnershipControls.builder()).build();
            s3.putBucketOwnershipControls(request -> request.bucket(bucket).ownershipControls(controls));
        }
    };

    final String property;

    BucketSettings(String property) {
        this.property = property;
    }

    abstract void put(String bucket, Properties properties, S3Client s3);

    /** Those that the named properties set. */
    static List<BucketSettings> of(Collection<String> properties) {
        return Stream.of(values())
                .filter(setting -> properties.contains(setting.property))
                .toList();
    }
}
