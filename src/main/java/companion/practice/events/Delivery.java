package companion.practice.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.fabric.Trust;
import companion.practice.world.World;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * Hands an event to a rule's targets: pipelines, build projects, queues and log groups, which is what the practice cloud has.
 *
 * <p>As on AWS, a delivery that is refused (no such target any more, a role that EventBridge may not assume, a queue whose
 * policy does not let the rule send) is lost silently: whoever wired the rule wrongly sees that nothing comes.
 */
final class Delivery {
    static final String SERVICE = "events.amazonaws.com";

    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    /** About a second passes from an event until what it starts has begun. */
    private static final Duration STARTING = Duration.ofMillis(900);

    private static final String PIPELINE = "arn:aws:codepipeline:";
    private static final String BUILD = "arn:aws:codebuild:";
    private static final String QUEUE = "arn:aws:sqs:";
    private static final String LOGS = "arn:aws:logs:";

    private final World world;
    private final Services services;
    private final Fabric fabric;

    Delivery(World world, Services services, Fabric fabric) {
        this.world = world;
        this.services = services;
        this.fabric = fabric;
    }

    /** Whether the practice cloud can deliver to a target with this ARN. */
    static boolean canReach(String arn) {
        return needsRole(arn) || arn.startsWith(QUEUE) || arn.startsWith(LOGS);
    }

    /** Whether EventBridge acts in a role there; elsewhere the target's own policy lets it in. */
    static boolean needsRole(String arn) {
        return arn.startsWith(PIPELINE) || arn.startsWith(BUILD);
    }

    void deliver(RuleRecord rule, ObjectNode event) {
        for (var target : rule.targets.values()) {
            if (needsRole(target.arn())) {
                world.after(STARTING, () -> quietly(rule, target, () -> start(rule, target)));
            } else {
                quietly(rule, target, () -> put(rule, target, event));
            }
        }
    }

    private static void quietly(RuleRecord rule, Target target, Runnable delivery) {
        try {
            delivery.run();
        } catch (SdkException e) {
            LOG.log(System.Logger.Level.DEBUG, "Rule {0} could not deliver to {1}: {2}", rule.name, target.arn(),
                    e.getMessage());
        }
    }

    private void put(RuleRecord rule, Target target, ObjectNode event) {
        var input = TargetInput.of(rule, target, event);
        if (target.arn().startsWith(LOGS)) {
            log(target.arn(), event.path("id").asText(), input);
        } else {
            fabric.queues().send(target.arn(), SERVICE, rule.arn, input);
        }
    }

    private void start(RuleRecord rule, Target target) {
        var role = target.roleArn();
        if (role == null || fabric.trust().assume(role, SERVICE) != Trust.Answer.TRUSTED) {
            return;
        }
        var name = target.arn().substring(target.arn().lastIndexOf(':') + 1);
        ScopedValue.where(Caller.CURRENT, Caller.service(role, SERVICE, rule.name)).run(() -> {
            if (target.arn().startsWith(PIPELINE)) {
                services.codePipeline().startPipelineExecution(request -> request.name(name));
            } else {
                services.codeBuild()
                        .startBuild(request -> request.projectName(name.substring(name.indexOf('/') + 1)));
            }
        });
    }

    private void log(String arn, String stream, String message) {
        var group = arn.replaceFirst(".*:log-group:", "").replaceFirst(":\\*$", "");
        services.logs().createLogStream(request -> request.logGroupName(group).logStreamName(stream));
        services.logs()
                .putLogEvents(request -> request.logGroupName(group)
                        .logStreamName(stream)
                        .logEvents(InputLogEvent.builder()
                                .timestamp(world.now().toEpochMilli())
                                .message(message)
                                .build()));
    }
}
