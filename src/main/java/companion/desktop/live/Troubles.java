package companion.desktop.live;

import companion.desktop.live.LiveModel.Trouble;
import companion.desktop.text.Format;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.Release;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of why a release failed: AWS's own words, and the log around the line that failed. */
final class Troubles {
    private static final int BEFORE = 3;
    private static final int AFTER = 2;

    private Troubles() {}

    static @Nullable Trouble of(Release release, Instant now, ZoneId zone) {
        var pipeline = release.snapshot().pipeline();
        return pipeline == null
                ? null
                : pipeline.stages().stream()
                        .filter(stage -> stage.status() == Status.FAILED && pipeline.isCurrent(stage))
                        .findFirst()
                        .map(stage -> of(release, stage, now, zone))
                        .orElse(null);
    }

    private static Trouble of(Release release, StageSnapshot stage, Instant now, ZoneId zone) {
        var action = stage.actions().stream().filter(each -> each.status() == Status.FAILED).findFirst();
        boolean builds = action.map(ActionSnapshot::provider).filter("CodeBuild"::equals).isPresent();
        var phase = builds ? failedPhase(release.snapshot().build()) : Optional.<BuildSnapshot.Phase>empty();
        var failure = action.map(ActionSnapshot::failure);
        var about = new StringBuilder(action.map(Providers::title).orElse(stage.name()));
        phase.ifPresent(each -> about.append(" failed in phase ").append(each.type()));
        stage.span().length(now).ifPresent(took -> about.append(" after ").append(Format.minutes(took)));
        failure.map(Failure::code).filter(code -> !code.isEmpty()).ifPresent(code -> about.append(" with ").append(code));
        var said = phase.map(BuildSnapshot.Phase::context)
                .filter(text -> !text.isEmpty())
                .or(() -> failure.map(Failure::message))
                .or(() -> action.map(ActionSnapshot::summary))
                .orElse("AWS gives no reason.");
        return new Trouble(stage.name() + " failed", about.toString(), said, builds ? around(release, zone) : List.of());
    }

    private static Optional<BuildSnapshot.Phase> failedPhase(@Nullable BuildSnapshot build) {
        return build == null
                ? Optional.empty()
                : build.phases().stream().filter(phase -> phase.status() == Status.FAILED).findFirst();
    }

    private static List<LogRow> around(Release release, ZoneId zone) {
        var rows = LogRows.build(release.log(), zone);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).failed()) {
                return rows.subList(Math.max(0, i - BEFORE), Math.min(rows.size(), i + 1 + AFTER));
            }
        }
        return List.of();
    }
}
