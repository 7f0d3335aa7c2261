package companion.practice.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.fabric.Trust;
import companion.practice.world.World;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * Hands an event to a rule's targets: pipelines, build projects and log groups, which is what the practice cloud has.
 *
 * <p>As on AWS, a delivery that is refused (no such target any more, a role that EventBridge may not assume) is lost
 * silently: whoever wired the rule wrongly sees that nothing starts.
 */
final class Delivery {
    static final String SERVICE = "events.amazonaws.com";

    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

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
        return arn.startsWith("arn:aws:codepipeline:")
                || arn.startsWith("arn:aws:codebuild:")
                || arn.startsWith("arn:aws:logs:");
    }

    void deliver(RuleRecord rule, ObjectNode event) {
        for (var target : rule.targets.values()) {
            try {
                deliver(rule, target, event);
            } catch (SdkException e) {
                LOG.log(System.Logger.Level.DEBUG, "Rule {0} could not deliver to {1}: {2}", rule.name, target.arn(),
                        e.getMessage());
            }
        }
    }

    private void deliver(RuleRecord rule, Target target, ObjectNode event) {
        var arn = target.arn();
        var name = arn.substring(arn.lastIndexOf(':') + 1);
        if (arn.startsWith("arn:aws:logs:")) {
            log(arn, event);
            return;
        }
        var role = target.roleArn();
        if (role == null || fabric.trust().assume(role, SERVICE) != Trust.Answer.TRUSTED) {
            return;
        }
        ScopedValue.where(Caller.CURRENT, Caller.service(role, SERVICE, rule.name)).run(() -> {
            if (arn.startsWith("arn:aws:codepipeline:")) {
                services.codePipeline().startPipelineExecution(request -> request.name(name));
            } else {
                services.codeBuild()
                        .startBuild(request -> request.projectName(name.substring(name.indexOf('/') + 1)));
            }
        });
    }

    private void log(String arn, ObjectNode event) {
        var group = arn.replaceFirst(".*:log-group:", "").replaceFirst(":\\*$", "");
        var stream = event.path("id").asText();
        services.logs().createLogStream(request -> request.logGroupName(group).logStreamName(stream));
        services.logs()
                .putLogEvents(request -> request.logGroupName(group)
                        .logStreamName(stream)
                        .logEvents(InputLogEvent.builder()
                                .timestamp(world.now().toEpochMilli())
                                .message(event.toString())
                                .build()));
    }
}
