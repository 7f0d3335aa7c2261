package companion.practice.cloudformation.resource.storage;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;

/** {@code AWS::S3::BucketPolicy}: Ref is the bucket's name. */
public final class BucketPolicyType extends ResourceType {

    public BucketPolicyType() {
        super("AWS::S3::BucketPolicy", "Bucket*! PolicyDocument*", "", Pace.seconds(2, 4));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        put(desired.properties(), cloud);
        return desired.properties().required("Bucket");
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        put(desired.properties(), cloud);
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.s3().deleteBucketPolicy(request -> request.bucket(resource.physicalId()));
    }

    private static void put(Properties properties, Services cloud) {
        cloud.s3().putBucketPolicy(request -> request.bucket(properties.text("Bucket"))
                .policy(properties.document("PolicyDocument")));
    }
}
