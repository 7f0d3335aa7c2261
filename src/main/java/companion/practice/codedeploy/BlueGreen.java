package companion.practice.codedeploy;

import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.services.codedeploy.model.BlueInstanceTerminationOption;
import software.amazon.awssdk.services.codedeploy.model.DeploymentReadyAction;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.Diagnostics;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.codedeploy.model.InstanceAction;
import software.amazon.awssdk.services.codedeploy.model.InvalidRevisionException;
import software.amazon.awssdk.services.codedeploy.model.LifecycleErrorCode;
import software.amazon.awssdk.services.codedeploy.model.TargetStatus;

/**
 * Takes a deployment to Amazon ECS through its lifecycle events, the wait for a go-ahead, and the wait before the
 * original task set ends (facts, section 4.3; AWS: "What happens during an Amazon ECS deployment").
 */
final class BlueGreen {
    private static final Duration START = Duration.ofSeconds(2);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final DeployRegion region;
    private final Revisions revisions;
    private final TaskSetCalls taskSets;
    private final Installation installation;
    private final TrafficShift shift;
    private final Endings endings;
    private final DeployEvents events;

    BlueGreen(
            DeployRegion region,
            Revisions revisions,
            TaskSetCalls taskSets,
            Routes routes,
            Endings endings,
            DeployEvents events) {
        this.region = region;
        this.revisions = revisions;
        this.taskSets = taskSets;
        this.installation = new Installation(taskSets, routes);
        this.shift = new TrafficShift(routes);
        this.endings = endings;
        this.events = events;
    }

    void begin(Deployment deployment) {
        later(deployment, START, () -> {
            deployment.change(i -> i.status(DeploymentStatus.IN_PROGRESS).startTime(region.world().now()));
            deployment.target = TargetStatus.IN_PROGRESS;
            events.deployment(deployment, "START");
            prepare(deployment);
            enter(deployment, Lifecycle.BEFORE_INSTALL);
        });
    }

    /** Goes on from the wait for a go-ahead. */
    void reroute(Deployment deployment) {
        deployment.cancelTimers();
        deployment.change(i -> i.status(DeploymentStatus.IN_PROGRESS));
        deployment.target = TargetStatus.IN_PROGRESS;
        enter(deployment, Lifecycle.BEFORE_ALLOW_TRAFFIC);
    }

    /** Ends the wait before the original task set ends. */
    void terminate(Deployment deployment) {
        deployment.cancelTimers();
        deployment.terminating = true;
        later(deployment, MOMENT, () -> {
            taskSets.delete(deployment, Objects.requireNonNull(deployment.blue).taskSet());
            awaitEnd(deployment);
        });
    }

    private void prepare(Deployment deployment) {
        switch (region.assume(deployment.group.spec.serviceRoleArn())) {
            case TRUSTED -> {
                // CodeDeploy acts in the role from here on.
            }
            case NO_SUCH_ROLE -> throw new DeploymentFailure(
                    ErrorCode.IAM_ROLE_MISSING, "The service role cannot be accessed.");
            case NOT_TRUSTED -> throw new DeploymentFailure(
                    ErrorCode.IAM_ROLE_PERMISSIONS, "The service role does not have the correct permissions.");
        }
        try {
            deployment.spec = AppSpec.parse(revisions.text(deployment.info.revision()));
        } catch (InvalidRevisionException e) {
            throw new DeploymentFailure(ErrorCode.INVALID_REVISION, e.awsErrorDetails().errorMessage());
        }
    }

    private void enter(Deployment deployment, String event) {
        deployment.begin(event, region.world().now());
        switch (event) {
            case Lifecycle.INSTALL -> {
                installation.begin(deployment);
                deployment.limit = region.world().deadline(Installation.LIMIT, () -> guarded(deployment, () -> {
                    throw new DeploymentFailure(
                            ErrorCode.TIMEOUT,
                            "The deployment timed out while waiting for the replacement task set to become healthy."
                                    + " This time out period is 60 minutes.");
                }));
                awaitSteady(deployment);
            }
            case Lifecycle.ALLOW_TEST_TRAFFIC -> later(deployment, MOMENT, () -> {
                shift.test(deployment);
                leave(deployment, event);
            });
            case Lifecycle.ALLOW_TRAFFIC -> later(deployment, MOMENT, () -> advance(deployment));
            default -> later(deployment, MOMENT, () -> {
                hook(deployment, event);
                leave(deployment, event);
            });
        }
    }

