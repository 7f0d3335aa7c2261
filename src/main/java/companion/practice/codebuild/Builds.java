package companion.practice.codebuild;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.Timer;
import companion.practice.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.StatusType;

/** All builds of a region; so many run at once, and others wait for their turn. */
final class Builds {
    static final int CONCURRENT = 20;
    private static final int QUEUE = 5 * CONCURRENT;

    private final World world;
    private final Services services;
    private final Fabric fabric;
    private final Place place;
    private final Map<String, BuildJob> all = new LinkedHashMap<>();
    private final Map<String, BuildRun> runs = new LinkedHashMap<>();
    private final Map<String, Timer> waits = new LinkedHashMap<>();
    private final Deque<BuildJob> queue = new ArrayDeque<>();

    Builds(World world, Services services, Fabric fabric, Place place) {
        this.world = world;
        this.services = services;
        this.fabric = fabric;
        this.place = place;
    }

    /** Refuses one more build of a project when there are too many. */
    void checkLimits(Project project) {
        if (queue.size() >= QUEUE) {
            throw CodeBuildFaults.limit("Cannot have more than " + QUEUE + " builds in queue for the account");
        }
        var limit = project.concurrentBuildLimit();
        long active = runs.keySet().stream()
                .filter(id -> id.startsWith(project.name() + ":"))
                .count();
        if (limit != null && active >= limit) {
            throw CodeBuildFaults.limit("Cannot have more than " + limit + " active builds for the project");
        }
    }

    void start(BuildJob job) {
        all.put(job.id, job);
        runs.put(job.id, new BuildRun(world, services, fabric, place, job, () -> over(job)));
        job.begin(BuildPhaseType.SUBMITTED, world.now());
        var events = new BuildEvents(fabric.events(), place);
        events.phaseChanged(job, job.end(StatusType.SUCCEEDED, world.now(), null));
        job.begin(BuildPhaseType.QUEUED, world.now());
        events.stateChanged(job);
        queue.addLast(job);
        waits.put(job.id, world.deadline(Duration.ofMinutes(job.settings.queuedTimeoutInMinutes()), () -> {
            queue.remove(job);
            run(job).timeOut();
        }));
        admit();
    }

    /** Ends a build that is not over yet. */
    void stop(BuildJob job) {
        if (!job.isComplete()) {
            queue.remove(job);
            run(job).stop();
        }
    }

    @Nullable
    BuildJob find(String idOrArn) {
        return all.get(idOrArn.replaceFirst("^arn:[^/]*:build/", ""));
    }

    /** In the order in which they were started. */
    Collection<BuildJob> all() {
        return all.values();
    }

    List<BuildJob> ofProject(String project) {
        return all.values().stream()
                .filter(job -> job.settings.name().equals(project))
                .toList();
    }

    void forget(BuildJob job) {
        all.remove(job.id);
    }

    private BuildRun run(BuildJob job) {
        return Objects.requireNonNull(runs.get(job.id), "a build that is not over has a run");
    }

    private void admit() {
        var free = CONCURRENT - (runs.size() - queue.size());
        for (var job : new ArrayList<>(queue).subList(0, Math.clamp(free, 0, queue.size()))) {
            queue.remove(job);
            cancelWait(job);
            waits.put(job.id, world.after(Duration.ofMillis(600), () -> run(job).provision()));
        }
    }

    private void over(BuildJob job) {
        cancelWait(job);
        runs.remove(job.id);
        admit();
    }

    private void cancelWait(BuildJob job) {
        var wait = waits.remove(job.id);
        if (wait != null) {
            wait.cancel();
        }
    }
}
