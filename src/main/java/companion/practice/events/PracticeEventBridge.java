package companion.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.fabric.EventBus;
import companion.practice.fabric.EventFeed;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.TagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternRequest;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternResponse;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceResponse;

/**
 * EventBridge of one region: the default bus and its rules.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/">EventBridge API reference</a>
 */
public final class PracticeEventBridge implements EventBridgeClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Place place;
    private final Rules rules;
    private final Bus bus;

    public PracticeEventBridge(World world, Place place, Services services, Fabric fabric) {
        this.place = place;
        this.rules = new Rules(place);
        this.bus = new Bus(world, place, rules, new Delivery(world, services, fabric));
    }

    /** The bus, for the rooms' own events. */
    public EventBus bus() {
        return bus;
    }

    /** The bus, for rooms that follow others. */
    public EventFeed feed() {
        return bus;
    }

    @Override
    public PutRuleResponse putRule(PutRuleRequest request) {
        requireDefaultBus(request.eventBusName());
        return PutRuleResponse.builder().ruleArn(rules.put(request).arn).build();
    }

    @Override
    public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
        requireDefaultBus(request.eventBusName());
        var rule = rules.get(request.name());
        return DescribeRuleResponse.builder()
                .name(rule.name)
                .arn(rule.arn)
                .eventBusName("default")
                .eventPattern(rule.patternText)
                .state(rule.state)
                .description(rule.description.isEmpty() ? null : rule.description)
                .roleArn(rule.roleArn)
                .createdBy(place.account())
                .build();
    }

    @Override
    public ListRulesResponse listRules(ListRulesRequest request) {
        requireDefaultBus(request.eventBusName());
        var prefix = request.namePrefix() == null ? "" : request.namePrefix();
        return ListRulesResponse.builder()
                .rules(rules.all().stream()
                        .filter(rule -> rule.name.startsWith(prefix))
                        .map(RuleRecord::toModel)
                        .toList())
                .build();
    }

    @Override
    public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
        requireDefaultBus(request.eventBusName());
        rules.delete(request.name());
        return DeleteRuleResponse.builder().build();
    }

    @Override
    public EnableRuleResponse enableRule(EnableRuleRequest request) {
        rules.get(request.name()).state = RuleState.ENABLED;
        return EnableRuleResponse.builder().build();
    }

    @Override
    public DisableRuleResponse disableRule(DisableRuleRequest request) {
        rules.get(request.name()).state = RuleState.DISABLED;
        return DisableRuleResponse.builder().build();
    }

    @Override
    public PutTargetsResponse putTargets(PutTargetsRequest request) {
        requireDefaultBus(request.eventBusName());
        rules.putTargets(request.rule(), request.targets());
        return PutTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of()).build();
    }

    @Override
    public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request) {
        requireDefaultBus(request.eventBusName());
        rules.get(request.rule()).targets.keySet().removeAll(request.ids());
        return RemoveTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of()).build();
    }

    @Override
    public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
        requireDefaultBus(request.eventBusName());
        return ListTargetsByRuleResponse.builder()
                .targets(rules.get(request.rule()).targets.values())
                .build();
    }

    @Override
    public ListRuleNamesByTargetResponse listRuleNamesByTarget(ListRuleNamesByTargetRequest request) {
        return ListRuleNamesByTargetResponse.builder()
                .ruleNames(rules.all().stream()
                        .filter(rule -> rule.targets.values().stream()
                                .anyMatch(target -> target.arn().equals(request.targetArn())))
                        .map(rule -> rule.name)
                        .toList())
                .build();
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        return PutEventsResponse.builder()
                .entries(request.entries().stream().map(this::put).toList())
                .failedEntryCount((int) request.entries().stream()
                        .filter(entry -> refusal(entry) != null)
                        .count())
                .build();
    }

    @Override
    public TestEventPatternResponse testEventPattern(TestEventPatternRequest request) {
        var event = readObject(request.event());
        if (event == null) {
            throw EventFaults.validation("Event is not valid JSON.");
        }
        return TestEventPatternResponse.builder()
                .result(EventPattern.parse(request.eventPattern()).matches(event))
                .build();
    }

    @Override
    public DescribeEventBusResponse describeEventBus(DescribeEventBusRequest request) {
        requireDefaultBus(request.name());
        return DescribeEventBusResponse.builder()
                .name("default")
                .arn(place.arn("events", "event-bus/default"))
                .build();
    }

    @Override
    public ListEventBusesResponse listEventBuses(ListEventBusesRequest request) {
        return ListEventBusesResponse.builder()
                .eventBuses(software.amazon.awssdk.services.eventbridge.model.EventBus.builder()
                        .name("default")
                        .arn(place.arn("events", "event-bus/default"))
                        .build())
                .build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        var rule = rules.byArn(request.resourceARN());
        request.tags().forEach(tag -> rule.tags.put(tag.key(), tag.value()));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        rules.byArn(request.resourceARN()).tags.keySet().removeAll(request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(rules.byArn(request.resourceARN()).tags.entrySet().stream()
                        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                        .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private PutEventsResultEntry put(PutEventsRequestEntry entry) {
        var refusal = refusal(entry);
        if (refusal != null) {
            return PutEventsResultEntry.builder()
                    .errorCode(refusal)
                    .errorMessage(refusal.equals("MalformedDetail") ? "Detail is malformed."
                            : "Parameter is not valid. Reason: Source, DetailType and Detail are required; Source must not "
                                    + "begin with aws.")
                    .build();
        }
        var id = bus.accept(entry.source(), entry.detailType(), entry.resources(), readObject(entry.detail()));
        return PutEventsResultEntry.builder().eventId(id).build();
    }

    private static @Nullable String refusal(PutEventsRequestEntry entry) {
        if (entry.source() == null || entry.detailType() == null || entry.detail() == null) {
            return "InvalidArgument";
        }
        if (entry.source().startsWith("aws.")) {
            return "NotAuthorizedForSourceException";
        }
        return readObject(entry.detail()) == null ? "MalformedDetail" : null;
    }

    private static @Nullable JsonNode readObject(String text) {
        try {
            var tree = JSON.readTree(text);
            return tree != null && tree.isObject() ? tree : null;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return null;
        }
    }

    private static void requireDefaultBus(@Nullable String name) {
        if (name != null && !name.equals("default") && !name.endsWith(":event-bus/default")) {
            throw Fault.of(
                    ResourceNotFoundException.builder(),
                    "ResourceNotFoundException",
                    "Event bus " + name + " does not exist.");
        }
    }
}
