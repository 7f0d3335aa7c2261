package companion.monitor.why;

import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.ServiceEvent;
import companion.monitor.snapshot.TaskSetSnapshot.Stop;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.why.Why.Evidence;
import companion.monitor.why.Why.Failed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ECS and the load balancer say of the new tasks.
 *
 * @param stopped why tasks stopped, one below the other
 * @param unhealthy why targets are not healthy, one below the other
 * @param failed the task or target that failed first
 */
record ServiceFacts(
        String stopped,
        String unhealthy,
        Optional<Failed> failed,
        List<Evidence> evidence,
        List<TaskSnapshot> tasks,
        boolean known) {
    private static final int EVENTS = 8;

    /**
     * @param of the task set or the deployment that started the new tasks
     * @param tasks that are to run now
     * @param since what happened before is no evidence
     */
    static ServiceFacts of(ReleaseSnapshot release, String of, List<TaskSnapshot> tasks, @Nullable Instant since) {
        var evidence = new ArrayList<Evidence>();
        var stopped = new StringBuilder();
        Failed failed = null;
        for (var task : release.stopped().reversed()) {
            var stop = task.task().stop();
            if (stop == null || isStopOnPurpose(stop) || !of.isEmpty() && !of.equals(task.of()) || isBefore(stop.at(), since)) {
                continue;
            }
            var text = text(stop);
            stopped.append(text).append('\n');
            evidence.add(new Evidence("ECS", stop.at(), "task " + task.task().id() + " of " + task.taskDefinition() + ": " + text));
            failed = failed == null ? new Failed("task " + task.task().id(), how(stop)) : failed;
        }
        var unhealthy = new StringBuilder();
        for (var task : tasks) {
            if (task.health().equals("unhealthy")) {
                unhealthy.append(task.reasonCode()).append(' ').append(task.reason()).append('\n');
                evidence.add(new Evidence("Elastic Load Balancing", null,
                        "target of task " + task.id() + " is unhealthy: " + task.reason()));
                failed = failed == null ? new Failed("target of task " + task.id(), task.reasonCode()) : failed;
            }
        }
        for (var event : release.serviceEvents().stream()
                .filter(each -> !isBefore(each.at(), since) && isBad(each))
                .limit(EVENTS)
                .toList()) {
            evidence.add(new Evidence("ECS", event.at(), event.message()));
            (event.message().contains("unhealthy") ? unhealthy : stopped).append(event.message()).append('\n');
        }
        boolean known = !release.taskSets().isEmpty() || release.rolling() != null;
        return new ServiceFacts(
                stopped.toString(), unhealthy.toString(), Optional.ofNullable(failed), evidence, tasks, known);
    }

    /** Only what was looked at. */
    List<String> ruledOut() {
        if (!known) {
            return List.of();
        }
        var out = new ArrayList<String>();
        boolean run = !tasks.isEmpty() && tasks.stream().allMatch(task -> task.lastStatus().equals("RUNNING"));
        if (run && stopped.isEmpty()) {
            out.add("The new tasks start and keep running");
        }
        if (run) {
            out.add("The image could be pulled");
        }
        if (!tasks.isEmpty() && tasks.stream().allMatch(TaskSnapshot::isHealthy)) {
            out.add("The new targets are healthy");
        }
        return out;
    }

    private static String text(Stop stop) {
        var text = new StringBuilder(stop.code().isEmpty() ? "" : stop.code() + ": ").append(stop.reason());
        for (var container : stop.containers()) {
            text.append("; container ").append(container.container());
            if (container.code() != null) {
                text.append(" exit code ").append(container.code());
            }
            if (!container.reason().isEmpty()) {
                text.append(' ').append(container.reason());
            }
        }
        return text.toString();
    }

    private static String how(Stop stop) {
        return stop.containers().stream()
                .filter(container -> container.code() != null)
                .findFirst()
                .map(container -> "exit code " + container.code())
                .orElse(stop.code().isEmpty() ? "stopped" : stop.code());
    }

    /** What the scheduler or a person stopped did not fail by itself, unless its health is why. */
    private static boolean isStopOnPurpose(Stop stop) {
        boolean asked = stop.code().equals("ServiceSchedulerInitiated") || stop.code().equals("UserInitiated");
        return asked && !stop.reason().contains("health checks");
    }

    private static boolean isBad(ServiceEvent event) {
        return Stream.of("unhealthy", "unable to", "failed", "rolling back", "not able", "error")
                .anyMatch(event.message().toLowerCase(Locale.ROOT)::contains);
    }

    private static boolean isBefore(@Nullable Instant at, @Nullable Instant since) {
        return at != null && since != null && at.isBefore(since);
    }
}
