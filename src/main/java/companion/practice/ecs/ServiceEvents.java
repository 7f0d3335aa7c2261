package companion.practice.ecs;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/**
 * What a service says of itself in its events, in ECS's words (AWS: "Viewing Amazon ECS service event messages"; the
 * wording with task sets as seen in real services).
 */
final class ServiceEvents {
    private static final int KEPT = 100;

    private final EcsRegion region;

    ServiceEvents(EcsRegion region) {
        this.region = region;
    }

    void started(TaskSetState set, List<TaskState> tasks) {
        say(set.service, who(set) + " has started " + tasks.size() + " tasks: " + list(tasks) + ".");
    }

    void stopped(TaskSetState set, List<TaskState> tasks) {
        say(set.service, who(set) + " has stopped " + tasks.size() + " running tasks: " + list(tasks) + ".");
    }

    void registered(TaskSetState set, int targets, String targetGroupArn) {
        say(set.service, who(set) + " registered " + targets + " targets in (target-group " + targetGroupArn + ")");
    }

    void draining(TaskSetState set, int targets, String targetGroupArn) {
        say(set.service, who(set) + " deregistered " + targets + " targets in (target-group " + targetGroupArn + ")");
        say(set.service, "(service " + set.service.name() + ", taskSet " + set.id() + ") has begun draining"
                + " connections on "
                + targets + " tasks.");
    }

    void unhealthy(TaskState task, TaskSetState set, TaskState.Target target, String reason) {
        say(set.service, who(set) + " (task " + task.id() + ") (port " + target.port() + ") is unhealthy in"
                + " (target-group "
                + target.targetGroupArn() + ") due to (reason " + reason + ").");
    }

    void cannotLaunch(TaskSetState set, String error) {
        say(set.service, who(set) + " failed to launch a task with (error " + error + ").");
    }

    void cannotRegister(TaskSetState set, String targetGroupArn, String error) {
        say(
                set.service,
                who(set) + " failed to register targets in (target-group " + targetGroupArn + ") with (error " + error
                        + ")");
    }

    void cannotStart(ServiceState service) {
        say(service, "(service " + service.name() + ") is unable to consistently start tasks successfully. For more"
                + " information, see the Troubleshooting section of the Amazon ECS Developer Guide.");
    }

    void computed(TaskSetState set, int count) {
        var service = set.service;
        say(
                service,
                "(service " + service.name() + ") updated computedDesiredCount for taskSet " + set.id() + " to " + count
                        + ".");
    }

    void setIsSteady(TaskSetState set) {
        say(set.service, "(service " + set.service.name() + ", taskSet " + set.id() + ") updated state to"
                + " STEADY_STATE.");
    }

    void steady(ServiceState service) {
        say(service, "(service " + service.name() + ") has reached a steady state.");
    }

    void completed(TaskSetState set) {
        say(set.service, "(service " + set.service.name() + ") (deployment " + set.id() + ") deployment completed.");
    }

    void failed(TaskSetState set) {
        say(set.service, "(service " + set.service.name() + ") (deployment " + set.id()
                + ") deployment failed: tasks failed to start.");
    }

    void rollingBack(TaskSetState to) {
        say(to.service, "(service " + to.service.name() + ") rolling back to deployment " + to.id() + ".");
    }

    private void say(ServiceState service, String message) {
        service.events.addFirst(ServiceEvent.builder()
                .id(region.world().ids().uuid())
                .createdAt(region.world().now())
                .message(message)
                .build());
        if (service.events.size() > KEPT) {
            service.events.removeLast();
        }
    }

    private static String who(TaskSetState set) {
        var service = "(service " + set.service.name();
        boolean rolling = set.service.controller() == DeploymentControllerType.ECS;
        return rolling ? service + ")" : service + ", taskSet " + set.id() + ")";
    }

    private static String list(List<TaskState> tasks) {
        return tasks.stream().map(t -> "(task " + t.id() + ")").collect(Collectors.joining(" "));
    }
}
