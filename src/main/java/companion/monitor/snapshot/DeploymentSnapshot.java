package companion.monitor.snapshot;

import companion.monitor.snapshot.PipelineSnapshot.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CodeDeploy deployment at one moment (facts, section 4.3).
 *
 * @param configuration for example {@code CodeDeployDefault.ECSAllAtOnce}
 * @param events in AWS's order, of its first target
 * @param waiting what it waits for now, or null
 * @param error code and text of its failure, or null
 * @param rollbackOf the deployment that this one rolls back, or null
 * @param rolledBackBy the deployment that rolls this one back, or null
 * @param creator who made it: {@code user}, {@code CodeDeploy}, {@code codeDeployRollback}; empty if not known
 * @param said what CodeDeploy says of its rollback or its state; empty if nothing
 * @param targets what it deploys to: one ECS service, or instances
 */
public record DeploymentSnapshot(
        String id,
        String application,
        String group,
        String configuration,
        Status status,
        Span span,
        List<LifecycleEvent> events,
        @Nullable Wait waiting,
        PipelineSnapshot.@Nullable Failure error,
        @Nullable String rollbackOf,
        @Nullable String rolledBackBy,
        String creator,
        String said,
        List<Target> targets) {
    public DeploymentSnapshot {
        events = List.copyOf(events);
        targets = List.copyOf(targets);
    }

    /** A deployment of which no more is known. */
    public DeploymentSnapshot(
            String id,
            String application,
            String group,
            String configuration,
            Status status,
            Span span,
            List<LifecycleEvent> events,
            @Nullable Wait waiting,
            PipelineSnapshot.@Nullable Failure error,
            @Nullable String rollbackOf) {
        this(id, application, group, configuration, status, span, events, waiting, error, rollbackOf, null, "", "", List.of());
    }

    /** Whether traffic goes over in one step, so that the load balancer looks at health only after it moved. */
    public boolean isAllAtOnce() {
        return configuration.endsWith("AllAtOnce");
    }

    /**
     * @param id an instance id, or {@code cluster:service}
     * @param kind as CodeDeploy names it: InstanceTarget, ECSTarget, LambdaTarget, CloudFormationTarget
     * @param label Blue or Green of an instance; empty otherwise
     */
    public record Target(String id, String kind, String label, Status status, List<LifecycleEvent> events) {
        public Target {
            events = List.copyOf(events);
        }
    }

    /**
     * @param hook whether the AppSpec names a function for it; without one it passes at once
     * @param diagnostics what CodeDeploy says of its failure, or null
     * @param code CodeDeploy's, for example {@code ScriptFailed}; empty if there is none
     * @param logTail the last lines of the script that failed; empty if there are none
     */
    public record LifecycleEvent(
            String name,
            Status status,
            Span span,
            boolean hook,
            @Nullable String diagnostics,
            String code,
            String logTail) {
        public LifecycleEvent(String name, Status status, Span span, boolean hook, @Nullable String diagnostics) {
            this(name, status, span, hook, diagnostics, "", "");
        }

        private static final Set<String> ONLY_HOOKS = Set.of(
                "BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AfterAllowTraffic");

        /** Whether nothing was done in it but go on. */
        public boolean passes() {
            return !hook && ONLY_HOOKS.contains(name) && status == Status.SUCCEEDED;
        }
    }

    /**
     * @param kind READY before the traffic moves, TERMINATION before the original task set goes
     * @param whole how long it lasts
     * @param until when it ends by itself
     */
    public record Wait(Kind kind, Duration whole, Instant until) {
        public enum Kind {
            READY,
            TERMINATION
        }
    }
}
