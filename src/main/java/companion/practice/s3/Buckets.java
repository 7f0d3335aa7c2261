package companion.practice.s3;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;

/** Buckets come and go. */
final class Buckets {
    private static final String FIRST_REGION = "us-east-1";
    private static final String PRIVATE = "private";
    private static final int MOST = 10_000;

    private final World world;
    private final Place place;
    private final S3Account account;

    Buckets(World world, Place place, S3Account account) {
        this.world = world;
        this.place = place;
        this.account = account;
    }

    CreateBucketResponse create(CreateBucketRequest request) {
        var name = BucketNames.valid(request.bucket());
        var region = region(request);
        checkOptions(request);
        var existing = account.buckets().get(name);
        if (existing != null) {
            // The oldest region forgives what it always forgave.
            if (!region.equals(FIRST_REGION) || !existing.region().equals(FIRST_REGION)) {
                throw S3Faults.alreadyYours();
            }
            return created(name, region);
        }
        var bucket = new Bucket(name, region, world.now());
        if (request.objectOwnership() != null) {
            bucket.settings().ownership = request.objectOwnership();
        }
        var configuration = request.createBucketConfiguration();
        if (configuration != null && configuration.hasTags()) {
            bucket.settings().tags = configuration.tags();
        }
        account.buckets().put(name, bucket);
        return created(name, region);
    }

    HeadBucketResponse head(HeadBucketRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        return HeadBucketResponse.builder()
                .bucketRegion(bucket.region())
                .accessPointAlias(false)
                .build();
    }

    GetBucketLocationResponse location(GetBucketLocationRequest request) {
        var region = account.bucket(request.bucket(), request.expectedBucketOwner()).region();
        return GetBucketLocationResponse.builder()
                .locationConstraint(region.equals(FIRST_REGION) ? null : region)
                .build();
    }

    ListBucketsResponse list(ListBucketsRequest request) {
        int most = Objects.requireNonNullElse(request.maxBuckets(), MOST);
        if (most < 1 || most > MOST) {
            throw S3Faults.bad("InvalidArgument", "max-buckets must be an integer between 1 and " + MOST);
        }
        var prefix = Objects.requireNonNullElse(request.prefix(), "");
        var after = request.continuationToken() == null ? "" : Tokens.decode(request.continuationToken());
        var found = account.buckets().tailMap(after, false).values().stream()
                .filter(bucket -> bucket.name().startsWith(prefix))
                .filter(bucket -> request.bucketRegion() == null || bucket.region().equals(request.bucketRegion()))
                .limit(most + 1L)
                .toList();
        var shown = found.subList(0, Math.min(most, found.size()));
        return ListBucketsResponse.builder()
                .buckets(shown.stream()
                        .map(bucket -> software.amazon.awssdk.services.s3.model.Bucket.builder()
                                .name(bucket.name())
                                .creationDate(bucket.created())
                                .bucketRegion(bucket.region())
                                .build())
                        .toList())
                .owner(owner -> owner.id(account.ownerId()))
                .prefix(request.prefix())
                .continuationToken(
                        found.size() > shown.size() ? Tokens.encode(shown.getLast().name()) : null)
                .build();
    }

    DeleteBucketResponse delete(DeleteBucketRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        if (!bucket.isEmpty()) {
            throw S3Faults.notEmpty();
        }
        account.buckets().remove(bucket.name());
        return DeleteBucketResponse.builder().build();
    }

    private String region(CreateBucketRequest request) {
        var configuration = request.createBucketConfiguration();
        var asked = configuration == null ? null : configuration.locationConstraintAsString();
        if (place.region().equals(FIRST_REGION)) {
            return asked == null ? FIRST_REGION : checked(asked);
        }
        if (!place.region().equals(asked)) {
            throw S3Faults.bad(
                    "IllegalLocationConstraintException",
                    "The " + Objects.requireNonNullElse(asked, "unspecified")
                            + " location constraint is incompatible for the region specific endpoint this request was "
                            + "sent to.");
        }
        return asked;
    }

    private static String checked(String asked) {
        if (asked.equals("EU")) {
            return "eu-west-1";
        }
        if (asked.equals(FIRST_REGION) || !asked.matches("[a-z]{2}(-[a-z]+)+-\\d{1,2}")) {
            throw S3Faults.bad("InvalidLocationConstraint", "The specified location-constraint is not valid");
        }
        return asked;
    }

    private static void checkOptions(CreateBucketRequest request) {
        boolean enforced = request.objectOwnership() == null
                || request.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED;
        if (enforced && isAccessList(request.aclAsString())) {
            throw S3Faults.bad(
                    "InvalidBucketAclWithObjectOwnership",
                    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        }
        if (Boolean.TRUE.equals(request.objectLockEnabledForBucket())) {
            throw S3Faults.bad("NotImplemented", "The practice cloud does not offer Object Lock.");
        }
    }

    static boolean isAccessList(@Nullable String acl) {
        return acl != null && !acl.equals(PRIVATE);
    }

    private static CreateBucketResponse created(String name, String region) {
        return CreateBucketResponse.builder()
                .location(region.equals(FIRST_REGION) ? "/" + name : "http://" + name + ".s3.amazonaws.com/")
                .build();
    }
}
