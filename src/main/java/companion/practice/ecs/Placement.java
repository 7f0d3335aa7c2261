package companion.practice.ecs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskOverride;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** Starts and stops the tasks of a deployment or task set, as many as its scheduler says. */
final class Placement {
    private final TaskDefinitions definitions;
    private final Launcher launcher;
    private final TaskLife life;
    private final ServiceEvents events;

    Placement(TaskDefinitions definitions, Launcher launcher, TaskLife life, ServiceEvents events) {
        this.definitions = definitions;
        this.launcher = launcher;
        this.life = life;
        this.events = events;
    }

    /** Starts tasks; false if ECS cannot start any, which the service's events tell. */
    boolean start(TaskSetState set, int count) {
        var overrides = TaskOverride.builder().containerOverrides(List.of()).build();
        var refusal = launcher.refusal(set.definition, overrides);
        if (refusal != null) {
            events.cannotLaunch(set, refusal);
            return false;
        }
        var service = set.service;
        var started = new ArrayList<TaskState>();
        for (int i = 0; i < count; i++) {
            started.add(launcher.launch(
                    service.cluster,
                    new Launcher.Wish(
                            set.definition,
                            set.spec.networkConfiguration().awsvpcConfiguration(),
                            provider(set),
                            "service:" + service.name(),
                            set.id(),
                            overrides,
                            Boolean.TRUE.equals(service.spec.enableExecuteCommand()),
                            tags(set),
                            set,
                            List.copyOf(set.tasks))));
        }
        events.started(set, started);
        return true;
    }

    /** Stops so many of the tasks that are meant to run, those that serve least first, then the newest. */
    void scaleIn(TaskSetState set, int count) {
        var order = new ArrayList<>(set.wanted().reversed());
        order.sort(Comparator.comparing(TaskState::isServing).thenComparing(TaskState::isRunning));
        stop(set, order.subList(0, Math.min(count, order.size())));
    }

    void stop(TaskSetState set, List<TaskState> tasks) {
        stop(set, tasks, "Scaling activity initiated by (deployment " + set.id() + ")");
    }

    void stop(TaskSetState set, List<TaskState> tasks, String reason) {
        var stopping = List.copyOf(tasks);
        if (stopping.isEmpty()) {
            return;
        }
        events.stopped(set, stopping);
        life.stop(stopping, TaskStopCode.SERVICE_SCHEDULER_INITIATED, reason);
    }

    private List<Tag> tags(TaskSetState set) {
        var service = set.service.spec;
        var own = service.propagateTags() == PropagateTags.SERVICE
                ? service.tags()
                : service.propagateTags() == PropagateTags.TASK_DEFINITION ? definitionTags(set) : List.<Tag>of();
        if (!Boolean.TRUE.equals(service.enableECSManagedTags())) {
            return own;
        }
        return Tags.with(
                own,
                List.of(
                        Tag.builder().key("aws:ecs:clusterName").value(set.service.cluster.name()).build(),
                        Tag.builder().key("aws:ecs:serviceName").value(set.service.name()).build()));
    }

    private List<Tag> definitionTags(TaskSetState set) {
        var entry = definitions.peek(set.definition.taskDefinitionArn());
        return entry == null ? List.of() : entry.tags;
    }

    /** The provider that carries the strategy: the one with a base, else the heaviest. */
    private static @Nullable String provider(TaskSetState set) {
        return set.spec.capacityProviderStrategy().stream()
                .max(Comparator.comparingInt((CapacityProviderStrategyItem i) -> i.base() == null ? 0 : i.base())
                        .thenComparingInt(i -> i.weight() == null ? 0 : i.weight()))
                .map(CapacityProviderStrategyItem::capacityProvider)
                .orElse(null);
    }
}
