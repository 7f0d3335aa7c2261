package companion.desktop.gallery;

import companion.desktop.live.history.HistoryFeed;
import companion.desktop.live.history.HistoryFeed.Entry;
import companion.desktop.live.history.HistoryFeed.History;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.Comparison.Line;
import companion.monitor.snapshot.Comparison.Line.Kind;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.ExecutionRun.ActionRun;
import companion.monitor.snapshot.ExecutionRun.StageRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Histories of a pipeline, for pictures and tests. */
final class Histories implements HistoryFeed {
    private static final List<String> MESSAGES = List.of(
            "Updated Web App to v2", "Smaller image", "Health check under /healthz", "Updated Web App to v1", "First commit");
    private static final String IMAGES = "123456789012.dkr.ecr.us-east-1.amazonaws.com/devops-workshop-app:";
    private static final List<Status> STATES =
            List.of(Status.SUCCEEDED, Status.FAILED, Status.SUPERSEDED, Status.STOPPED, Status.SUCCEEDED);

    @Override
    public void read(Consumer<History> told) {
        told.accept(new History(IntStream.range(0, 24).mapToObj(Histories::entry).toList(), ""));
    }

    private static Entry entry(int index) {
        var start = ScriptedWorkshop.at("12:01:02").minusSeconds(index * 3_300L);
        var status = index == 0 ? Status.IN_PROGRESS : STATES.get(index % STATES.size());
        var execution = new ExecutionSnapshot(
                String.format(java.util.Locale.ROOT, "%08x-41f7-4c0e-9d55-0d5b0e7d7a11", 0x8c1d5be2L - index * 7919L), status,
                index == 4 ? "ROLLBACK" : "STANDARD", index == 4 ? "ManualRollback" : index % 3 == 1 ? "StartPipelineExecution" : "CloudWatchEvent",
                "", new Span(start, status == Status.IN_PROGRESS ? null : start.plusSeconds(status == Status.FAILED ? 56 + index : 430 + index)),
                String.format(java.util.Locale.ROOT, "%07x7be0d4c1f8a1e6d2c9b7f3a5e4d6c8b0a", 0x4f2a91c - index * 3571),
                MESSAGES.get(index % MESSAGES.size()));
        boolean failed = status == Status.FAILED;
        var stages = List.of(
                stage("Source", Status.SUCCEEDED, start, 4, "CodeCommit", null),
                stage("Build", failed ? Status.FAILED : Status.SUCCEEDED, start.plusSeconds(5), 51 + index, "CodeBuild",
                        failed ? new Failure("JobFailed", "Build terminated with state: FAILED") : null),
                stage("Deploy", failed ? Status.NOT_STARTED : status, start.plusSeconds(60), 370 + index, "CodeDeployToECS", null));
        return new Entry(execution, new ExecutionRun(execution, failed ? stages.subList(0, 2) : stages, Map.of()));
    }

    private static StageRun stage(
            String name, Status status, java.time.Instant from, int seconds, String provider, @Nullable Failure failure) {
        var span = new Span(from, status == Status.IN_PROGRESS ? null : from.plusSeconds(seconds));
        return new StageRun(
                name, status, span,
                List.of(new ActionRun(name, provider, status, span, provider.equals("CodeBuild") ? "MyFirstBuild:9ac0413b" : null, null, null, failure, Map.of())));
    }

    @Override
    public void succeededIn(String stage, Consumer<List<ExecutionSnapshot>> told) {
        told.accept(IntStream.range(0, 24)
                .mapToObj(index -> entry(index).execution())
                .filter(each -> each.status() == Status.SUCCEEDED || !stage.equals("Deploy"))
                .toList());
    }

    @Override
    public void compare(ExecutionRun before, ExecutionRun after, Consumer<Comparison> told, Consumer<String> refused) {
        told.accept(new Comparison(
                before.execution(), after.execution(),
                List.of(
                        new Comparison.Change("Commit", before.execution().commitId(), after.execution().commitId()),
                        new Comparison.Change("Message", before.execution().commitMessage(), after.execution().commitMessage()),
                        new Comparison.Change("Image", IMAGES + "build-1f2e77d0", IMAGES + "build-9ac0413b"),
                        new Comparison.Change("Task definition", "webapp-devops-workshop:2", "webapp-devops-workshop:3"),
                        new Comparison.Change("Duration of Build", "54 s", "58 s")),
                diff()));
    }

    private static List<Line> diff() {
        var lines = new java.util.ArrayList<Line>();
        for (var text : List.of("{", "  \"containerDefinitions\": [", "    {", "      \"name\": \"webapp\",")) {
            lines.add(new Line(Kind.SAME, text));
        }
        lines.add(new Line(Kind.REMOVED, "      \"image\": \"" + IMAGES + "build-1f2e77d0\","));
        lines.add(new Line(Kind.ADDED, "      \"image\": \"" + IMAGES + "build-9ac0413b\","));
        for (var text : List.of("      \"cpu\": 256,", "      \"essential\": true", "    }", "  ],", "  \"family\": \"webapp\",", "  \"cpu\": \"256\"", "}")) {
            lines.add(new Line(Kind.SAME, text));
        }
        return lines;
    }
}
