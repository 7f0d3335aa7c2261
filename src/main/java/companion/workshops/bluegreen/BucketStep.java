package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.aws.AwsErrors;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;

/**
 * Creates the bucket in which the pipeline hands artifacts from stage to stage: versioned, and closed to the public.
 */
final class BucketStep extends AwsStep {
    private static final String HOME = "us-east-1";

    private final String bucket;

    BucketStep(Names names) {
        super(names.site(), new Title("bucket", "Create the artifact bucket", "S3", "CreateBucket"));
        this.bucket = names.bucket();
    }

    @Override
    public List<Resource> creates() {
        return List.of(Resource.free("S3 bucket", bucket, Names.STORES_GROUP, "DeleteObjects, DeleteBucket"));
    }

    @Override
    public List<Call> plan() {
        return Calls.resource(site, service(), List.of(create(), versioning(), closed()));
    }

    private CreateBucketRequest create() {
        var request = CreateBucketRequest.builder().bucket(bucket);
        if (!site.region().equals(HOME)) {
            request.createBucketConfiguration(it -> it.locationConstraint(site.region()));
        }
        return request.build();
    }

    private PutBucketVersioningRequest versioning() {
        return PutBucketVersioningRequest.builder()
                .bucket(bucket)
                .versioningConfiguration(it -> it.status(BucketVersioningStatus.ENABLED))
                .build();
    }

    private PutPublicAccessBlockRequest closed() {
        return PutPublicAccessBlockRequest.builder()
                .bucket(bucket)
                .publicAccessBlockConfiguration(it -> it.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true))
                .build();
    }

    private boolean exists() {
        return Absence.unless(BucketStep::isNotFound, () -> aws().s3().headBucket(it -> it.bucket(bucket)))
                .isPresent();
    }

    static boolean isNotFound(Throwable error) {
        return error instanceof AwsServiceException service && service.statusCode() == 404
                || "NoSuchBucket".equals(AwsErrors.code(error));
    }

    @Override
    public Check check() {
        if (!exists()) {
            return new Check.Missing("No bucket " + bucket);
        }
        var status = aws().s3().getBucketVersioning(it -> it.bucket(bucket)).status();
        return status == BucketVersioningStatus.ENABLED
                ? Check.found("Found " + bucket + ", versioned", Output.text("Bucket", bucket))
                : new Check.Differs(
                        "Bucket " + bucket,
                        new Differences()
                                .compare("Versioning", BucketVersioningStatus.ENABLED, status)
                                .list(),
                        true);
    }

    @Override
    public void run(Progress progress) {
        if (!exists()) {
            aws().s3().createBucket(create());
        }
        aws().s3().putBucketVersioning(versioning());
        aws().s3().putPublicAccessBlock(closed());
    }
}
