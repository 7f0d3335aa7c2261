package companion.practice.elb;

import companion.practice.elb.Probe.Failure;
import companion.practice.traffic.Address;
import companion.practice.world.Timer;
import companion.practice.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * A registered target and its health.
 *
 * <p>Instead of a check at every interval there is at most one planned verdict: when what a check would find differs
 * from the health that is shown, the verdict falls after as many intervals as the threshold says, and is dropped if
 * by then a check finds something else.
 */
final class Target {
    private static final Duration REGISTRATION = Duration.ofSeconds(5);

    private final World world;
    private final Probe probe;
    private final Supplier<TargetGroup> group;
    private final Runnable changed;
    private final TargetDescription description;

    private Health health = Health.UNUSED;
    private TargetUse use = TargetUse.NOT_USED;
    private Instant since;
    private @Nullable Failure failure;
    private @Nullable Timer verdict;
    private boolean expectedHealthy;

    private enum Health {
        UNUSED,
        INITIAL,
        HEALTHY,
        UNHEALTHY,
        DRAINING
    }

    /**
     * @param group the group as it is now
     * @param changed called when requests must go another way than before
     */
    Target(World world, Probe probe, Supplier<TargetGroup> group, Runnable changed, TargetDescription description) {
        this.world = world;
        this.probe = probe;
        this.group = group;
        this.changed = changed;
        this.description = description;
        this.since = world.now();
    }

    TargetDescription description() {
        return description;
    }

    Address address() {
        return new Address(description.id(), description.port());
    }

    boolean isHealthy() {
        return health == Health.HEALTHY;
    }

    /** Whether it would get requests if no target were healthy. */
    boolean isCandidate() {
        return health == Health.INITIAL || health == Health.UNHEALTHY || health == Health.HEALTHY;
    }

    boolean isUnused() {
        return health == Health.UNUSED;
    }

    boolean isDraining() {
        return health == Health.DRAINING;
    }

    /** Follows what becomes of its group. */
    void follow(TargetUse now) {
        if (isDraining() || now == use) {
            return;
        }
        use = now;
        cancel();
        failure = null;
        health = switch (now) {
            case NOT_USED, ZONE_NOT_ENABLED -> Health.UNUSED;
            case PROVISIONING, SERVING -> Health.INITIAL;
        };
        since = world.now();
        look();
    }

    /** Plans or drops a verdict according to what a check finds now. */
    void look() {
        if (use != TargetUse.SERVING || isDraining()) {
            return;
        }
        var found = check();
        if (found != null && health == Health.UNHEALTHY) {
            failure = found;
        }
        boolean passes = found == null;
        if (passes && health == Health.HEALTHY || !passes && health == Health.UNHEALTHY) {
            cancel();
        } else if (verdict == null || expectedHealthy != passes) {
            cancel();
            expectedHealthy = passes;
            var settings = group.get();
            int checks = passes ? settings.healthyThresholdCount() : settings.unhealthyThresholdCount();
            verdict = world.after(
                    Duration.ofSeconds((long) checks * settings.healthCheckIntervalSeconds()), this::decide);
        }
    }

    private void decide() {
        verdict = null;
        var found = check();
        if ((found == null) != expectedHealthy) {
            look();
            return;
        }
        failure = found;
        health = found == null ? Health.HEALTHY : Health.UNHEALTHY;
        changed.run();
    }

    private @Nullable Failure check() {
        return probe.check(group.get(), description.id(), description.port());
    }

    /** Gets no more requests, and is gone after a delay. */
    void drain(Duration delay, Runnable gone) {
        cancel();
        health = Health.DRAINING;
        verdict = world.after(delay, gone);
    }

    /** Drops what is planned, for a target that is forgotten or registered anew. */
    void cancel() {
        if (verdict != null) {
            verdict.cancel();
            verdict = null;
        }
    }

    /** As DescribeTargetHealth shows it. */
    TargetHealth shown() {
        return switch (health) {
            case UNUSED -> health(
                    TargetHealthStateEnum.UNUSED, TargetHealthReasonEnum.TARGET_NOT_IN_USE, use.whyUnused());
            case INITIAL -> use == TargetUse.PROVISIONING || world.now().isBefore(since.plus(REGISTRATION))
                    ? health(
                            TargetHealthStateEnum.INITIAL,
                            TargetHealthReasonEnum.ELB_REGISTRATION_IN_PROGRESS,
                            "Target registration is in progress")
                    : health(
                            TargetHealthStateEnum.INITIAL,
                            TargetHealthReasonEnum.ELB_INITIAL_HEALTH_CHECKING,
                            "Initial health checks in progress");
            case HEALTHY -> TargetHealth.builder()
                    .state(TargetHealthStateEnum.HEALTHY)
                    .build();
            case UNHEALTHY -> health(
                    TargetHealthStateEnum.UNHEALTHY,
                    failure == null ? TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS : failure.reason(),
                    failure == null ? "Health checks failed" : failure.description());
            case DRAINING -> health(
                    TargetHealthStateEnum.DRAINING,
                    TargetHealthReasonEnum.TARGET_DEREGISTRATION_IN_PROGRESS,
                    "Target deregistration is in progress");
        };
    }

    static TargetHealth health(TargetHealthStateEnum state, TargetHealthReasonEnum reason, String description) {
        return TargetHealth.builder()
                .state(state)
                .reason(reason)
                .description(description)
                .build();
    }
}
