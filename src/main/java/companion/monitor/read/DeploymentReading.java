package companion.monitor.read;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Target;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTarget;
import software.amazon.awssdk.services.codedeploy.model.LifecycleErrorCode;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;

/** What CodeDeploy says of a deployment, in the monitor's words. */
final class DeploymentReading {
    private DeploymentReading() {}

    static DeploymentSnapshot deployment(DeploymentInfo info, List<DeploymentTarget> found) {
        var status = Status.of(info.statusAsString());
        var appSpec = appSpec(info.revision());
        var targets = found.stream()
                .map(target -> target(target, appSpec))
                .filter(Objects::nonNull)
                .toList();
        var events = targets.isEmpty() ? List.<LifecycleEvent>of() : targets.getFirst().events();
        var error = info.errorInformation();
        var rollback = info.rollbackInfo();
        var said = rollback != null && rollback.rollbackMessage() != null
                ? rollback.rollbackMessage()
                : String.join(" ", info.deploymentStatusMessages());
        return new DeploymentSnapshot(
                info.deploymentId(),
                StageReading.said(info.applicationName()),
                StageReading.said(info.deploymentGroupName()),
                StageReading.said(info.deploymentConfigName()),
                status,
                new Span(info.startTime() == null ? info.createTime() : info.startTime(), info.completeTime()),
                events,
                wait(info, status, events),
                error == null || error.message() == null
                        ? null
                        : new Failure(StageReading.said(error.codeAsString()), error.message()),
                rollback == null ? null : rollback.rollbackTriggeringDeploymentId(),
                rollback == null ? null : rollback.rollbackDeploymentId(),
                StageReading.said(info.creatorAsString()),
                said,
                targets);
    }

    private static @Nullable Target target(DeploymentTarget target, String appSpec) {
        var kind = StageReading.said(target.deploymentTargetTypeAsString());
        if (target.ecsTarget() != null) {
            var ecs = target.ecsTarget();
            return new Target(
                    ecs.targetId(), kind, "", Status.of(ecs.statusAsString()), events(ecs.lifecycleEvents(), appSpec));
        }
        if (target.instanceTarget() != null) {
            var instance = target.instanceTarget();
            return new Target(
                    instance.targetId(),
                    kind,
                    StageReading.said(instance.instanceLabelAsString()),
                    Status.of(instance.statusAsString()),
                    events(instance.lifecycleEvents(), appSpec));
        }
        if (target.lambdaTarget() != null) {
            var lambda = target.lambdaTarget();
            return new Target(
                    lambda.targetId(), kind, "", Status.of(lambda.statusAsString()), events(lambda.lifecycleEvents(), appSpec));
        }
        var stack = target.cloudFormationTarget();
        return stack == null
                ? null
                : new Target(
                        stack.targetId(), kind, "", Status.of(stack.statusAsString()), events(stack.lifecycleEvents(), appSpec));
    }

    /** CodePipeline hands the AppSpec over as a text; for one in a bucket only its place is known. */
    static String appSpec(@Nullable RevisionLocation revision) {
        if (revision == null) {
            return "";
        }
        var content = revision.appSpecContent() != null
                ? revision.appSpecContent().content()
                : revision.string() != null ? revision.string().content() : null;
        return content == null ? "" : content;
    }

    private static List<LifecycleEvent> events(
            List<software.amazon.awssdk.services.codedeploy.model.LifecycleEvent> events, String appSpec) {
        return events.stream().map(event -> event(event, appSpec)).toList();
    }

    private static LifecycleEvent event(
            software.amazon.awssdk.services.codedeploy.model.LifecycleEvent event, String appSpec) {
        var name = event.lifecycleEventName();
        // CodeDeploy also sends diagnostics of what went well: code Success, message Succeeded.
        var diagnostics = event.diagnostics() == null || event.diagnostics().errorCode() == LifecycleErrorCode.SUCCESS
                ? null
                : event.diagnostics();
        boolean said = diagnostics != null && diagnostics.message() != null && !diagnostics.message().isEmpty();
        return new LifecycleEvent(
                name,
                Status.of(event.statusAsString()),
                new Span(event.startTime(), event.endTime()),
                isHooked(name, appSpec),
                said ? diagnostics.message() : null,
                diagnostics == null ? "" : StageReading.said(diagnostics.errorCodeAsString()),
                diagnostics == null ? "" : StageReading.said(diagnostics.logTail()));
    }

    private static boolean isHooked(String event, String appSpec) {
        return Pattern.compile("\\b" + Pattern.quote(event) + "\"?\\s*:").matcher(appSpec).find();
    }

    /** CodeDeploy tells that a wait runs and how long it is, not when it began: the end of the last event does. */
    private static @Nullable Wait wait(DeploymentInfo info, Status status, List<LifecycleEvent> events) {
        var configuration = info.blueGreenDeploymentConfiguration();
        var lastEnd = events.stream()
                .map(event -> event.span().end())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        if (configuration == null || lastEnd == null || status.isOver()) {
            return null;
        }
        var ready = configuration.deploymentReadyOption();
        if (status == Status.WAITING && ready != null && ready.waitTimeInMinutes() != null) {
            return wait(Wait.Kind.READY, ready.waitTimeInMinutes(), lastEnd);
        }
        var terminate = configuration.terminateBlueInstancesOnDeploymentSuccess();
        if (Boolean.TRUE.equals(info.instanceTerminationWaitTimeStarted()) && terminate != null) {
            var minutes = terminate.terminationWaitTimeInMinutes();
            return wait(Wait.Kind.TERMINATION, minutes == null ? 60 : minutes, lastEnd);
        }
        return null;
    }

    private static Wait wait(Wait.Kind kind, int minutes, Instant from) {
        var whole = Duration.ofMinutes(minutes);
        return new Wait(kind, whole, from.plus(whole));
    }
}
