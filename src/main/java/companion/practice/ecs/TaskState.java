package companion.practice.ecs;

import companion.practice.world.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** A task on its way from PROVISIONING to STOPPED. */
final class TaskState {

    /** What ECS knows of the task's health from its target groups. */
    enum Health {
        /** Not asked yet, or the load balancer is still checking. */
        WAITING,
        /** Healthy everywhere, or in target groups that nothing uses. */
        GOOD,
        BAD
    }

    /** A target that ECS registered for the task. */
    record Target(String targetGroupArn, String ip, int port) {}

    /** A port on which a container of the task listens. */
    record OpenPort(String ip, int port) {}

    final ClusterState cluster;
    final TaskDefinition definition;
    final @Nullable TaskSetState owner;
    final List<Target> targets = new ArrayList<>();
    final List<OpenPort> ports = new ArrayList<>();

    Task view;
    Health health = Health.WAITING;
    @Nullable String networkInterface;
    @Nullable String ip;
    String subnet = "";
    @Nullable Timer next;
    @Nullable Timer check;

    TaskState(ClusterState cluster, TaskDefinition definition, @Nullable TaskSetState owner, Task view) {
        this.cluster = cluster;
        this.definition = definition;
        this.owner = owner;
        this.view = view;
    }

    String id() {
        return Names.last(view.taskArn());
    }

    boolean isStopped() {
        return "STOPPED".equals(view.lastStatus());
    }

    boolean isRunning() {
        return "RUNNING".equals(view.lastStatus());
    }

    boolean wants(DesiredStatus status) {
        return status.toString().equals(view.desiredStatus());
    }

    /** Meant to run, and not there yet. */
    boolean isPending() {
        return wants(DesiredStatus.RUNNING) && !isRunning() && !isStopped();
    }

    /** Meant to run, running, and no load balancer says otherwise. */
    boolean isServing() {
        return wants(DesiredStatus.RUNNING) && isRunning() && health == Health.GOOD;
    }

    List<LoadBalancer> loadBalancers() {
        return owner == null ? List.of() : owner.spec.loadBalancers();
    }

    /** Changes what a description shows; each change counts up the version. */
    void change(Consumer<Task.Builder> edit) {
        var builder = view.toBuilder().version(view.version() + 1);
        edit.accept(builder);
        view = builder.build();
    }
}
