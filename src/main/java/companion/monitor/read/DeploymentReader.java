package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentNotStartedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTarget;
import software.amazon.awssdk.services.codedeploy.model.TargetLabel;

/**
 * Reads a CodeDeploy deployment with its targets; one that succeeded is read no more. One that failed is, a few times, since
 * which deployment rolls it back is known only some time later. Used by one thread at a time.
 */
final class DeploymentReader {
    /** How many targets are told of; as many as the first calls give. */
    private static final int TARGETS = 100;

    private static final int BATCH = 25;
    private static final int READS_SINCE_OVER = 5;

    private final Connection connection;
    private final Map<String, List<String>> targetIds = new HashMap<>();
    private Reading last = Reading.NONE;
    private int readsSinceOver;

    /**
     * @param snapshot null if there is none
     * @param requested percent of traffic that CodeDeploy asked for, by task set id
     * @param colours by task set id
     */
    record Reading(
            @Nullable DeploymentSnapshot snapshot,
            Map<String, Integer> requested,
            Map<String, TaskSetSnapshot.Colour> colours) {
        static final Reading NONE = new Reading(null, Map.of(), Map.of());

        /** What is requested now that a rollback sends the traffic back; the colours stay those of the deployment. */
        Reading with(Reading rollback) {
            if (rollback.snapshot() == null) {
                return this;
            }
            var now = new LinkedHashMap<>(requested);
            now.putAll(rollback.requested());
            var all = new LinkedHashMap<>(rollback.colours());
            all.putAll(colours);
            return new Reading(snapshot, now, all);
        }
    }

    DeploymentReader(Connection connection) {
        this.connection = connection;
    }

    Reading read(@Nullable String id) {
        if (id == null) {
            return Reading.NONE;
        }
        var known = last.snapshot();
        boolean same = known != null && known.id().equals(id);
        if (same && known.status().isOver()
                && (known.status() == Status.SUCCEEDED || known.rolledBackBy() != null || readsSinceOver >= READS_SINCE_OVER)) {
            return last;
        }
        readsSinceOver = same && known.status().isOver() ? readsSinceOver + 1 : 0;
        var info = connection.codeDeploy().getDeployment(request -> request.deploymentId(id)).deploymentInfo();
        var targets = targets(id);
        var requested = new LinkedHashMap<String, Integer>();
        var colours = new LinkedHashMap<String, TaskSetSnapshot.Colour>();
        targets.stream()
                .map(DeploymentTarget::ecsTarget)
                .filter(Objects::nonNull)
                .flatMap(target -> target.taskSetsInfo().stream())
                .forEach(set -> {
                    requested.put(set.identifer(), set.trafficWeight() == null ? 0 : (int) Math.round(set.trafficWeight()));
                    colours.put(
                            set.identifer(),
                            set.taskSetLabel() == TargetLabel.GREEN
                                    ? TaskSetSnapshot.Colour.GREEN
                                    : TaskSetSnapshot.Colour.BLUE);
                });
        last = new Reading(DeploymentReading.deployment(info, targets), requested, colours);
        return last;
    }

    private List<DeploymentTarget> targets(String id) {
        try {
            var known = targetIds.get(id);
            var ids = known == null ? list(id) : known;
            var targets = new ArrayList<DeploymentTarget>();
            for (int from = 0; from < ids.size(); from += BATCH) {
                var some = ids.subList(from, Math.min(ids.size(), from + BATCH));
                targets.addAll(connection.codeDeploy()
                        .batchGetDeploymentTargets(request -> request.deploymentId(id).targetIds(some))
                        .deploymentTargets());
            }
            // Instances come and go while a deployment runs; a service or a function stays the only target.
            if (!targets.isEmpty() && targets.stream().allMatch(target -> target.instanceTarget() == null)) {
                targetIds.clear();
                targetIds.put(id, ids);
            }
            return targets;
        } catch (DeploymentNotStartedException e) {
            return List.of();
        }
    }

    /** CodeDeploy's listing of targets has pages, but the SDK no paginator for it. */
    private List<String> list(String id) {
        var ids = new ArrayList<String>();
        String token = null;
        do {
            var next = token;
            var page = connection.codeDeploy().listDeploymentTargets(request -> request.deploymentId(id).nextToken(next));
            ids.addAll(page.targetIds());
            token = page.nextToken();
        } while (token != null && ids.size() < TARGETS);
        return ids.size() > TARGETS ? List.copyOf(ids.subList(0, TARGETS)) : List.copyOf(ids);
    }
}
