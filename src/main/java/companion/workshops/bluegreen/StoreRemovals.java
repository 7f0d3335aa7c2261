package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.aws.Connection;
import companion.workshop.CleanUp.Removal;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.Calls;
import companion.workshops.shared.RemovalStep;
import companion.workshops.shared.Site;
import companion.workshops.shared.StackRemoval;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.codecommit.model.RepositoryDoesNotExistException;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** What keeps things: images, artifacts, source; and last the roles, which the others needed. */
final class StoreRemovals {
    private final Names names;
    private final Site site;
    private final Connection aws;

    StoreRemovals(Names names) {
        this.names = names;
        this.site = names.site();
        this.aws = site.connection();
    }

    List<Removal> list() {
        return List.of(images(), bucket(), roles(), repository());
    }

    private Removal images() {
        var request = DeleteRepositoryRequest.builder()
                .repositoryName(Names.IMAGES)
                .force(true)
                .build();
        return new RemovalStep(
                        site,
                        new Title("images", "Delete the image repository and its images", "ECR", "DeleteRepository"),
                        List.of(Calls.of(site, "ECR", request)),
                        () -> Absence.unless(
                                        RepositoryNotFoundException.class,
                                        () -> aws.ecr().describeRepositories(it -> it.repositoryNames(Names.IMAGES)))
                                .isPresent(),
                        _ -> aws.ecr().deleteRepository(request))
                .in(Names.STORES_GROUP, "ECR repository " + Names.IMAGES);
    }

    private Removal bucket() {
        var request = DeleteBucketRequest.builder().bucket(names.bucket()).build();
        return new RemovalStep(
                        site,
                        new Title("bucket", "Empty and delete the artifact bucket", "S3", "DeleteBucket"),
                        List.of(
                                Calls.of(
                                        site,
                                        "S3",
                                        ListObjectVersionsRequest.builder()
                                                .bucket(names.bucket())
                                                .build()),
                                Calls.of(site, "S3", request)),
                        () -> Absence.unless(
                                        BucketStep::isNotFound,
                                        () -> aws.s3().headBucket(it -> it.bucket(names.bucket())))
                                .isPresent(),
                        _ -> {
                            empty(names.bucket());
                            aws.s3().deleteBucket(request);
                        })
                .in(Names.STORES_GROUP, "S3 bucket " + names.bucket());
    }

    /** A versioned bucket is empty when every version and every delete marker is gone. */
    private void empty(String bucket) {
        for (var page : aws.s3().listObjectVersionsPaginator(it -> it.bucket(bucket))) {
            var objects = new ArrayList<ObjectIdentifier>();
            page.versions()
                    .forEach(version -> objects.add(ObjectIdentifier.builder()
                            .key(version.key())
                            .versionId(version.versionId())
                            .build()));
            page.deleteMarkers()
                    .forEach(marker -> objects.add(ObjectIdentifier.builder()
                            .key(marker.key())
                            .versionId(marker.versionId())
                            .build()));
            if (!objects.isEmpty()) {
                aws.s3()
                        .deleteObjects(it -> it.bucket(bucket)
                                .delete(delete -> delete.objects(objects).quiet(true)));
            }
        }
    }

    private Removal roles() {
        return StackRemoval.of(site, "roles", Names.ROLES_STACK)
                .in(
                        Names.STORES_GROUP,
                        "IAM roles 4 roles, " + Names.ROLES_STACK,
                        "CloudFormation stack " + Names.ROLES_STACK);
    }

    private Removal repository() {
        var request = software.amazon.awssdk.services.codecommit.model.DeleteRepositoryRequest.builder()
                .repositoryName(names.repository())
                .build();
        return new RemovalStep(
                        site,
                        new Title("repository", "Delete the repository", "CodeCommit", "DeleteRepository"),
                        List.of(Calls.of(site, "CodeCommit", request)),
                        () -> Absence.unless(
                                        RepositoryDoesNotExistException.class,
                                        () -> aws.codeCommit()
                                                .getRepository(it -> it.repositoryName(names.repository())))
                                .isPresent(),
                        _ -> aws.codeCommit().deleteRepository(request))
                .in(Names.STORES_GROUP, "CodeCommit repository " + names.repository());
    }
}
