package companion.practice.iam;

import companion.practice.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;

/** Service-linked roles: their names are given by the services, and only AWS changes them. */
final class ServiceLinkedRoles {
    private static final Map<String, String> NAMES = Map.of(
            "ecs.amazonaws.com", "AWSServiceRoleForECS",
            "elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing",
            "ecs.application-autoscaling.amazonaws.com", "AWSServiceRoleForApplicationAutoScaling_ECSService",
            "autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling",
            "codestar-notifications.amazonaws.com", "AWSServiceRoleForCodeStarNotifications");

    private final World world;
    private final Roles roles;
    private final Map<String, DeletionTaskStatusType> deletions = new LinkedHashMap<>();

    ServiceLinkedRoles(World world, Roles roles) {
        this.world = world;
        this.roles = roles;
    }

    RoleRecord create(String service, @Nullable String suffix) {
        var name = NAMES.get(service);
        if (name == null) {
            throw IamFaults.invalidInput("Invalid service name: " + service);
        }
        if (suffix != null && !service.startsWith("autoscaling")) {
            throw IamFaults.invalidInput("Custom suffix is not allowed for " + service);
        }
        return roles.createServiceLinked(suffix == null ? name : name + "_" + suffix, service);
    }

    /** Starts the deletion, which takes a few seconds, and gives the id under which it is asked for. */
    String delete(String name) {
        var role = roles.get(name);
        if (!role.serviceLinked) {
            throw IamFaults.noSuchEntity("The role with name " + name + " cannot be found.");
        }
        var task = "task" + role.path + name + "/" + world.ids().uuid();
        deletions.put(task, DeletionTaskStatusType.IN_PROGRESS);
        world.after(Duration.ofSeconds(5), () -> {
            roles.deleteServiceLinked(name);
            deletions.put(task, DeletionTaskStatusType.SUCCEEDED);
        });
        return task;
    }

    DeletionTaskStatusType status(String task) {
        var status = deletions.get(task);
        if (status == null) {
            throw IamFaults.noSuchEntity("Deletion task with id " + task + " cannot be found.");
        }
        return status;
    }
}
