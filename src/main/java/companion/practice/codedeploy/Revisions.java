package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import companion.practice.world.Blobs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codedeploy.model.ApplicationRevisionSortBy;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationRevisionsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationRevisionsResponse;
import software.amazon.awssdk.services.codedeploy.model.BundleType;
import software.amazon.awssdk.services.codedeploy.model.GenericRevisionInfo;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationRevisionRequest;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationRevisionResponse;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationRevisionsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationRevisionsResponse;
import software.amazon.awssdk.services.codedeploy.model.RegisterApplicationRevisionRequest;
import software.amazon.awssdk.services.codedeploy.model.RegisterApplicationRevisionResponse;
import software.amazon.awssdk.services.codedeploy.model.RevisionDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.RevisionInfo;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocationType;
import software.amazon.awssdk.services.codedeploy.model.RevisionRequiredException;
import software.amazon.awssdk.services.codedeploy.model.S3Location;
import software.amazon.awssdk.services.codedeploy.model.SortOrder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Revisions: AppSpec files given in a request or kept in S3. */
final class Revisions {
    private final DeployRegion region;
    private final Applications applications;

    Revisions(DeployRegion region, Applications applications) {
        this.region = region;
        this.applications = applications;
    }

    RegisterApplicationRevisionResponse register(RegisterApplicationRevisionRequest request) {
        var application = applications.find(request.applicationName());
        var revision = checked(request.revision());
        var now = region.world().now();
        application.revisions.merge(
                revision,
                GenericRevisionInfo.builder()
                        .description(request.description())
                        .deploymentGroups(List.of())
                        .registerTime(now)
                        .build(),
                (old, made) -> old.toBuilder().description(request.description()).build());
        return RegisterApplicationRevisionResponse.builder().build();
    }

    GetApplicationRevisionResponse get(GetApplicationRevisionRequest request) {
        var application = applications.find(request.applicationName());
        var revision = checked(request.revision());
        var info = application.revisions.get(revision);
        if (info == null) {
            throw Fault.of(
                    RevisionDoesNotExistException.builder(),
                    "RevisionDoesNotExistException",
                    "The named revision does not exist with the user or Amazon Web Services account.");
        }
        return GetApplicationRevisionResponse.builder()
                .applicationName(application.name())
                .revision(revision)
                .revisionInfo(info)
                .build();
    }

    BatchGetApplicationRevisionsResponse batchGet(BatchGetApplicationRevisionsRequest request) {
        var application = applications.find(request.applicationName());
        var found = request.revisions().stream()
                .map(Revisions::checked)
                .filter(application.revisions::containsKey)
                .map(r -> RevisionInfo.builder()
                        .revisionLocation(r)
                        .genericRevisionInfo(application.revisions.get(r))
                        .build())
                .toList();
        return BatchGetApplicationRevisionsResponse.builder()
                .applicationName(application.name())
                .revisions(found)
                .build();
    }

    ListApplicationRevisionsResponse list(ListApplicationRevisionsRequest request) {
        var application = applications.find(request.applicationName());
        var order = Comparator.<Map.Entry<RevisionLocation, GenericRevisionInfo>, Instant>comparing(
                r -> time(r.getValue(), request.sortBy()), Comparator.nullsFirst(Comparator.naturalOrder()));
        var found = application.revisions.entrySet().stream()
                .filter(r -> request.s3Bucket() == null
                        || (r.getKey().s3Location() != null
                                && request.s3Bucket().equals(r.getKey().s3Location().bucket())))
                .sorted(request.sortOrder() == SortOrder.DESCENDING ? order.reversed() : order)
                .map(Map.Entry::getKey)
                .toList();
        var page = Page.of(found, request.nextToken());
        return ListApplicationRevisionsResponse.builder().revisions(page.items()).nextToken(page.nextToken()).build();
    }

