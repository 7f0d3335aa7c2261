package companion.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The requests that make one resource, as the resource of a CloudFormation template that says the same. CloudFormation's properties
 * are the members of the API's requests with a capital first letter, but for the few that {@link Kind} names (CloudFormation User
 * Guide, AWS resource and property types reference).
 */
public final class CloudFormationResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int INDENT = 2;

    /**
     * How a request becomes properties.
     *
     * @param type the resource's; requests of the same type add to the same resource
     * @param unwrap the member that holds the properties; empty if the request itself does
     * @param omit members that are no properties
     * @param renamed members whose property has another name
     */
    private record Kind(String type, String unwrap, Set<String> omit, Map<String, String> renamed) {
        static Kind of(String type) {
            return new Kind(type, "", Set.of(), Map.of());
        }

        Kind without(String... members) {
            return new Kind(type, unwrap, Set.of(members), renamed);
        }

        Kind in(String member) {
            return new Kind(type, member, omit, renamed);
        }

        Kind renaming(String member, String property) {
            return new Kind(type, unwrap, omit, Map.of(member, property));
        }
    }

    /** By service, as the AWS CLI calls it, and operation. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("codecommit CreateRepository", Kind.of("AWS::CodeCommit::Repository")),
            Map.entry("ecr CreateRepository", Kind.of("AWS::ECR::Repository")),
            Map.entry("codebuild CreateProject", Kind.of("AWS::CodeBuild::Project")),
            Map.entry("deploy CreateApplication", Kind.of("AWS::CodeDeploy::Application")),
            Map.entry(
                    "deploy CreateDeploymentGroup",
                    Kind.of("AWS::CodeDeploy::DeploymentGroup").renaming("ecsServices", "ECSServices")),
            Map.entry("codepipeline CreatePipeline", Kind.of("AWS::CodePipeline::Pipeline").in("pipeline").without("version")),
            Map.entry(
                    "s3api CreateBucket",
                    Kind.of("AWS::S3::Bucket").without("CreateBucketConfiguration").renaming("Bucket", "BucketName")),
            Map.entry("s3api PutBucketVersioning", Kind.of("AWS::S3::Bucket").without("Bucket")),
            Map.entry("s3api PutPublicAccessBlock", Kind.of("AWS::S3::Bucket").without("Bucket")),
            Map.entry("events PutRule", Kind.of("AWS::Events::Rule")),
            Map.entry("events PutTargets", Kind.of("AWS::Events::Rule").without("Rule")),
            Map.entry("iam CreateServiceLinkedRole", Kind.of("AWS::IAM::ServiceLinkedRole")));

    private CloudFormationResource() {}

    /**
     * As YAML, with a logical ID made of the type.
     *
     * @param requests that make one resource, the one that creates it first
     * @return empty if the first of them makes no resource that a template could hold
     */
    public static Optional<String> of(List<? extends SdkPojo> requests) {
        var first = kind(requests.getFirst());
        if (first == null) {
            return Optional.empty();
        }
        var properties = NODES.objectNode();
        for (var request : requests) {
            var kind = kind(request);
            if (kind != null && kind.type().equals(first.type())) {
                var tree = (ObjectNode) RequestJson.tree(request);
                properties(kind, kind.unwrap().isEmpty() ? tree : (ObjectNode) tree.get(kind.unwrap()), properties);
            }
        }
        var resource = NODES.objectNode().put("Type", first.type()).set("Properties", properties);
        return Optional.of(yaml(NODES.objectNode().set(logicalId(first.type()), resource)));
    }

    private static @Nullable Kind kind(SdkPojo request) {
        var operation = request.getClass().getSimpleName().replaceFirst("Request$", "");
        return KINDS.get(AwsService.of(request.getClass()).cli() + " " + operation);
    }

    private static void properties(Kind kind, ObjectNode members, ObjectNode properties) {
        members.properties().stream()
                .filter(member -> !kind.omit().contains(member.getKey()))
                .forEach(member -> properties.set(
                        kind.renamed().getOrDefault(member.getKey(), capital(member.getKey())), property(member.getValue())));
    }

    /** Capital first letters all the way down; a text that is a JSON object, such as an event pattern, becomes that object. */
    private static JsonNode property(JsonNode value) {
        if (value.isObject()) {
            var node = NODES.objectNode();
            value.properties().forEach(member -> node.set(capital(member.getKey()), property(member.getValue())));
            return node;
        }
        if (value.isArray()) {
            var node = NODES.arrayNode();
            value.forEach(item -> node.add(property(item)));
            return node;
        }
        return value.isTextual() && value.textValue().startsWith("{") ? document(value) : value;
    }

    private static JsonNode document(JsonNode text) {
        try {
            return JSON.readTree(text.textValue());
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** {@code CodePipelinePipeline} would stammer, so the last word is enough. */
    private static String logicalId(String type) {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static String yaml(JsonNode tree) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(INDENT)
                .setWidth(Integer.MAX_VALUE)
                .build();
        return new Dump(settings).dumpToString(JSON.convertValue(tree, Object.class)).stripTrailing();
    }
}
