package companion.monitor.watch.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event of EventBridge says has changed (facts, section 5). It says that, and not what it is now: events may be late,
 * twice or missing, so that whoever gets one reads.
 *
 * @param id the same for the same event delivered twice
 */
public record CloudEvent(String id, String account, String region, Subject subject) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BY_PIPELINE = "codepipeline/";

    /** What changed. */
    public sealed interface Subject {
        /** An execution of a pipeline, one of its stages or one of its actions. */
        record Pipeline(String name) implements Subject {}

        /** @param pipeline that started it; null if somebody else did */
        record Build(String project, String id, @Nullable String pipeline) implements Subject {}

        record Deployment(String application, String group, String id) implements Subject {}

        /**
         * A service's task, or the service itself.
         *
         * @param service its name; empty if the event does not say
         * @param startedBy the deployment or task set that started the task; empty for an event of the service itself
         */
        record Service(String cluster, String service, String startedBy) implements Subject {}

        record Repository(String name) implements Subject {}
    }

    /** Empty for a text that is no event, or one of something else. */
    public static Optional<CloudEvent> parse(String text) {
        JsonNode event;
        try {
            event = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        var id = event.path("id").asText();
        return id.isEmpty()
                ? Optional.empty()
                : subject(event.path("source").asText(), event.path("detail"), event)
                        .map(subject -> new CloudEvent(
                                id, event.path("account").asText(), event.path("region").asText(), subject));
    }

    private static Optional<Subject> subject(String source, JsonNode detail, JsonNode event) {
        return switch (source) {
            case "aws.codepipeline" -> Optional.of(new Subject.Pipeline(detail.path("pipeline").asText()));
            case "aws.codebuild" -> Optional.of(build(detail));
            case "aws.codedeploy" ->
                Optional.of(new Subject.Deployment(
                        detail.path("application").asText(),
                        detail.path("deploymentGroup").asText(),
                        detail.path("deploymentId").asText()));
            case "aws.ecs" -> Optional.of(service(detail, event));
            case "aws.codecommit" -> Optional.of(new Subject.Repository(detail.path("repositoryName").asText()));
            default -> Optional.empty();
        };
    }

    private static Subject build(JsonNode detail) {
        var arn = detail.path("build-id").asText();
        var initiator = detail.path("additional-information").path("initiator").asText();
        return new Subject.Build(
                detail.path("project-name").asText(),
                arn.substring(arn.indexOf('/') + 1),
                initiator.startsWith(BY_PIPELINE) ? initiator.substring(BY_PIPELINE.length()) : null);
    }

    /** A task names its service in its group; an event of the service has the service's ARN as its resource. */
    private static Subject service(JsonNode detail, JsonNode event) {
        var group = detail.path("group").asText();
        var resource = event.path("resources").path(0).asText();
        var service = group.startsWith("service:")
                ? group.substring("service:".length())
                : resource.contains(":service/") ? lastPart(resource) : "";
        return new Subject.Service(
                lastPart(detail.path("clusterArn").asText()), service, detail.path("startedBy").asText());
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
