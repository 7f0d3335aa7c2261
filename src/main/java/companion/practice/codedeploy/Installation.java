package companion.practice.codedeploy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingType;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/**
 * The Install event: makes the replacement task set in front of the target group that is not live.
 *
 * <p>Where traffic shifts gradually, both target groups are behind the listener from here on, so the load balancer
 * checks the new tasks before anyone is sent there. Where it shifts all at once the new target group is behind no
 * listener: nobody checks, the new tasks count as good once they run, and what is wrong with them shows only when all
 * traffic is theirs.
 */
final class Installation {
    static final Duration LIMIT = Duration.ofMinutes(60);

    private final TaskSetCalls taskSets;
    private final Routes routes;

    Installation(TaskSetCalls taskSets, Routes routes) {
        this.taskSets = taskSets;
        this.routes = routes;
    }

    void begin(Deployment deployment) {
        var service = taskSets.require(deployment);
        var original = service.taskSets().stream()
                .filter(s -> "PRIMARY".equals(s.status()))
                .findFirst()
                .orElseThrow(() -> new DeploymentFailure(
                        ErrorCode.INVALID_ECS_SERVICE, "The ECS service does not have a primary task set."));
        var pair = deployment.info.loadBalancerInfo().targetGroupPairInfoList().getFirst();
        var arns = routes.groups(pair);
        var live = original.loadBalancers().isEmpty() ? "" : original.loadBalancers().getFirst().targetGroupArn();
        var blue = side(original.id(), live);
        var listener = Routes.production(pair);
        routes.expectBehind(listener, live);
        var test = Routes.test(pair);
        if (test != null) {
            routes.expectBehind(test, live);
        }
        if (!arns.contains(live)) {
            throw new DeploymentFailure(
                    ErrorCode.ELASTIC_LOAD_BALANCING_INVALID,
                    "The target group of the primary task set is not in the target group pair of the deployment group: "
                            + live);
        }
        clear(deployment, service.taskSets(), original);
        var idle = arns.getFirst().equals(live) ? arns.getLast() : arns.getFirst();
        deployment.blue = blue;
        if (deployment.routing.type() != TrafficRoutingType.ALL_AT_ONCE) {
            routes.split(listener, blue, side("", idle), 0);
        }
        var made = taskSets.create(deployment, Objects.requireNonNull(deployment.spec), original, idle);
        deployment.green = side(made, idle);
    }

    /** Deletes what an earlier deployment left behind when it ended without a rollback. */
    private void clear(Deployment deployment, List<TaskSet> all, TaskSet original) {
        all.stream()
                .filter(s -> !s.id().equals(original.id()) && !"DRAINING".equals(s.status()))
                .forEach(s -> taskSets.delete(deployment, s.id()));
    }

    private static Deployment.Side side(String taskSet, String targetGroupArn) {
        var parts = targetGroupArn.split("/");
        return new Deployment.Side(taskSet, targetGroupArn, parts.length > 1 ? parts[1] : targetGroupArn);
    }
}
