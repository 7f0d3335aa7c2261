package companion.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.fabric.Fault;
import companion.practice.world.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The rules of the default bus, by name. */
final class Rules {
    private static final int TARGETS = 5;

    private final Place place;
    private final Map<String, RuleRecord> byName = new LinkedHashMap<>();

    Rules(Place place) {
        this.place = place;
    }

    RuleRecord put(PutRuleRequest request) {
        var name = request.name();
        if (name == null || !name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
            throw EventFaults.validation("1 validation error detected: Value '" + name + "' at 'name' failed to satisfy "
                    + "constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+");
        }
        if (request.eventPattern() == null && request.scheduleExpression() == null) {
            throw EventFaults.validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        if (request.scheduleExpression() != null) {
            if (!request.scheduleExpression().matches("(rate|cron)\\(.+\\)")) {
                throw EventFaults.validation("Parameter ScheduleExpression is not valid.");
            }
            throw new UnsupportedOperationException("The practice cloud's rules follow events; none runs on a schedule.");
        }
        var pattern = request.eventPattern() == null ? null : EventPattern.parse(request.eventPattern());
        var rule = byName.computeIfAbsent(name, key -> new RuleRecord(key, place.arn("events", "rule/" + key)));
        rule.pattern = pattern;
        rule.patternText = request.eventPattern();
        rule.description = request.description() == null ? "" : request.description();
        rule.roleArn = request.roleArn();
        rule.state = request.state() == null ? RuleState.ENABLED : request.state();
        request.tags().forEach(tag -> rule.tags.put(tag.key(), tag.value()));
        return rule;
    }

    RuleRecord get(String name) {
        var rule = byName.get(name);
        if (rule == null) {
            throw EventFaults.noRule(name);
        }
        return rule;
    }

    RuleRecord byArn(String arn) {
        return get(arn.substring(arn.lastIndexOf('/') + 1));
    }

    /** A rule that is not there is fine; one with targets is not. */
    void delete(String name) {
        var rule = byName.get(name);
        if (rule != null && !rule.targets.isEmpty()) {
            throw EventFaults.validation("Rule can't be deleted since it has targets.");
        }
        byName.remove(name);
    }

    void putTargets(String name, List<Target> targets) {
        var rule = get(name);
        for (var target : targets) {
            if (!Delivery.canReach(target.arn())) {
                throw EventFaults.validation("The practice cloud delivers events to CodePipeline pipelines, CodeBuild "
                        + "projects, SQS queues and CloudWatch log groups, not to " + target.arn() + ".");
            }
            if (target.roleArn() == null && Delivery.needsRole(target.arn())) {
                throw EventFaults.validation("RoleArn is required for target " + target.arn() + ".");
            }
            TargetInput.check(target);
        }
        var ids = new LinkedHashSet<>(rule.targets.keySet());
        targets.forEach(target -> ids.add(target.id()));
        if (ids.size() > TARGETS) {
            throw Fault.of(
                    LimitExceededException.builder(),
                    "LimitExceededException",
                    "The requested resource exceeds the maximum number allowed.");
        }
        targets.forEach(target -> rule.targets.put(target.id(), target));
    }

    Collection<RuleRecord> all() {
        return byName.values();
    }

    boolean mayTake(String source, String detailType) {
        return byName.values().stream().anyMatch(rule -> rule.mayTake(source, detailType));
    }

    List<RuleRecord> taking(JsonNode event) {
        return byName.values().stream().filter(rule -> rule.takes(event)).toList();
    }
}
