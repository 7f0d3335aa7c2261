package companion.desktop.live.rolling;

import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.RollingSnapshot.Deployment;
import companion.monitor.snapshot.Status;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rolling deployment as the card shows it.
 *
 * @param about cluster and service
 * @param rows the new one first
 * @param band how many tasks run between the fewest and the most
 * @param breaker what the circuit breaker does, and how far it is
 */
public record RollingModel(
        State state, String word, String about, List<Row> rows, Band band, State breakerState, String breaker) {
    private static final int FEWEST_FAILURES = 3;
    private static final int MOST_FAILURES = 200;

    public RollingModel {
        rows = List.copyOf(rows);
    }

    /**
     * @param fresh whether it is the one that the service becomes
     * @param role {@code new}, {@code old}
     * @param counts {@code 2 of 4 running, 1 pending}
     * @param failed empty if no task failed
     * @param reason as ECS says it
     */
    record Row(
            boolean fresh, String role, String taskDefinition, String image, State state, String word, String counts,
            String failed, String reason, String spoken) {}

    /**
     * @param axis how many tasks the whole axis stands for
     * @param fresh of the new deployment
     */
    record Band(int old, int fresh, int pending, int minimum, int desired, int maximum, int axis) {
        String spoken() {
            return fresh + " new and " + old + " old tasks run; between " + minimum + " and " + maximum + " are allowed, "
                    + desired + " desired";
        }
    }

    public static RollingModel of(RollingSnapshot service) {
        var primary = service.primary().orElse(null);
        var rows = service.deployments().stream().map(each -> row(each, each == primary)).toList();
        int fresh = primary == null ? 0 : primary.running();
        int old = service.deployments().stream().filter(each -> each != primary).mapToInt(Deployment::running).sum();
        int pending = primary == null ? 0 : primary.pending();
        int axis = Math.max(1, Math.max(service.maximum(), old + fresh + pending));
        boolean failed = primary != null && primary.rollout() == Status.FAILED;
        var head = primary == null ? Status.UNKNOWN : primary.rollout();
        return new RollingModel(
                state(head),
                word(head),
                service.cluster() + ", " + service.service(),
                rows,
                new Band(old, fresh, pending, service.minimum(), service.desired(), service.maximum(), axis),
                !service.circuitBreaker() || failed ? State.WARNING : State.OK,
                breaker(service, primary));
    }

    private static Row row(Deployment deployment, boolean fresh) {
        var counts = deployment.running() + " of " + deployment.desired() + " running"
                + (deployment.pending() > 0 ? ", " + deployment.pending() + " pending" : "");
        var failed = deployment.failed() == 0 ? "" : Format.count(deployment.failed(), "task") + " failed to start";
        var role = fresh ? "new" : "old";
        var word = word(deployment.rollout());
        return new Row(
                fresh, role, deployment.taskDefinition(), deployment.image(), state(deployment.rollout()), word, counts,
                failed, deployment.reason(),
                (fresh ? "New" : "Old") + " deployment of " + deployment.taskDefinition() + ", "
                        + word.toLowerCase(Locale.ROOT) + ", " + counts + (failed.isEmpty() ? "" : ", " + failed));
    }

    private static String breaker(RollingSnapshot service, @Nullable Deployment primary) {
        if (!service.circuitBreaker()) {
            return "Circuit breaker off: a deployment whose tasks fail is tried for ever.";
        }
        int threshold = threshold(service.desired());
        int failed = primary == null ? 0 : primary.failed();
        var then = service.rollback() ? "it goes back to the last completed deployment" : "the deployment has failed";
        return "Circuit breaker on: " + Format.count(failed, "task") + " failed to start; at " + threshold + " " + then + ".";
    }

    /** Half of the desired count, but no fewer than 3 and no more than 200 (facts, section 4.4). */
    static int threshold(int desired) {
        return Math.clamp(Math.ceilDiv(desired, 2), FEWEST_FAILURES, MOST_FAILURES);
    }

    private static State state(Status status) {
        return switch (status) {
            case SUCCEEDED -> State.OK;
            case IN_PROGRESS -> State.RUNNING;
            case FAILED -> State.FAILED;
            case STOPPED -> State.STOPPED;
            case NOT_STARTED, WAITING, SUPERSEDED, SKIPPED, UNKNOWN -> State.NOT_STARTED;
        };
    }

    private static String word(Status status) {
        return switch (status) {
            case SUCCEEDED -> "Completed";
            case IN_PROGRESS -> "In progress";
            case FAILED -> "Failed";
            case STOPPED -> "Stopped";
            case NOT_STARTED, WAITING, SUPERSEDED, SKIPPED, UNKNOWN -> "Not started";
        };
    }
}
