package companion.practice.cloudformation.resource.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.resource.TagChange;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.codecommit.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.RepositoryMetadata;

/** {@code AWS::CodeCommit::Repository}: Ref is the repository's id, a UUID. */
public final class SourceRepositoryType extends ResourceType {

    public SourceRepositoryType() {
        super(
                "AWS::CodeCommit::Repository",
                "RepositoryName* RepositoryDescription Tags Code~ Triggers~ KmsKeyId~",
                "Arn CloneUrlHttp CloneUrlSsh Name",
                Pace.seconds(3, 6));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties().withTags(desired.tags()).fill(CreateRepositoryRequest.builder());
        return cloud.codeCommit().createRepository(request.build()).repositoryMetadata().repositoryId();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "Name" -> text(name(resource));
            case "Arn" -> text(repository(resource, cloud).arn());
            case "CloneUrlHttp" -> text(repository(resource, cloud).cloneUrlHttp());
            case "CloneUrlSsh" -> text(repository(resource, cloud).cloneUrlSsh());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var changed = changed(current.properties(), desired.properties());
        var arn = repository(current, cloud).arn();
        if (changed.contains("RepositoryDescription")) {
            cloud.codeCommit().updateRepositoryDescription(request -> request.repositoryName(name(current))
                    .repositoryDescription(desired.properties().text("RepositoryDescription")));
        }
        var change = TagChange.between(current, desired);
        if (!change.removed().isEmpty()) {
            cloud.codeCommit().untagResource(request -> request.resourceArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            cloud.codeCommit().tagResource(request -> request.resourceArn(arn).tags(change.set()));
        }
        if (changed.contains("RepositoryName")) {
            cloud.codeCommit().updateRepositoryName(request -> request.oldName(name(current))
                    .newName(desired.properties().text("RepositoryName")));
        }
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.codeCommit().deleteRepository(request -> request.repositoryName(name(resource)));
    }

    private static String name(Existing resource) {
        return resource.properties().required("RepositoryName");
    }

    private static RepositoryMetadata repository(Existing resource, Services cloud) {
        return cloud.codeCommit()
                .getRepository(request -> request.repositoryName(name(resource)))
                .repositoryMetadata();
    }
}
