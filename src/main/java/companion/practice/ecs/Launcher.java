package companion.practice.ecs;

import companion.practice.fabric.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.HealthStatus;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.ManagedAgent;
import software.amazon.awssdk.services.ecs.model.ManagedAgentName;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/** Makes tasks, for services and for RunTask. */
final class Launcher {
    private static final String TASKS = "ecs-tasks.amazonaws.com";
    static final String PLATFORM = "1.4.0";

    /**
     * A task to make.
     *
     * @param capacityProvider FARGATE or FARGATE_SPOT where a strategy chose it; null for the launch type
     * @param group for example {@code service:web}
     * @param siblings the tasks among which it is spread over subnets
     */
    record Wish(
            TaskDefinition definition,
            AwsVpcConfiguration network,
            @Nullable String capacityProvider,
            String group,
            @Nullable String startedBy,
            TaskOverride overrides,
            boolean executeCommand,
            List<Tag> tags,
            @Nullable TaskSetState owner,
            List<TaskState> siblings) {}

    private final EcsRegion region;
    private final NetworkInterfaces network;
    private final TaskLife life;

    Launcher(EcsRegion region, NetworkInterfaces network, TaskLife life) {
        this.region = region;
        this.network = network;
        this.life = life;
    }

    /** Why a task of the definition cannot be started: a role that tasks may not assume. Null if it can. */
    @Nullable String refusal(TaskDefinition definition, TaskOverride overrides) {
        return Stream.of(
                        or(overrides.taskRoleArn(), definition.taskRoleArn()),
                        or(overrides.executionRoleArn(), definition.executionRoleArn()))
                .filter(r -> !r.isEmpty())
                .map(this::arn)
                .filter(r -> region.fabric().trust().assume(r, TASKS) != Trust.Answer.TRUSTED)
                .findFirst()
                .map(r -> "ECS was unable to assume the role '" + r + "' that was provided for this task. Please"
                        + " verify that"
                        + " the role being passed has the proper trust relationship and permissions and that your IAM"
                        + " user has permissions to pass this role.")
                .orElse(null);
    }

    TaskState launch(ClusterState cluster, Wish wish) {
        var id = region.world().ids().hex(32);
        var arn = region.arn("task/" + cluster.name() + "/" + id);
        var subnet = NetworkInterfaces.spread(wish.network(), wish.siblings());
        var containers = new ArrayList<Container>();
        for (var definition : wish.definition().containerDefinitions()) {
            var container = Container.builder()
                    .containerArn(region.arn("container/" + cluster.name() + "/" + id + "/"
                            + region.world().ids().uuid()))
                    .taskArn(arn)
                    .name(definition.name())
                    .image(definition.image())
                    .lastStatus("PENDING")
                    .networkInterfaces(List.of())
                    .healthStatus(HealthStatus.UNKNOWN)
                    .cpu(String.valueOf(definition.cpu()));
            if (wish.executeCommand()) {
                container.managedAgents(ManagedAgent.builder()
                        .name(ManagedAgentName.EXECUTE_COMMAND_AGENT)
                        .lastStatus("STOPPED")
                        .reason("The practice cloud has no shell to offer.")
                        .build());
            }
            containers.add(container.build());
        }
        var task = new TaskState(
                cluster,
                wish.definition(),
                wish.owner(),
                Task.builder()
                        .taskArn(arn)
                        .clusterArn(cluster.arn())
                        .taskDefinitionArn(wish.definition().taskDefinitionArn())
                        .containers(containers)
                        .attachments(network.announced(subnet))
                        .cpu(or(wish.overrides().cpu(), wish.definition().cpu()))
                        .memory(or(wish.overrides().memory(), wish.definition().memory()))
                        .createdAt(region.world().now())
                        .desiredStatus("RUNNING")
                        .lastStatus("PROVISIONING")
                        .enableExecuteCommand(wish.executeCommand())
                        .group(wish.group())
                        .healthStatus(HealthStatus.UNKNOWN)
                        .launchType(LaunchType.FARGATE)
                        .capacityProviderName(wish.capacityProvider())
                        .overrides(wish.overrides())
                        .platformVersion(PLATFORM)
                        .platformFamily("Linux")
                        .startedBy(wish.startedBy())
                        .tags(wish.tags())
                        .ephemeralStorage(e -> e.sizeInGiB(20))
                        .version(1L)
                        .build());
        task.subnet = subnet;
        cluster.tasks.put(id, task);
        if (wish.owner() != null) {
            wish.owner().tasks.add(task);
        }
        life.begin(task, wish.network());
        return task;
    }

    private static String or(@Nullable String override, @Nullable String defined) {
        return override != null ? override : defined != null ? defined : "";
    }

    private String arn(String role) {
        return role.startsWith("arn:") ? role : region.place().globalArn("iam", "role/" + role);
    }
}
