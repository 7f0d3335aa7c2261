package companion.monitor.snapshot;

import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.ReleaseSnapshot.ServiceEvent;
import companion.monitor.snapshot.ReleaseSnapshot.StoppedTask;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A release that a test tells step by step; times are in seconds since its start. */
public final class Scene {
    public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private int second;
    private final Map<String, ExecutionSnapshot> executions = new LinkedHashMap<>();
    private final Map<String, StageSnapshot> stages = new LinkedHashMap<>();
    private String type = "V2";
    private @Nullable BuildSnapshot build;
    private @Nullable DeploymentSnapshot deployment;
    private @Nullable DeploymentSnapshot rollback;
    private List<TaskSetSnapshot> sets = List.of();
    private @Nullable RollingSnapshot rolling;
    private final List<ServiceEvent> events = new ArrayList<>();
    private final List<StoppedTask> stopped = new ArrayList<>();

    public static Instant t(int second) {
        return START.plusSeconds(second);
    }

    public static Span span(@Nullable Integer from, @Nullable Integer to) {
        return new Span(from == null ? null : t(from), to == null ? null : t(to));
    }

    /** Source, Build and Deploy, none of which has run. */
    public static Scene workshop() {
        return new Scene().stage("Source", "CodeCommit").stage("Build", "CodeBuild").stage("Deploy", "CodeDeployToECS");
    }

    public Scene at(int seconds) {
        second = seconds;
        return this;
    }

    public Scene type(String v) {
        type = v;
        return this;
    }

    public Scene stage(String name, String provider) {
        stages.put(name, new StageSnapshot(
                name, Status.NOT_STARTED, null, new Transition(true, ""), null,
                List.of(action(name, provider, Status.NOT_STARTED, Span.NONE, null, null, null))));
        return this;
    }

    public Scene execution(String id, Status status, Span span) {
        executions.put(id, new ExecutionSnapshot(
                id, status, "STANDARD", "StartPipelineExecution", "", span, "4f2a91c", "Updated Web App to v2"));
        return this;
    }

    public Scene execution(ExecutionSnapshot execution) {
        executions.put(execution.id(), execution);
        return this;
    }

    public Scene runs(String stage, String execution, Status status, Span span, @Nullable String externalId) {
        return runs(stage, execution, status, span, externalId, null);
    }

    /** What became of a stage with one action. */
    public Scene runs(
            String stage, String execution, Status status, Span span, @Nullable String externalId, @Nullable Failure failure) {
        var before = stages.get(stage);
        var provider = before.actions().getFirst().provider();
        var token = status == Status.WAITING ? "token" : null;
        stages.put(stage, new StageSnapshot(
                stage, status == Status.WAITING ? Status.IN_PROGRESS : status, execution, before.inbound(), null,
                List.of(new ActionSnapshot(
                        stage, 1, "", provider, "", status, span, null, null, externalId, null, failure, token,
                        stage + "-" + execution, null, null))));
        return this;
    }

    public Scene transition(String stage, Transition transition) {
        var before = stages.get(stage);
        stages.put(stage, new StageSnapshot(
                stage, before.status(), before.executionId(), transition, before.queue(), before.actions(), before.conditions()));
        return this;
    }

    private static ActionSnapshot action(
            String name, String provider, Status status, Span span, @Nullable String externalId, @Nullable Failure failure,
            @Nullable String token) {
        return new ActionSnapshot(
                name, 1, "", provider, "", status, span, null, null, externalId, null, failure, token);
    }

    public Scene build(Status status, BuildSnapshot.@Nullable Settings settings, BuildSnapshot.Phase... phases) {
        build = new BuildSnapshot("MyFirstBuild:1", 1, status, Span.NONE, List.of(phases), "group", "stream", settings, null);
        return this;
    }

    public static BuildSnapshot.Phase phase(String type, Status status, int from, int to, String context) {
        return new BuildSnapshot.Phase(type, status, span(from, to), context);
    }

    public Scene deployment(@Nullable DeploymentSnapshot now) {
        deployment = now;
        return this;
    }

    public Scene rollback(@Nullable DeploymentSnapshot now) {
        rollback = now;
        return this;
    }

    public static DeploymentSnapshot deploys(
            String configuration, Status status, Span span, @Nullable Wait wait, @Nullable Failure error,
            LifecycleEvent... events) {
        return new DeploymentSnapshot(
                "d-1", "App", "Group", "CodeDeployDefault." + configuration, status, span, List.of(events), wait, error, null);
    }

    public static LifecycleEvent event(String name, Status status, @Nullable Integer from, @Nullable Integer to) {
        return new LifecycleEvent(name, status, span(from, to), false, null);
    }

    public static Wait waits(Wait.Kind kind, int from, int minutes) {
        return new Wait(kind, Duration.ofMinutes(minutes), t(from).plus(Duration.ofMinutes(minutes)));
    }

    public Scene sets(TaskSetSnapshot... now) {
        sets = List.of(now);
        return this;
    }

    /** Two tasks are wanted. */
    public static TaskSetSnapshot set(Colour colour, int requested, int routed, TaskSnapshot... tasks) {
        return new TaskSetSnapshot(
                "ecs-svc/" + colour, colour, colour == Colour.BLUE ? "webapp:2" : "webapp:3", "v", "ACTIVE",
                "tg-" + colour, requested, routed, 2, List.of(tasks));
    }

    public static TaskSnapshot[] tasks(int count, String status, String health) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TaskSnapshot("task" + i, status, health, ""))
                .toArray(TaskSnapshot[]::new);
    }

    public Scene rolling(@Nullable RollingSnapshot now) {
        rolling = now;
        return this;
    }

    public Scene event(int at, String message) {
        events.addFirst(new ServiceEvent(t(at), message));
        return this;
    }

    public Scene stopped(StoppedTask task) {
        stopped.addFirst(task);
        return this;
    }

    public ReleaseSnapshot snapshot() {
        var newestFirst = new ArrayList<>(executions.values()).reversed();
        return new ReleaseSnapshot(
                t(second),
                new PipelineSnapshot("MyFirstPipeline", 1, type, "SUPERSEDED", List.copyOf(stages.values()), newestFirst),
                build,
                deployment,
                rollback,
                sets,
                rolling,
                List.of(),
                "http://127.0.0.1:1/",
                events,
                stopped,
                List.of(),
                Arrays.stream(Part.values()).collect(Collectors.toMap(part -> part, _ -> t(second))));
    }
}
