package companion.monitor.why;

import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.RollingSnapshot.Deployment;
import companion.monitor.snapshot.Status;
import companion.monitor.why.Why.Evidence;
import companion.monitor.why.Why.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a rolling deployment failed, or was taken back (facts, section 4.4). */
final class RollingWhy {
    private RollingWhy() {}

    static Why failed(ReleaseSnapshot release, StageSnapshot stage, ActionSnapshot action) {
        return of(release, stage, action, Why.Kind.FAILED);
    }

    /** The service went back to the task definition of before, although the action says that it succeeded. */
    static Optional<Why> rolledBack(ReleaseSnapshot release, StageSnapshot stage, ActionSnapshot action) {
        return release.rolling() == null || back(release.rolling(), action.span().start()).isEmpty()
                ? Optional.empty()
                : Optional.of(of(release, stage, action, Why.Kind.ROLLED_BACK));
    }

    private static Why of(ReleaseSnapshot release, StageSnapshot stage, ActionSnapshot action, Why.Kind kind) {
        var rolling = release.rolling();
        var back = rolling == null ? Optional.<String>empty() : back(rolling, action.span().start()).or(() -> back(action));
        var bad = rolling == null ? Optional.<Deployment>empty() : bad(rolling);
        var facts = ServiceFacts.of(
                release,
                bad.map(Deployment::id).orElse(""),
                bad.map(Deployment::tasks).orElse(List.of()),
                action.span().start());
        var finding = Known.first(RoleCauses.ALL, Evidences.said(action))
                .or(() -> TaskCauses.stopped(facts.stopped()))
                .or(() -> TaskCauses.unhealthy(facts.unhealthy()))
                .or(() -> ActionWhy.find(Evidences.said(action), false))
                .or(() -> endless(rolling, action));
        var evidence = new ArrayList<Evidence>(facts.evidence());
        bad.filter(deployment -> !deployment.reason().isEmpty())
                .ifPresent(deployment -> evidence.add(new Evidence("ECS", deployment.updatedAt(), deployment.reason())));
        Evidences.add(evidence, action);
        boolean took = back.isPresent();
        var headline = finding.map(Finding::headline).orElse("The rolling deployment failed");
        return new Why(
                took ? Why.Kind.ROLLED_BACK : kind,
                kind == Why.Kind.ROLLED_BACK ? "Rolled back, although the action says that it succeeded" : headline,
                kind == Why.Kind.ROLLED_BACK
                        ? back.orElse("") + ". " + headline
                        : Evidences.about(stage, action) + back.map(text -> ". " + text).orElse(""),
                facts.failed().orElse(null),
                List.of(),
                finding.map(Finding::cause).orElse(null),
                Evidences.next(finding, stage, kind == Why.Kind.FAILED),
                Evidences.oldestFirst(evidence),
                facts.ruledOut());
    }

    /** The deployment that went wrong: one that failed, or else the newest one that is not done. */
    private static Optional<Deployment> bad(RollingSnapshot rolling) {
        return rolling.deployments().stream()
                .filter(deployment -> deployment.rollout() == Status.FAILED || deployment.failed() > 0)
                .findFirst()
                .or(() -> rolling.deployments().stream()
                        .filter(deployment -> deployment.rollout() == Status.IN_PROGRESS)
                        .findFirst());
    }

    /** That the circuit breaker went back, in its own words. */
    private static Optional<String> back(RollingSnapshot rolling, @Nullable Instant since) {
        return rolling.deployments().stream()
                .filter(deployment -> since == null || !deployment.updatedAt().isBefore(since))
                .map(Deployment::reason)
                .filter(reason -> reason.contains("rolling back") || reason.contains("rolled back"))
                .findFirst();
    }

    /** That it went back, as the action says it: once it is over, the service itself tells no more of it. */
    private static Optional<String> back(ActionSnapshot action) {
        return Optional.of(Evidences.said(action)).filter(said -> said.contains("rolled back"));
    }

    private static Optional<Finding> endless(@Nullable RollingSnapshot rolling, ActionSnapshot action) {
        if (rolling == null || rolling.circuitBreaker() || !Evidences.said(action).contains("time")) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                "The new tasks never became steady",
                "The circuit breaker is off, so ECS tries for ever, and the action ends only at its own timeout.",
                new Field("deploymentCircuitBreaker.enable", "true", "false"),
                Finding.step("Turn on the circuit breaker with rollback", "UpdateService")));
    }
}
