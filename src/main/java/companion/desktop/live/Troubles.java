package companion.desktop.live;

import companion.desktop.live.log.LogRows;
import companion.desktop.text.Format;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.Release;
import companion.monitor.why.Why;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why a release failed as far as its snapshot says it itself: AWS's own words, and the log around the line that failed. */
public final class Troubles {
    private static final int BEFORE = 3;
    private static final int AFTER = 2;

    private Troubles() {}

    /** Empty unless a stage of the latest execution failed. */
    public static Optional<Why> of(Release release) {
        var pipeline = release.snapshot().pipeline();
        return pipeline == null
                ? Optional.empty()
                : pipeline.stages().stream()
                        .filter(stage -> stage.status() == Status.FAILED && pipeline.isCurrent(stage))
                        .findFirst()
                        .map(stage -> of(release, stage));
    }

    private static Why of(Release release, StageSnapshot stage) {
        var action = stage.actions().stream().filter(each -> each.status() == Status.FAILED).findFirst();
        boolean builds = action.map(ActionSnapshot::provider).filter("CodeBuild"::equals).isPresent();
        var phase = builds ? failedPhase(release.snapshot().build()) : Optional.<BuildSnapshot.Phase>empty();
        var failure = action.map(ActionSnapshot::failure);
        var about = new StringBuilder(action.map(Providers::title).orElse(stage.name()));
        phase.ifPresent(each -> about.append(" failed in phase ").append(each.type()));
        stage.span().length(release.snapshot().asOf()).ifPresent(took -> about.append(" after ").append(Format.minutes(took)));
        failure.map(Failure::code).filter(code -> !code.isEmpty()).ifPresent(code -> about.append(" with ").append(code));
        var said = phase.map(BuildSnapshot.Phase::context)
                .filter(text -> !text.isEmpty())
                .or(() -> failure.map(Failure::message))
                .or(() -> action.map(ActionSnapshot::summary))
                .orElse("AWS gives no reason.");
        var source = builds ? "CodeBuild" : "CodePipeline";
        return new Why(
                Why.Kind.FAILED,
                stage.name() + " failed",
                about.toString(),
                null,
                builds ? around(release) : List.of(),
                null,
                List.of(new Why.Step("Retry the failed action of stage " + stage.name() + ", same commit", "RetryStageExecution")),
                List.of(new Why.Evidence(source, null, said)),
                List.of());
    }

    private static Optional<BuildSnapshot.Phase> failedPhase(@Nullable BuildSnapshot build) {
        return build == null
                ? Optional.empty()
                : build.phases().stream().filter(phase -> phase.status() == Status.FAILED).findFirst();
    }

    private static List<Why.LogLine> around(Release release) {
        var log = release.log();
        for (int i = 0; i < log.size(); i++) {
            if (LogRows.isFailed(log.get(i).text())) {
                return IntStream.range(Math.max(0, i - BEFORE), Math.min(log.size(), i + 1 + AFTER))
                        .mapToObj(at -> new Why.LogLine(
                                at + 1, log.get(at).at(), log.get(at).text(), LogRows.isFailed(log.get(at).text())))
                        .toList();
            }
        }
        return List.of();
    }
}
