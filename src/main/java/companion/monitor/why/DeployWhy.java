package companion.monitor.why;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.why.Why.Evidence;
import companion.monitor.why.Why.Failed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why a deployment by CodeDeploy failed. */
final class DeployWhy {
    private DeployWhy() {}

    static Why of(ReleaseSnapshot release, StageSnapshot stage, ActionSnapshot action) {
        var deployment = release.deployment() != null && release.deployment().id().equals(action.externalId())
                ? release.deployment()
                : null;
        if (deployment == null) {
            return ActionWhy.of(stage, action);
        }
        var green = release.taskSet(Colour.GREEN);
        var facts = ServiceFacts.of(
                release,
                green.map(TaskSetSnapshot::id).orElse(""),
                green.map(TaskSetSnapshot::tasks).orElse(List.of()),
                deployment.span().start());
        var finding = find(deployment, facts).or(() -> ActionWhy.find(Evidences.said(action), false));
        var event = failedEvent(deployment);
        var evidence = new ArrayList<Evidence>(facts.evidence());
        add(evidence, deployment);
        Evidences.add(evidence, action);
        boolean back = deployment.rolledBackBy() != null || deployment.rollbackOf() != null;
        return new Why(
                back ? Why.Kind.ROLLED_BACK : Why.Kind.FAILED,
                finding.map(Finding::headline).orElse("The deployment failed"),
                about(stage, action, deployment, event) + (back ? ". It was rolled back to what ran before" : ""),
                event.map(each -> new Failed(each.name(), each.code().isEmpty() ? "failed" : each.code()))
                        .or(facts::failed)
                        .orElse(null),
                List.of(),
                finding.map(Finding::cause).orElse(null),
                Evidences.next(finding, stage, true),
                Evidences.oldestFirst(evidence),
                facts.ruledOut());
    }

    private static Optional<Finding> find(DeploymentSnapshot deployment, ServiceFacts facts) {
        var said = text(deployment);
        return Known.first(RoleCauses.ALL, said)
                .or(() -> TaskCauses.stopped(facts.stopped()))
                .or(() -> Known.first(DeployCauses.ALL, said))
                .or(() -> TaskCauses.unhealthy(facts.unhealthy()))
                .or(() -> deployment.status() == Status.STOPPED
                        ? Known.first(DeployCauses.ALL, "MANUAL_STOP")
                        : Optional.empty())
                .or(() -> said.contains("TIMEOUT") ? Optional.of(timeout()) : Optional.empty());
    }

    private static Finding timeout() {
        return Finding.of(
                "The new tasks did not become healthy in time",
                "CodeDeploy waits an hour for the new task set to reach a steady state, and it did not.",
                Finding.step("Look at the service's events and at its stopped tasks", "DescribeServices"));
    }

    private static String text(DeploymentSnapshot deployment) {
        var text = new StringBuilder();
        if (deployment.error() != null) {
            text.append(deployment.error().code()).append(' ').append(deployment.error().message()).append('\n');
        }
        deployment.targets().stream()
                .flatMap(target -> target.events().stream())
                .filter(event -> event.status() == Status.FAILED)
                .forEach(event -> text.append(event.code()).append(' ').append(event.diagnostics()).append('\n')
                        .append(event.logTail()).append('\n'));
        return text.append(deployment.said()).toString();
    }

    private static Optional<LifecycleEvent> failedEvent(DeploymentSnapshot deployment) {
        return deployment.targets().stream()
                .flatMap(target -> target.events().stream())
                .filter(event -> event.status() == Status.FAILED)
                .min(Comparator.comparing(event -> event.span().end(), Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static String about(
            StageSnapshot stage, ActionSnapshot action, DeploymentSnapshot deployment, Optional<LifecycleEvent> event) {
        var error = deployment.error();
        return event.map(each -> stage.name() + " failed in lifecycle event " + each.name())
                        .orElseGet(() -> Evidences.about(stage, action))
                + (error == null || event.isEmpty() ? "" : " with " + error.code());
    }

    private static void add(List<Evidence> evidence, DeploymentSnapshot deployment) {
        for (var target : deployment.targets()) {
            for (var event : target.events()) {
                if (event.diagnostics() != null) {
                    evidence.add(new Evidence("CodeDeploy", event.span().end(), event.name() + ": " + event.diagnostics()));
                }
                if (!event.logTail().isEmpty()) {
                    evidence.add(new Evidence("CodeDeploy", event.span().end(), event.logTail()));
                }
            }
        }
        if (deployment.error() != null) {
            evidence.add(new Evidence("CodeDeploy", deployment.span().end(),
                    deployment.error().code() + ": " + deployment.error().message()));
        }
        if (!deployment.said().isEmpty()) {
            evidence.add(new Evidence("CodeDeploy", deployment.span().end(), deployment.said()));
        }
    }
}
