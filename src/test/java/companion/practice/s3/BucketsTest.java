package companion.practice.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;

class BucketsTest {
    private final TestBuckets s3 = new TestBuckets("us-east-1");
    private final S3Client client = s3.client();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void bucketsAreListedByNameWithTheirRegions() {
        client.createBucket(r -> r.bucket("second"));
        create(client, "first-one", "eu-west-1");

        assertThat(client.listBuckets().buckets()).extracting(Bucket::name).containsExactly("first-one", "second");
        assertThat(client.listBuckets().buckets()).extracting(Bucket::bucketRegion)
                .containsExactly("eu-west-1", "us-east-1");
        assertThat(client.headBucket(r -> r.bucket("first-one")).bucketRegion()).isEqualTo("eu-west-1");
        assertThat(client.getBucketLocation(r -> r.bucket("first-one")).locationConstraintAsString())
                .isEqualTo("eu-west-1");
        assertThat(client.getBucketLocation(r -> r.bucket("second")).locationConstraintAsString()).isNullOrEmpty();
    }

    @Test
    void theOldestRegionForgivesASecondCreationAndNoOtherDoes() {
        client.createBucket(r -> r.bucket("mine"));
        client.createBucket(r -> r.bucket("mine"));
        create(client, "elsewhere", "eu-west-1");

        assertThatThrownBy(() -> create(client, "elsewhere", "eu-west-1"))
                .isInstanceOf(BucketAlreadyOwnedByYouException.class);
    }

    @Test
    void anEndpointOfARegionMakesBucketsOfThatRegionOnly() {
        var ireland = s3.room("eu-west-1");

        fails(() -> ireland.createBucket(r -> r.bucket("b-1")), 400, "IllegalLocationConstraintException");
        fails(() -> create(ireland, "b-1", "eu-north-1"), 400, "IllegalLocationConstraintException");
        create(ireland, "b-1", "eu-west-1");
        assertThat(client.headBucket(r -> r.bucket("b-1")).bucketRegion()).isEqualTo("eu-west-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Upper", "under_score", "a..b", "192.168.0.1", "xn--a", "-dash", "a-s3alias"})
    void aNameThatNoBucketMayHaveIsRefused(String name) {
        fails(() -> s3.room("us-east-1").createBucket(r -> r.bucket(name)), 400, "InvalidBucketName");
    }

    @Test
    void onlyAnEmptyBucketCanBeDeleted() {
        client.createBucket(r -> r.bucket("mine"));
        client.putObject(r -> r.bucket("mine").key("k"), RequestBody.fromString("x"));

        fails(() -> client.deleteBucket(r -> r.bucket("mine")), 409, "BucketNotEmpty");
        client.deleteObject(r -> r.bucket("mine").key("k"));
        client.deleteBucket(r -> r.bucket("mine"));

        assertThat(client.listBuckets().buckets()).isEmpty();
        assertThatThrownBy(() -> client.headBucket(r -> r.bucket("mine"))).isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void aNewBucketHasWhatAwsGivesIt() {
        client.createBucket(r -> r.bucket("mine"));

        assertThat(client.getBucketVersioning(r -> r.bucket("mine")).status()).isNull();
        assertThat(client.getPublicAccessBlock(r -> r.bucket("mine"))
                        .publicAccessBlockConfiguration()
                        .restrictPublicBuckets())
                .isTrue();
        assertThat(client.getBucketEncryption(r -> r.bucket("mine"))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .getFirst()
                        .applyServerSideEncryptionByDefault()
                        .sseAlgorithm())
                .isEqualTo(ServerSideEncryption.AES256);
        fails(() -> client.getBucketPolicy(r -> r.bucket("mine")), 404, "NoSuchBucketPolicy");
        fails(() -> client.getBucketTagging(r -> r.bucket("mine")), 404, "NoSuchTagSet");
        fails(
                () -> client.getBucketLifecycleConfiguration(r -> r.bucket("mine")),
                404,
                "NoSuchLifecycleConfiguration");
        assertThat(client.getBucketNotificationConfiguration(r -> r.bucket("mine")).eventBridgeConfiguration())
                .isNull();
    }

    @Test
    void settingsAreKept() {
        client.createBucket(r -> r.bucket("mine"));
        client.putBucketVersioning(r -> r.bucket("mine")
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        client.putPublicAccessBlock(r -> r.bucket("mine")
                .publicAccessBlockConfiguration(p -> p.blockPublicAcls(true)));
        client.putBucketTagging(r -> r.bucket("mine")
                .tagging(t -> t.tagSet(Tag.builder().key("a").value("<b>").build())));
        client.putBucketPolicy(r -> r.bucket("mine").policy("{\"Statement\": []}"));
        client.putBucketEncryption(r -> r.bucket("mine")
                .serverSideEncryptionConfiguration(e -> e.rules(rule -> rule.applyServerSideEncryptionByDefault(
                        by -> by.sseAlgorithm("aws:kms").kmsMasterKeyID("alias/k")))));
        client.putBucketLifecycleConfiguration(r -> r.bucket("mine")
                .lifecycleConfiguration(l -> l.rules(rule -> rule.id("old")
                        .status(ExpirationStatus.ENABLED)
                        .filter(f -> f.prefix("tmp/"))
                        .expiration(x -> x.days(7)))));
        client.putBucketNotificationConfiguration(r -> r.bucket("mine")
                .notificationConfiguration(n -> n.eventBridgeConfiguration(e -> {})));

        assertThat(client.getBucketVersioning(r -> r.bucket("mine")).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
        var block = client.getPublicAccessBlock(r -> r.bucket("mine")).publicAccessBlockConfiguration();
        assertThat(block.blockPublicAcls()).isTrue();
        assertThat(block.blockPublicPolicy()).isFalse();
        assertThat(client.getBucketTagging(r -> r.bucket("mine")).tagSet().getFirst().value()).isEqualTo("<b>");
        assertThat(client.getBucketPolicy(r -> r.bucket("mine")).policy()).isEqualTo("{\"Statement\": []}");
        assertThat(client.getBucketEncryption(r -> r.bucket("mine"))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .getFirst()
                        .applyServerSideEncryptionByDefault()
                        .kmsMasterKeyID())
                .isEqualTo("alias/k");
        var rule = client.getBucketLifecycleConfiguration(r -> r.bucket("mine")).rules().getFirst();
        assertThat(rule.filter().prefix()).isEqualTo("tmp/");
        assertThat(rule.expiration().days()).isEqualTo(7);
        assertThat(client.getBucketNotificationConfiguration(r -> r.bucket("mine")).eventBridgeConfiguration())
                .isNotNull();
    }

    @Test
    void aPolicyMustBeJson() {
        client.createBucket(r -> r.bucket("mine"));

        fails(() -> client.putBucketPolicy(r -> r.bucket("mine").policy("{nonsense")), 400, "MalformedPolicy");
    }

    @Test
    void anotherOwnerThanExpectedIsDenied() {
        client.createBucket(r -> r.bucket("mine"));

        fails(
                () -> client.getBucketVersioning(r -> r.bucket("mine").expectedBucketOwner("999999999999")),
                403,
                "AccessDenied");
    }

    private static void create(S3Client client, String name, String region) {
        client.createBucket(r -> r.bucket(name).createBucketConfiguration(c -> c.locationConstraint(region)));
    }

    private static void fails(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.statusCode()).isEqualTo(status);
        });
    }
}
