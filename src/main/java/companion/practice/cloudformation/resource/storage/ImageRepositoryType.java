package companion.practice.cloudformation.resource.storage;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.resource.TagChange;
import companion.practice.fabric.Services;
import java.util.Locale;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.Tag;

/** {@code AWS::ECR::Repository}: Ref is the name. */
public final class ImageRepositoryType extends ResourceType {
    private static final String SCANNING = "ImageScanningConfiguration";

    public ImageRepositoryType() {
        super(
                "AWS::ECR::Repository",
                "RepositoryName! ImageTagMutability ImageScanningConfiguration EncryptionConfiguration! LifecyclePolicy"
                        + " RepositoryPolicyText EmptyOnDelete Tags ImageTagMutabilityExclusionFilters~",
                "Arn RepositoryUri",
                Pace.seconds(2, 5).withConsistencyCheck());
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var given = desired.properties().text("RepositoryName");
        var name = given == null ? desired.generatedName(256).toLowerCase(Locale.ROOT) : given;
        var request = desired.properties()
                .without("LifecyclePolicy", "RepositoryPolicyText", "EmptyOnDelete")
                .with("RepositoryName", name)
                .withTags(desired.tags())
                .fill(CreateRepositoryRequest.builder());
        cloud.ecr().createRepository(request.build());
        return name;
    }

    @Override
    public void configure(String name, Desired desired, Services cloud) {
        setPolicies(name, desired.properties(), cloud.ecr());
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "Arn" -> text(repository(resource, cloud.ecr()).repositoryArn());
            case "RepositoryUri" -> text(repository(resource, cloud.ecr()).repositoryUri());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var name = current.physicalId();
        var properties = desired.properties();
        var changed = changed(current.properties(), properties);
        var ecr = cloud.ecr();
        if (changed.contains("ImageTagMutability")) {
            ecr.putImageTagMutability(request -> request.repositoryName(name)
                    .imageTagMutability(properties.text("ImageTagMutability", "MUTABLE")));
        }
        if (changed.contains(SCANNING)) {
            ecr.putImageScanningConfiguration(request -> request.repositoryName(name)
                    .imageScanningConfiguration(
                            scanning -> scanning.scanOnPush(properties.object(SCANNING).flag("ScanOnPush"))));
        }
        if (changed.contains("LifecyclePolicy") && !properties.has("LifecyclePolicy")) {
            ecr.deleteLifecyclePolicy(request -> request.repositoryName(name));
        }
        if (changed.contains("RepositoryPolicyText") && !properties.has("RepositoryPolicyText")) {
            ecr.deleteRepositoryPolicy(request -> request.repositoryName(name));
        }
        setPolicies(name, properties.only(changed.toArray(String[]::new)), ecr);
        retag(current, TagChange.between(current, desired), ecr);
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.ecr().deleteRepository(request -> request.repositoryName(resource.physicalId())
                .force(resource.properties().flag("EmptyOnDelete")));
    }

    private static void setPolicies(String name, Properties properties, EcrClient ecr) {
        if (properties.has("LifecyclePolicy")) {
            ecr.putLifecyclePolicy(request -> request.repositoryName(name)
                    .lifecyclePolicyText(properties.object("LifecyclePolicy").document("LifecyclePolicyText")));
        }
        if (properties.has("RepositoryPolicyText")) {
            ecr.setRepositoryPolicy(
                    request -> request.repositoryName(name).policyText(properties.document("RepositoryPolicyText")));
        }
    }

    private static void retag(Existing current, TagChange change, EcrClient ecr) {
        if (!change.removed().isEmpty()) {
            var arn = repository(current, ecr).repositoryArn();
            ecr.untagResource(request -> request.resourceArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            var arn = repository(current, ecr).repositoryArn();
            ecr.tagResource(request -> request.resourceArn(arn)
                    .tags(change.set().entrySet().stream()
                            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList()));
        }
    }

    private static Repository repository(Existing resource, EcrClient ecr) {
        return ecr.describeRepositories(request -> request.repositoryNames(resource.physicalId()))
                .repositories()
                .getFirst();
    }
}
