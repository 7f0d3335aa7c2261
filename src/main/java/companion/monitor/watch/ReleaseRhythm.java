package companion.monitor.watch;

import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often each part of a release is worth reading, by what is known of it. A build or deployment that is over costs no
 * request, so that these need no rhythm of their own for that.
 *
 * @param release null before the first read
 * @param looked whether somebody looks at it
 * @param told whether events tell of changes
 */
record ReleaseRhythm(Pace pace, @Nullable ReleaseSnapshot release, boolean looked, boolean told) {
    /** Tasks and targets where nothing is deployed change rarely, and cost most. */
    private static final int AT_REST = 6;

    boolean isActive() {
        return release != null && release.isActive();
    }

    Duration every(Part part) {
        var base = looked
                ? isActive() ? pace.running() : pace.quiet()
                : isActive() ? pace.quiet() : pace.resting();
        boolean deploying = isDeploying();
        return switch (part) {
            case PIPELINE, BUILD -> checked(base, told);
            case DEPLOYMENT -> checked(base.multipliedBy(3).dividedBy(2), told);
            case SERVICE -> checked(base.multipliedBy(deploying ? 2 : AT_REST), told);
            // No event tells of the listener's weights and the targets' health.
            case HEALTH -> checked(base.multipliedBy(deploying ? 2 : AT_REST), told && !deploying);
        };
    }

    private Duration checked(Duration every, boolean check) {
        return check && every.compareTo(pace.checked()) < 0 ? pace.checked() : every;
    }

    private boolean isDeploying() {
        if (release == null) {
            return false;
        }
        boolean deployment = release.deployment() != null && !release.deployment().status().isOver();
        boolean rollback = release.rollback() != null && !release.rollback().status().isOver();
        boolean rolling = release.rolling() != null && release.rolling().isMoving();
        return deployment || rollback || rolling || deploys(release.pipeline()).contains(Status.IN_PROGRESS);
    }

    /** What has to be read at once because of what the last read showed. */
    static Set<Part> touched(@Nullable ReleaseSnapshot before, ReleaseSnapshot now) {
        var parts = EnumSet.noneOf(Part.class);
        if (before == null) {
            return parts;
        }
        if (!Objects.equals(before.pipeline(), now.pipeline())) {
            parts.add(Part.BUILD);
            parts.add(Part.DEPLOYMENT);
        }
        boolean deploy = !deploys(before.pipeline()).equals(deploys(now.pipeline()));
        if (deploy
                || !Objects.equals(before.deployment(), now.deployment())
                || !Objects.equals(before.rollback(), now.rollback())) {
            parts.add(Part.SERVICE);
            parts.add(Part.HEALTH);
        }
        if (!before.taskSets().equals(now.taskSets()) || !Objects.equals(before.rolling(), now.rolling())) {
            parts.add(Part.HEALTH);
        }
        return parts;
    }

    private static List<Status> deploys(@Nullable PipelineSnapshot pipeline) {
        return pipeline == null
                ? List.of()
                : pipeline.stages().stream()
                        .flatMap(stage -> stage.actions().stream())
                        .filter(action -> action.category().equals("Deploy"))
                        .map(PipelineSnapshot.ActionSnapshot::status)
                        .toList();
    }
}
