package companion.practice.cloudformation.resource.storage;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@code AWS::S3::Bucket}: Ref is the name. */
public final class BucketType extends ResourceType {

    public BucketType() {
        super(
                "AWS::S3::Bucket",
                "BucketName! VersioningConfiguration BucketEncryption PublicAccessBlockConfiguration OwnershipControls"
                        + " Tags AbacStatus~ AccelerateConfiguration~ AccessControl~ AnalyticsConfigurations~"
                        + " CorsConfiguration~ IntelligentTieringConfigurations~ InventoryConfigurations~"
                        + " LifecycleConfiguration~ LoggingConfiguration~ MetadataTableConfiguration~"
                        + " MetricsConfigurations~ NotificationConfiguration~ ObjectLockConfiguration~"
                        + " ObjectLockEnabled~ ReplicationConfiguration~ WebsiteConfiguration~",
                "Arn DomainName RegionalDomainName DualStackDomainName WebsiteURL",
                Pace.seconds(12, 15).deleting(3).withConsistencyCheck());
    }

    @Override
    public @Nullable String takenName(Desired desired, Services cloud) {
        return takenIf(desired.properties().text("BucketName"), name -> {
            cloud.s3().headBucket(request -> request.bucket(name));
            return true;
        });
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var given = desired.properties().text("BucketName");
        var name = given == null ? desired.generatedName(63).toLowerCase(Locale.ROOT) : given;
        var configuration = CreateBucketConfiguration.builder()
                .tags(desired.tags().entrySet().stream()
                        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                        .toList());
        var region = desired.place().region();
        if (!region.equals("us-east-1")) {
            configuration.locationConstraint(region);
        }
        cloud.s3().createBucket(request -> request.bucket(name).createBucketConfiguration(configuration.build()));
        return name;
    }

    @Override
    public void configure(String bucket, Desired desired, Services cloud) {
        var properties = desired.properties();
        BucketSettings.of(properties.tree().propertyStream().map(Map.Entry::getKey).toList())
                .forEach(setting -> setting.put(bucket, properties, cloud.s3()));
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        var name = resource.physicalId();
        var region = resource.place().region();
        return switch (attribute) {
            case "Arn" -> text("arn:aws:s3:::" + name);
            case "DomainName" -> text(name + ".s3.amazonaws.com");
            case "RegionalDomainName" -> text(name + ".s3." + region + ".amazonaws.com");
            case "DualStackDomainName" -> text(name + ".s3.dualstack." + region + ".amazonaws.com");
            case "WebsiteURL" -> text("http://" + name + ".s3-website-" + region + ".amazonaws.com");
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        List<String> changed = changed(current.properties(), desired.properties());
        BucketSettings.of(changed)
                .forEach(setting -> setting.put(current.physicalId(), desired.properties(), cloud.s3()));
        if (!current.tags().equals(desired.tags())) {
            cloud.s3().putBucketTagging(request -> request.bucket(current.physicalId())
                    .tagging(tagging -> tagging.tagSet(desired.tags().entrySet().stream()
                            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList())));
        }
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.s3().deleteBucket(request -> request.bucket(resource.physicalId()));
    }
}
