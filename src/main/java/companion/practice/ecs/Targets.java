package companion.practice.ecs;

import companion.practice.fabric.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/** The tasks of services as targets of load balancers. */
final class Targets {
    private static final String DELAY = "deregistration_delay.timeout_seconds";

    private final EcsRegion region;
    private final ServiceEvents events;

    Targets(EcsRegion region, ServiceEvents events) {
        this.region = region;
        this.events = events;
    }

    /** Registers a task wherever its service asks for it; answers the error of the load balancer if it refuses. */
    @Nullable String register(TaskState task) {
        var owner = task.owner;
        if (owner == null || task.ip == null) {
            return null;
        }
        for (var balancer : task.loadBalancers()) {
            var target = new TaskState.Target(balancer.targetGroupArn(), task.ip, balancer.containerPort());
            try {
                region.services()
                        .elb()
                        .registerTargets(r -> r.targetGroupArn(target.targetGroupArn()).targets(of(target)));
            } catch (ElasticLoadBalancingV2Exception e) {
                events.cannotRegister(owner, target.targetGroupArn(), Fault.text(e));
                return Fault.text(e);
            }
            task.targets.add(target);
            events.registered(owner, 1, target.targetGroupArn());
        }
        return null;
    }

    /** Takes tasks out of their target groups; answers how long connections drain. */
    Duration deregister(List<TaskState> tasks) {
        var byGroup = new LinkedHashMap<String, List<TaskState>>();
        tasks.forEach(t -> t.targets.forEach(
                target -> byGroup.computeIfAbsent(target.targetGroupArn(), g -> new ArrayList<>()).add(t)));
        var drain = Duration.ZERO;
        for (var group : byGroup.entrySet()) {
            var arn = group.getKey();
            var gone = group.getValue().stream()
                    .flatMap(t -> t.targets.stream().filter(x -> x.targetGroupArn().equals(arn)))
                    .map(Targets::of)
                    .toList();
            var owner = group.getValue().getFirst().owner;
            try {
                region.services().elb().deregisterTargets(r -> r.targetGroupArn(arn).targets(gone));
                var delay = drainTime(arn);
                drain = delay.compareTo(drain) > 0 ? delay : drain;
                if (owner != null) {
                    events.draining(owner, gone.size(), arn);
                }
            } catch (ElasticLoadBalancingV2Exception deleted) {
                // The target group is gone, and the targets with it.
            }
        }
        tasks.forEach(t -> t.targets.clear());
        return drain;
    }

    @Nullable TargetHealth health(TaskState.Target target) {
        try {
            return region
                    .services()
                    .elb()
                    .describeTargetHealth(r -> r.targetGroupArn(target.targetGroupArn()).targets(of(target)))
                    .targetHealthDescriptions()
                    .stream()
                    .map(d -> d.targetHealth())
                    .findFirst()
                    .orElse(null);
        } catch (ElasticLoadBalancingV2Exception deleted) {
            return null;
        }
    }

    @Nullable TargetGroup group(String arn) {
        try {
            return region.services().elb().describeTargetGroups(r -> r.targetGroupArns(arn)).targetGroups().stream()
                    .findFirst()
                    .orElse(null);
        } catch (ElasticLoadBalancingV2Exception absent) {
            return null;
        }
    }

    private Duration drainTime(String arn) {
        return region.services().elb().describeTargetGroupAttributes(r -> r.targetGroupArn(arn)).attributes().stream()
                .filter(a -> DELAY.equals(a.key()))
                .map(a -> Duration.ofSeconds(Long.parseLong(a.value())))
                .findFirst()
                .orElse(Duration.ofSeconds(300));
    }

    private static TargetDescription of(TaskState.Target target) {
        return TargetDescription.builder().id(target.ip()).port(target.port()).build();
    }
}
