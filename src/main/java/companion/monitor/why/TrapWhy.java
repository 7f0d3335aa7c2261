package companion.monitor.why;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.why.Why.Cause;
import companion.monitor.why.Why.Field;
import companion.monitor.why.Why.Remedy.DeploymentConfiguration;
import companion.monitor.why.Why.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trap of moving all traffic at once: the load balancer looks at the new targets' health only once they get traffic, so a
 * bad version is deployed with success and takes the site down (facts, section 4.3).
 */
final class TrapWhy {
    private static final String CANARY = "CodeDeployDefault.ECSCanary10Percent5Minutes";

    private TrapWhy() {}

    static Optional<Why> of(ReleaseSnapshot release) {
        var deployment = release.deployment();
        if (deployment == null || !deployment.isAllAtOnce() || deployment.status() == Status.FAILED || !moved(deployment)) {
            return Optional.empty();
        }
        // Once the deployment is over the new task set is the only one, whatever its colour was.
        var serving = release.taskSets().stream().filter(set -> set.routed() > 0).toList();
        boolean bad = !serving.isEmpty()
                && serving.stream().allMatch(set -> set.healthy() == 0
                        && set.tasks().stream().anyMatch(task -> task.health().equals("unhealthy")));
        return bad ? Optional.of(why(release, deployment, serving.getFirst())) : Optional.empty();
    }

    private static boolean moved(DeploymentSnapshot deployment) {
        return deployment.events().stream()
                .anyMatch(event -> event.name().equals("AllowTraffic") && event.status() == Status.SUCCEEDED);
    }

    private static Why why(ReleaseSnapshot release, DeploymentSnapshot deployment, TaskSetSnapshot set) {
        var facts = ServiceFacts.of(release, set.id(), set.tasks(), deployment.span().start());
        var finding = TaskCauses.stopped(facts.stopped()).or(() -> TaskCauses.unhealthy(facts.unhealthy()));
        boolean runs = !deployment.status().isOver();
        var next = new ArrayList<Step>();
        if (runs) {
            next.add(Finding.step("Stop and roll back while the original task set still stands", "StopDeployment"));
        }
        next.addAll(finding.map(Finding::next).orElse(List.of()));
        if (!runs) {
            next.add(Finding.step("Release the version of before again", "StartPipelineExecution"));
        }
        next.add(Finding.step(
                "Deploy in steps from now on: `" + CANARY + "` checks health before the traffic moves",
                "UpdateDeploymentGroup",
                new DeploymentConfiguration(deployment.application(), deployment.group(), CANARY)));
        return new Why(
                Why.Kind.TRAP,
                runs ? "All traffic went to tasks that are not healthy" : "The deployment succeeded, and the site is down",
                "All traffic moved at once by " + deployment.configuration()
                        + "; the load balancer looked at the new targets only after that",
                facts.failed().orElse(null),
                List.of(),
                new Cause(
                        "A target group that no listener uses is not health-checked. With all-at-once the new one gets its listener "
                                + "together with all the traffic, so nothing could stop it."
                                + finding.map(found -> " " + found.cause().text()).orElse(""),
                        new Field("deploymentConfigName", "a canary or linear one", deployment.configuration())),
                next,
                Evidences.oldestFirst(facts.evidence()),
                facts.ruledOut());
    }
}