    /** Notes that a group deploys a revision. */
    void use(Application application, RevisionLocation revision, String group) {
        var now = region.world().now();
        var known = application.revisions.get(revision);
        var info = known == null ? GenericRevisionInfo.builder().registerTime(now).build() : known;
        var groups = new ArrayList<>(info.deploymentGroups());
        if (!groups.contains(group)) {
            groups.add(group);
        }
        application.revisions.put(
                revision,
                info.toBuilder()
                        .deploymentGroups(groups)
                        .firstUsedTime(info.firstUsedTime() == null ? now : info.firstUsedTime())
                        .lastUsedTime(now)
                        .build());
    }

    /** A revision that ECS deployments can take, with its SHA-256 filled in. */
    static RevisionLocation checked(@Nullable RevisionLocation revision) {
        if (revision == null) {
            throw Fault.of(RevisionRequiredException.builder(), "RevisionRequiredException", "The revision ID was not"
                    + " specified.");
        }
        return switch (revision.revisionType()) {
            case S3 -> s3(revision);
            case STRING -> {
                var given = revision.string();
                var text = given == null ? null : given.content();
                var sha256 = sha256(text, given == null ? null : given.sha256());
                yield revision.toBuilder().string(s -> s.content(text).sha256(sha256)).build();
            }
            case APP_SPEC_CONTENT -> {
                var given = revision.appSpecContent();
                var text = given == null ? null : given.content();
                var sha256 = sha256(text, given == null ? null : given.sha256());
                yield revision.toBuilder().appSpecContent(s -> s.content(text).sha256(sha256)).build();
            }
            case null, default -> throw AppSpec.fault(
                    "For ECS deployments, the revision type must be S3, String or AppSpecContent");
        };
    }

    /** The text of a revision's AppSpec file. */
    String text(RevisionLocation revision) {
        if (revision.revisionType() == RevisionLocationType.STRING) {
            return revision.string().content();
        }
        if (revision.revisionType() == RevisionLocationType.APP_SPEC_CONTENT) {
            return revision.appSpecContent().content();
        }
        S3Location place = revision.s3Location();
        var object = read(place);
        var tag = object.response().eTag();
        if (place.eTag() != null && tag != null && !place.eTag().replace("\"", "").equals(tag.replace("\"", ""))) {
            throw AppSpec.fault("The ETag of s3://" + place.bucket() + "/" + place.key() + " is not " + place.eTag());
        }
        return object.asUtf8String();
    }

    private ResponseBytes<GetObjectResponse> read(S3Location place) {
        try {
            return region.services()
                    .s3()
                    .getObjectAsBytes(r -> r.bucket(place.bucket()).key(place.key()).versionId(place.version()));
        } catch (SdkException e) {
            throw AppSpec.fault("The revision could not be read from s3://" + place.bucket() + "/" + place.key() + ": "
                    + Fault.text(e));
        }
    }

    private static RevisionLocation s3(RevisionLocation revision) {
        var place = revision.s3Location();
        if (place == null || place.bucket() == null || place.key() == null) {
            throw AppSpec.fault("The bucket and key of an S3 revision must be specified");
        }
        if (place.bundleType() != BundleType.YAML && place.bundleType() != BundleType.JSON) {
            throw AppSpec.fault("BundleType must be either YAML or JSON");
        }
        return revision;
    }

    private static String sha256(@Nullable String content, @Nullable String stated) {
        if (content == null || content.isBlank()) {
            throw AppSpec.fault("The content of the revision must be specified");
        }
        var actual = Blobs.sha256(content.getBytes(StandardCharsets.UTF_8));
        if (stated != null && !stated.equalsIgnoreCase(actual)) {
            throw AppSpec.fault("The SHA256 hash of the revision content does not match the sha256 specified");
        }
        return actual;
    }

    private static @Nullable Instant time(GenericRevisionInfo info, @Nullable ApplicationRevisionSortBy by) {
        return switch (by) {
            case FIRST_USED_TIME -> info.firstUsedTime();
            case LAST_USED_TIME -> info.lastUsedTime();
            case null, default -> info.registerTime();
        };
    }
}
