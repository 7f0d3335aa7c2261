package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.StackOutputs;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Creates the rule that starts the pipeline when somebody pushes; only the console would make it unasked. */
final class TriggerStep extends AwsStep {
    private final Names names;

    TriggerStep(Names names) {
        super(names.site(), new Title("trigger", "Start it on each push", "EventBridge", "PutRule"));
        this.names = names;
    }

    @Override
    public List<Resource> creates() {
        return List.of(
                Resource.free("EventBridge rule", Names.RULE, Names.PIPELINE_GROUP, "RemoveTargets, DeleteRule"));
    }

    @Override
    public List<Call> plan() {
        return Calls.resource(site, service(), List.of(rule(), targets(StackOutputs.unknown())));
    }

    private String pattern() {
        return """
            {"source":["aws.codecommit"],"detail-type":["CodeCommit Repository State Change"],\
            "resources":["%s"],"detail":{"event":["referenceCreated","referenceUpdated"],\
            "referenceType":["branch"],"referenceName":["%s"]}}\
            """.formatted(names.repositoryArn(), names.branch());
    }

    private PutRuleRequest rule() {
        return PutRuleRequest.builder()
                .name(Names.RULE)
                .description("Starts " + Names.PIPELINE + " on a push to " + names.branch())
                .eventPattern(pattern())
                .build();
    }

    private PutTargetsRequest targets(StackOutputs roles) {
        return PutTargetsRequest.builder()
                .rule(Names.RULE)
                .targets(Target.builder()
                        .id(Names.PIPELINE)
                        .arn(names.pipelineArn())
                        .roleArn(roles.get("EventsRoleArn"))
                        .build())
                .build();
    }

    @Override
    public Check check() {
        var rule = Absence.unless(
                ResourceNotFoundException.class, () -> aws().eventBridge().describeRule(it -> it.name(Names.RULE)));
        if (rule.isEmpty()) {
            return new Check.Missing("No rule " + Names.RULE);
        }
        boolean aimed = aws().eventBridge().listTargetsByRule(it -> it.rule(Names.RULE)).targets().stream()
                .anyMatch(target -> target.arn().equals(names.pipelineArn()));
        var differences = new Differences()
                .compare("State", "ENABLED", rule.get().stateAsString())
                .compare("Targets", names.pipelineArn(), aimed ? names.pipelineArn() : null)
                .list();
        return differences.isEmpty()
                ? Check.found(
                        "Found " + Names.RULE + ", " + names.branch(),
                        Output.arn("ARN", rule.get().arn()))
                : new Check.Differs("Rule " + Names.RULE, differences, true);
    }

    @Override
    public void run(Progress progress) throws Exception {
        var targets = targets(StackOutputs.read(aws(), Names.ROLES_STACK));
        aws().eventBridge().putRule(rule());
        var answer = aws().eventBridge().putTargets(targets);
        if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
            var entry = answer.failedEntries().getFirst();
            throw failure(
                    "EVENTBRIDGE_" + entry.errorCode(),
                    entry.errorMessage(),
                    "The role of the rule may not be usable yet.",
                    "Run the stage again.",
                    entry.toString());
        }
    }
}
