package companion.desktop.gallery;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.StageSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walls in all their states: 24 pipelines of three accounts, told by a script. */
public final class Walls {
    /** When all of them were read. */
    public static final Instant NOW = ScriptedWorkshop.at("12:03:24");

    private static final Script SCRIPT = Script.read("wall.yaml");

    private Walls() {}

    /** The 24. */
    public static WallSnapshot wall() {
        return new WallSnapshot(NOW, summaries(), List.of());
    }

    public static WallSnapshot none() {
        return new WallSnapshot(NOW, List.of(), List.of());
    }

    /** The 24, of which some could not be read for a while, and two places that could not be listed. */
    public static WallSnapshot stale() {
        var all = new ArrayList<>(summaries());
        for (int i : new int[] {2, 4, 11, 14}) {
            var each = all.get(i);
            all.set(i, new PipelineSummary(
                    each.key(), NOW.minusSeconds(48), each.stages(), each.latest(), each.usual(), each.trouble(),
                    new Unread(each.key().name(), "ThrottlingException", "Rate exceeded")));
        }
        return new WallSnapshot(NOW, all, List.of(
                new Unread("663934564421 eu-west-1", "AccessDeniedException", "not authorized to perform codepipeline:ListPipelines"),
                new Unread("552823453310 us-west-2", "ThrottlingException", "Rate exceeded")));
    }

    /** As many as that: the 24 again and again, under other names and with up to seven stages. */
    public static WallSnapshot many(int count) {
        var all = new ArrayList<PipelineSummary>();
        var base = summaries();
        for (int i = 0; i < count; i++) {
            // Most of a large account is quiet.
            var each = base.get(i % 40 < base.size() ? i % 40 : 8 + i % 12);
            var key = new PipelineKey(each.key().account(), each.key().region(), each.key().name() + "-" + (i / 40 * 40 + i % 40 + 1));
            var stages = i % 5 == 0 && each.stages().size() < 4 ? longer(each.stages()) : each.stages();
            all.add(new PipelineSummary(
                    key, each.asOf(), stages, each.latest(), each.usual(), each.trouble(), each.unread()));
        }
        return new WallSnapshot(NOW, all, List.of());
    }

    private static List<StageSummary> longer(List<StageSummary> stages) {
        var longer = new ArrayList<StageSummary>();
        for (var name : List.of("Source", "Lint", "Test", "Scan")) {
            longer.add(new StageSummary(name, Status.SUCCEEDED, true, false));
        }
        longer.addAll(stages.subList(1, stages.size()));
        return longer;
    }

    /** The wall after a pipeline ended another way; null is no trouble. */
    public static WallSnapshot with(WallSnapshot wall, String name, Status status, @Nullable Trouble trouble) {
        var all = wall.pipelines().stream()
                .map(each -> each.key().name().equals(name) ? ended(each, status, trouble) : each)
                .toList();
        return new WallSnapshot(wall.asOf(), all, wall.unread());
    }

    private static PipelineSummary ended(PipelineSummary each, Status status, @Nullable Trouble trouble) {
        var before = java.util.Objects.requireNonNull(each.latest());
        var latest = new ExecutionSnapshot(
                before.id() + "-next", status, before.type(), before.triggerType(), before.triggerDetail(),
                new Span(NOW.minusSeconds(60), status.isOver() ? NOW : null), before.commitId(), before.commitMessage());
        var stages = each.stages().stream()
                .map(stage -> new StageSummary(stage.name(), status, stage.enabled(), stage.waiting()))
                .toList();
        return new PipelineSummary(each.key(), each.asOf(), stages, latest, each.usual(), trouble, null);
    }

    private static List<PipelineSummary> summaries() {
        return SCRIPT.rows("pipelines").stream().map(Walls::summary).toList();
    }

    private static PipelineSummary summary(List<String> row) {
        var key = new PipelineKey(ScriptedWall.account(row.get(2)), row.get(1), row.getFirst());
        var stages = new ArrayList<StageSummary>();
        for (var stage : row.get(3).split(" ")) {
            var name = stage.substring(0, stage.length() - 1);
            char sign = stage.charAt(stage.length() - 1);
            stages.add(new StageSummary(name, status(sign), sign != '/', false));
        }
        var trouble = row.get(4).isEmpty()
                ? null
                : new Trouble(Trouble.Kind.valueOf(row.get(4)), row.get(5), row.get(6));
        var status = stages.stream()
                .map(StageSummary::status)
                .filter(each -> each != Status.SUCCEEDED && each != Status.NOT_STARTED)
                .map(each -> each == Status.WAITING ? Status.IN_PROGRESS : each)
                .findFirst()
                .orElse(Status.SUCCEEDED);
        var took = Duration.ofSeconds(Long.parseLong(row.get(10)));
        var end = NOW.minusSeconds(Long.parseLong(row.get(7)));
        var span = new Span(end.minus(took), status.isOver() ? end : null);
        var usual = Duration.ofSeconds(Long.parseLong(row.get(11)));
        var latest = new ExecutionSnapshot(
                "execution-of-" + key.name(), status, "STANDARD", "CloudWatchEvent", "", span, row.get(8) + "0".repeat(33),
                row.get(9) + "\n\nMore of it.");
        return new PipelineSummary(key, NOW, stages, latest, usual.isZero() ? null : usual, trouble, null);
    }

    private static Status status(char sign) {
        return switch (sign) {
            case '+' -> Status.SUCCEEDED;
            case '!' -> Status.FAILED;
            case '>' -> Status.IN_PROGRESS;
            case '=' -> Status.WAITING;
            case 'x' -> Status.STOPPED;
            default -> Status.NOT_STARTED;
        };
    }
}
