package companion.practice.cloudformation.resource.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceFailedException;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.resource.TagChange;
import companion.practice.fabric.Services;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** {@code AWS::Events::Rule}: Ref is the name. A pattern may be an object here; EventBridge takes it as text. */
public final class EventRuleType extends ResourceType {
    private static final String BUS = "EventBusName";
    private static final String TARGETS = "Targets";

    public EventRuleType() {
        super(
                "AWS::Events::Rule",
                "Name! EventBusName! Description EventPattern ScheduleExpression State RoleArn Targets Tags",
                "Arn",
                Pace.seconds(55, 62).deleting(10));
    }

    @Override
    public @Nullable String takenName(Desired desired, Services cloud) {
        return takenIf(desired.properties().text("Name"), name -> {
            cloud.eventBridge().describeRule(request -> request.name(name)
                    .eventBusName(desired.properties().text(BUS)));
            return true;
        });
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("Name", 64);
        var request = rule(name, desired.properties())
                .tags(desired.tags().entrySet().stream().map(EventRuleType::tag).toList());
        cloud.eventBridge().putRule(request.build());
        return name;
    }

    @Override
    public void configure(String name, Desired desired, Services cloud) {
        putTargets(name, desired.properties(), cloud.eventBridge());
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Arn")
                ? text(describe(resource, cloud))
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var name = current.physicalId();
        var events = cloud.eventBridge();
        events.putRule(rule(name, desired.properties()).build());
        var kept = ids(desired.properties());
        var gone = ids(current.properties()).stream().filter(id -> !kept.contains(id)).toList();
        removeTargets(current, gone, events);
        putTargets(name, desired.properties(), events);
        retag(current, TagChange.between(current, desired), cloud);
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        removeTargets(resource, ids(resource.properties()), cloud.eventBridge());
        cloud.eventBridge().deleteRule(request -> request.name(resource.physicalId())
                .eventBusName(resource.properties().text(BUS)));
    }

    private static PutRuleRequest.Builder rule(String name, Properties properties) {
        return properties.without(TARGETS, "Tags").with("Name", name).fill(PutRuleRequest.builder());
    }

    private static void putTargets(String name, Properties properties, EventBridgeClient events) {
        if (ids(properties).isEmpty()) {
            return;
        }
        var answer = events.putTargets(properties
                .only(TARGETS)
                .fill(PutTargetsRequest.builder())
                .rule(name)
                .eventBusName(properties.text(BUS))
                .build());
        for (var failed : answer.failedEntries()) {
            throw new ResourceFailedException(
                    "Target " + failed.targetId() + ": " + failed.errorMessage());
        }
    }

    private static void removeTargets(Existing resource, List<String> ids, EventBridgeClient events) {
        if (!ids.isEmpty()) {
            events.removeTargets(request -> request.rule(resource.physicalId())
                    .eventBusName(resource.properties().text(BUS))
                    .ids(ids));
        }
    }

    private static void retag(Existing current, TagChange change, Services cloud) {
        if (!change.removed().isEmpty()) {
            var arn = describe(current, cloud);
            cloud.eventBridge().untagResource(request -> request.resourceARN(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            var arn = describe(current, cloud);
            cloud.eventBridge().tagResource(request -> request.resourceARN(arn)
                    .tags(change.set().entrySet().stream().map(EventRuleType::tag).toList()));
        }
    }

    private static String describe(Existing resource, Services cloud) {
        return cloud.eventBridge()
                .describeRule(request -> request.name(resource.physicalId())
                        .eventBusName(resource.properties().text(BUS)))
                .arn();
    }

    private static List<String> ids(Properties properties) {
        return properties.objects(TARGETS).stream().map(target -> target.required("Id")).toList();
    }

    private static Tag tag(Map.Entry<String, String> tag) {
        return Tag.builder().key(tag.getKey()).value(tag.getValue()).build();
    }
}
