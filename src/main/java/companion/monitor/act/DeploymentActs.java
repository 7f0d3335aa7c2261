package companion.monitor.act;

import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.DeploymentSnapshot;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.ContinueDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.DeploymentWaitType;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentRequest;

/** What can be done to a deployment. Calls nothing. */
public final class DeploymentActs {
    private DeploymentActs() {}

    /** Ends the wait before the traffic moves, or the one before the original task set goes. */
    public static Act endWait(@Nullable DeploymentSnapshot deployment) {
        return deployment == null || deployment.waiting() == null
                ? Act.blocked(Kind.END_WAIT, "End the wait now", "The deployment does not wait.")
                : Act.possible(
                        Kind.END_WAIT,
                        "End the wait now",
                        ContinueDeploymentRequest.builder()
                                .deploymentId(deployment.id())
                                .deploymentWaitType(
                                        deployment.waiting().kind() == DeploymentSnapshot.Wait.Kind.READY
                                                ? DeploymentWaitType.READY_WAIT
                                                : DeploymentWaitType.TERMINATION_WAIT)
                                .build());
    }

    /** Stops it and leaves everything as it stands then. */
    public static Act stop(@Nullable DeploymentSnapshot deployment) {
        return stop(deployment, Kind.STOP_DEPLOYMENT, "Stop deployment", false);
    }

    /** Stops it and gives the traffic back to what ran before. */
    public static Act stopAndRollBack(@Nullable DeploymentSnapshot deployment) {
        return stop(deployment, Kind.STOP_AND_ROLL_BACK, "Stop and roll back", true);
    }

    private static Act stop(@Nullable DeploymentSnapshot deployment, Kind kind, String label, boolean rollBack) {
        return deployment == null || deployment.status().isOver()
                ? Act.blocked(kind, label, "No deployment is running.")
                : Act.possible(
                        kind,
                        label,
                        StopDeploymentRequest.builder()
                                .deploymentId(deployment.id())
                                .autoRollbackEnabled(rollBack)
                                .build());
    }
}
