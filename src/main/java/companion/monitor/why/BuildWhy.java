package companion.monitor.why;

import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.BuildSnapshot.Phase;
import companion.monitor.snapshot.BuildSnapshot.Settings;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.why.Why.Evidence;
import companion.monitor.why.Why.Failed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a build failed. */
final class BuildWhy {
    private BuildWhy() {}

    static Why of(ReleaseSnapshot release, StageSnapshot stage, ActionSnapshot action, Log log) {
        var build = release.build() != null && release.build().id().equals(action.externalId()) ? release.build() : null;
        var settings = build == null ? null : build.settings();
        var phase = build == null
                ? null
                : build.phases().stream().filter(each -> each.status() == Status.FAILED
                                && !each.type().equals("COMPLETED"))
                        .findFirst()
                        .orElse(null);
        var excerpt = LogExcerpt.of(build == null ? Log.EMPTY : log);
        var said = said(action, phase);
        var finding = find(said, excerpt, settings);
        return new Why(
                Why.Kind.FAILED,
                finding.map(Finding::headline).orElseGet(() -> headline(stage, phase, excerpt)),
                about(stage, action, phase),
                located(excerpt, build),
                excerpt.lines(),
                finding.map(Finding::cause).orElse(null),
                Evidences.next(finding, stage, true),
                evidence(action, build),
                ruledOut(build, log, excerpt, finding));
    }

    private static @Nullable Failed located(LogExcerpt excerpt, @Nullable BuildSnapshot build) {
        return excerpt.failed() == null || build == null || build.buildspec() == null
                ? excerpt.failed()
                : BuildspecLine.locate(excerpt.failed(), build.buildspec());
    }

    private static Optional<Finding> find(String said, LogExcerpt excerpt, @Nullable Settings settings) {
        var failed = excerpt.failed();
        return BuildspecCauses.find(said, settings)
                .or(() -> Known.first(BuildCauses.ALL, excerpt.output() + "\n" + said))
                .or(() -> Known.first(RoleCauses.ALL, said + "\n" + excerpt.output()))
                .or(() -> failed == null ? Optional.empty() : CommandCauses.find(excerpt.output(), failed, settings))
                .or(() -> said.contains("TIMED_OUT") ? Optional.of(timedOut()) : Optional.empty());
    }

    private static Finding timedOut() {
        return Finding.of(
                "The build took longer than it may",
                "CodeBuild ended it at its timeout. A command that waits for an answer never ends by itself.",
                Finding.step("Look for the last command of the log"),
                Finding.step("Or give the project a longer timeout", "UpdateProject"));
    }

    private static String headline(StageSnapshot stage, BuildSnapshot.@Nullable Phase phase, LogExcerpt excerpt) {
        if (excerpt.failed() != null) {
            return "A command of the build ended with " + excerpt.failed().how();
        }
        return phase == null ? stage.name() + " failed" : "The build failed in phase " + phase.type();
    }

    private static String about(StageSnapshot stage, ActionSnapshot action, BuildSnapshot.@Nullable Phase phase) {
        if (phase == null) {
            return Evidences.about(stage, action);
        }
        var took = phase.span().length(phase.span().end() == null ? Instant.EPOCH : phase.span().end());
        int colon = phase.context().indexOf(':');
        return stage.name() + " failed in phase " + phase.type()
                + took.filter(length -> !length.isNegative()).map(length -> " after " + Evidences.length(length)).orElse("")
                + (colon > 0 ? " with " + phase.context().substring(0, colon) : "");
    }

    private static String said(ActionSnapshot action, BuildSnapshot.@Nullable Phase phase) {
        return (phase == null ? "" : phase.context()) + "\n" + Evidences.said(action);
    }

    private static List<Evidence> evidence(ActionSnapshot action, @Nullable BuildSnapshot build) {
        var evidence = new ArrayList<Evidence>();
        if (build != null) {
            for (var phase : build.phases()) {
                if (!phase.context().isEmpty()) {
                    evidence.add(new Evidence("CodeBuild", phase.span().end(), phase.type() + ": " + phase.context()));
                }
            }
        }
        Evidences.add(evidence, action);
        return evidence;
    }

    /** Only what was looked at: what a phase that succeeded proves, and what the log shows. */
    private static List<String> ruledOut(
            @Nullable BuildSnapshot build, Log log, LogExcerpt excerpt, Optional<Finding> finding) {
        if (build == null) {
            return List.of();
        }
        var out = new ArrayList<String>();
        if (succeeded(build, "PROVISIONING")) {
            out.add("CodeBuild could use its role and start the container");
        }
        if (succeeded(build, "DOWNLOAD_SOURCE")) {
            out.add("The source was there, and its buildspec could be read");
        }
        boolean docker = excerpt.failed() != null && excerpt.failed().what().startsWith("docker");
        if (docker && build.settings() != null && build.settings().privileged()) {
            out.add("Privileged mode is on");
        }
        if (log.stream().anyMatch(line -> line.text().contains("Login Succeeded"))) {
            out.add("The login to the registry succeeded");
        }
        boolean denied = finding.map(Finding::headline).filter(text -> text.contains("may not call")).isPresent();
        if (!log.isEmpty() && !denied && Known.first(RoleCauses.ALL, excerpt.output()).isEmpty()) {
            out.add("The failed command's output names no call that was denied");
        }
        return out;
    }

    private static boolean succeeded(BuildSnapshot build, String phase) {
        return build.phases().stream()
                .anyMatch(each -> each.type().equals(phase) && each.status() == Status.SUCCEEDED);
    }
}
