package companion.monitor.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An ECS blue/green deployment at one moment (facts, section 4.3).
 *
 * @param configuration for example {@code CodeDeployDefault.ECSAllAtOnce}
 * @param events in AWS's order
 * @param waiting what it waits for now, or null
 * @param error code and text of its failure, or null
 * @param rollbackOf the deployment that this one rolls back, or null
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
        @Nullable String rollbackOf) {
    public DeploymentSnapshot {
        events = List.copyOf(events);
    }

    /** @param hook whether the AppSpec names a function for it; without one it passes at once */
    public record LifecycleEvent(
            String name, Status status, Span span, boolean hook, @Nullable String diagnostics) {
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