    private void leave(Deployment deployment, String event) {
        deployment.end(event, region.world().now());
        var next = Lifecycle.after(deployment, event);
        if (next == null) {
            awaitTermination(deployment);
        } else if (next.equals(Lifecycle.BEFORE_ALLOW_TRAFFIC) && waitsForGoAhead(deployment)) {
            awaitGoAhead(deployment);
        } else {
            enter(deployment, next);
        }
    }

    private void awaitSteady(Deployment deployment) {
        later(deployment, POLL, () -> {
            if (taskSets.isSteady(deployment, Objects.requireNonNull(deployment.green).taskSet())) {
                deployment.cancelTimers();
                leave(deployment, Lifecycle.INSTALL);
            } else {
                awaitSteady(deployment);
            }
        });
    }

    private void advance(Deployment deployment) {
        var pause = shift.advance(deployment);
        deployment.updated = region.world().now();
        if (pause == null) {
            taskSets.makePrimary(deployment, Objects.requireNonNull(deployment.green).taskSet());
            leave(deployment, Lifecycle.ALLOW_TRAFFIC);
        } else {
            later(deployment, pause, () -> advance(deployment));
        }
    }

    private static boolean waitsForGoAhead(Deployment deployment) {
        var ready = deployment.info.blueGreenDeploymentConfiguration().deploymentReadyOption();
        return ready.actionOnTimeout() == DeploymentReadyAction.STOP_DEPLOYMENT;
    }

    private void awaitGoAhead(Deployment deployment) {
        int minutes = deployment
                .info
                .blueGreenDeploymentConfiguration()
                .deploymentReadyOption()
                .waitTimeInMinutes();
        deployment.change(i -> i.status(DeploymentStatus.READY));
        deployment.target = TargetStatus.READY;
        events.deployment(deployment, "READY");
        deployment.limit = region.world()
                .deadline(Duration.ofMinutes(minutes), () -> guarded(deployment, () -> endings.stopped(
                        deployment,
                        ErrorCode.TIMEOUT,
                        "The deployment timed out while waiting for a notification to continue. This time out period"
                                + " is "
                                + minutes + " minutes.")));
    }

    private void awaitTermination(Deployment deployment) {
        BlueInstanceTerminationOption option =
                deployment.info.blueGreenDeploymentConfiguration().terminateBlueInstancesOnDeploymentSuccess();
        if (option.action() == InstanceAction.KEEP_ALIVE) {
            endings.succeeded(deployment);
            return;
        }
        int minutes = option.terminationWaitTimeInMinutes() == null ? 60 : option.terminationWaitTimeInMinutes();
        if (minutes == 0) {
            terminate(deployment);
            return;
        }
        deployment.change(i -> i.instanceTerminationWaitTimeStarted(true));
        later(deployment, Duration.ofMinutes(minutes), () -> terminate(deployment));
    }

    private void awaitEnd(Deployment deployment) {
        later(deployment, POLL, () -> {
            if (taskSets.isGone(deployment, Objects.requireNonNull(deployment.blue).taskSet())) {
                endings.succeeded(deployment);
            } else {
                awaitEnd(deployment);
            }
        });
    }

    /**
     * The practice cloud has no Lambda functions, so a hook that names one fails as for a function that is not there.
     */
    private static void hook(Deployment deployment, String event) {
        var function = Objects.requireNonNull(deployment.spec).hooks().get(event);
        if (function != null) {
            throw new DeploymentFailure(
                    ErrorCode.HOOK_EXECUTION_FAILURE,
                    "The deployment failed because one or more of the lifecycle event validation functions failed.",
                    Diagnostics.builder()
                            .errorCode(LifecycleErrorCode.SCRIPT_MISSING)
                            .scriptName(function)
                            .message("Function not found: " + function
                                    + ". The practice cloud has no AWS Lambda functions.")
                            .build());
        }
    }

    private void later(Deployment deployment, Duration delay, Runnable step) {
        deployment.next = region.world().after(delay, () -> guarded(deployment, step));
    }

    private void guarded(Deployment deployment, Runnable step) {
        if (deployment.isOver()) {
            return;
        }
        try {
            step.run();
        } catch (DeploymentFailure failure) {
            endings.failed(deployment, failure);
        }
    }
}
