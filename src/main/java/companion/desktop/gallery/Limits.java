package companion.desktop.gallery;

import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Releases as large as AWS lets them be, for pictures, tests and benches. */
public final class Limits {
    private static final List<String> PROVIDERS = List.of("CodeBuild", "Lambda", "CodeDeployToECS", "CloudFormation", "Manual");
    private static final List<String> NAMES = List.of("Unit-tests", "Lint", "Image", "Scan", "Deploy", "Smoke-test", "Migrate");
    private static final Instant START = ScriptedWorkshop.at("12:01:02");

    private Limits() {}

    /** CodePipeline's most: 50 stages, 500 actions. Two thirds of it are done. */
    public static ScriptedRelease pipelines() {
        return release(pipeline(50, 10), Log.of(Objects.requireNonNull(Releases.building().release()).log()));
    }

    /** Eight stages with parallel actions, one of which failed. */
    public static ScriptedRelease parallel() {
        var whole = pipeline(8, 6);
        var stages = new ArrayList<>(whole.stages());
        var running = stages.get(5);
        var actions = new ArrayList<>(running.actions());
        actions.set(1, action(5, 1, Status.FAILED));
        stages.set(5, new StageSnapshot(
                running.name(), Status.FAILED, running.executionId(), new Transition(false, "Freeze"), null, actions));
        return release(
                new PipelineSnapshot(whole.name(), 1, "V2", "QUEUED", stages, whole.executions()), Log.EMPTY);
    }

    /** The log of a build that writes a lot. */
    public static ScriptedRelease log(int lines) {
        var told = Objects.requireNonNull(Releases.building().release());
        return release(Objects.requireNonNull(told.snapshot().pipeline()), Log.of(lines(lines)));
    }

    /** As a build writes them, the phases among them. */
    public static List<Log.Line> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Log.Line(
                        START.plusMillis(i * 10L),
                        i == 20 ? "[Container] 2026/03/02 12:01:31.123456 Entering phase BUILD"
                                : "[" + i % 977 + "/977] Compiling module " + i + " of the application to target/classes"))
                .toList();
    }

    private static ScriptedRelease release(PipelineSnapshot pipeline, Log log) {
        var told = Objects.requireNonNull(Releases.building().release());
        var snapshot = told.snapshot();
        return new ScriptedRelease(
                new Release(
                        new ReleaseSnapshot(
                                snapshot.asOf(), pipeline, snapshot.build(), snapshot.deployment(), snapshot.taskSets(),
                                snapshot.url(), snapshot.serviceEvents(), List.of()),
                        told.timeline(), log, told.visits(), 0),
                Duration.ofSeconds(1));
    }

    public static PipelineSnapshot pipeline(int stages, int actions) {
        var execution = new ExecutionSnapshot(
                "8c1d5be2-41f7-4c0e-9d55-0d5b0e7d7a11", Status.IN_PROGRESS, "STANDARD", "CloudWatchEvent", "",
                new Span(START, null), "4f2a91c7be0d4c1f8a1e6d2c9b7f3a5e4d6c8b0a", "Updated Web App to v2");
        int running = stages * 2 / 3;
        var all = IntStream.range(0, stages)
                .mapToObj(i -> stage(i, actions, i < running ? Status.SUCCEEDED : i == running ? Status.IN_PROGRESS : Status.NOT_STARTED, execution.id()))
                .toList();
        return new PipelineSnapshot("platform-release", 7, "V2", "QUEUED", all, List.of(execution));
    }

    private static StageSnapshot stage(int index, int actions, Status status, String execution) {
        var list = new ArrayList<ActionSnapshot>();
        for (int i = 0; i < actions; i++) {
            list.add(action(index, i, status == Status.IN_PROGRESS && i < actions / 2 ? Status.SUCCEEDED : status));
        }
        var name = index == 0 ? "Source" : "Region-" + (index < 10 ? "0" : "") + index;
        return new StageSnapshot(
                name, status, status == Status.NOT_STARTED ? null : execution, new Transition(index % 11 != 10, "Freeze"),
                index % 13 == 12 ? "5d0e77c1" : null, list);
    }

    private static ActionSnapshot action(int stage, int index, Status status) {
        var from = status == Status.NOT_STARTED ? null : START.plusSeconds(stage * 30L + index);
        var to = status.isOver() && from != null ? from.plusSeconds(9 + index * 7L % 40) : null;
        var name = NAMES.get(index % NAMES.size()) + (index < NAMES.size() ? "" : "-" + index / NAMES.size());
        return new ActionSnapshot(
                name, index / 2 + 1, "", PROVIDERS.get((stage + index) % PROVIDERS.size()), "", status, new Span(from, to), null,
                null, null, null, null, null);
    }
}
