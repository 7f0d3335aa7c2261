package companion.practice.ecs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * What ECS works out of a task definition and shows when it is described: the attributes that a host must have, and
 * where it could run. These are the members that a task definition pasted from a description must lose before it is
 * registered.
 */
final class Capabilities {
    private static final String DOCKER = "com.amazonaws.ecs.capability.";

    private Capabilities() {}

    static List<Attribute> required(RegisterTaskDefinitionRequest request) {
        var names = new LinkedHashSet<String>();
        for (var container : request.containerDefinitions()) {
            if (TaskDefinitionRules.logsToAws(container)) {
                names.add(DOCKER + "logging-driver.awslogs");
                names.add("ecs.capability.execution-role-awslogs");
                names.add(DOCKER + "docker-remote-api.1.19");
            }
            if (TaskDefinitionRules.isEcr(container.image())) {
                names.add(DOCKER + "ecr-auth");
                names.add("ecs.capability.execution-role-ecr-pull");
            }
            if (hasSecrets(container)) {
                names.add("ecs.capability.secrets.asm.environment-variables");
            }
            if (container.healthCheck() != null) {
                names.add("ecs.capability.container-health-check");
            }
        }
        if (request.taskRoleArn() != null) {
            names.add(DOCKER + "task-iam-role");
        }
        names.add(DOCKER + "docker-remote-api.1.18");
        if (request.networkMode() == NetworkMode.AWSVPC) {
            names.add("ecs.capability.task-eni");
        }
        return names.stream().map(n -> Attribute.builder().name(n).build()).toList();
    }

    static List<Compatibility> compatibilities(RegisterTaskDefinitionRequest request) {
        var places = new ArrayList<Compatibility>();
        places.add(Compatibility.EC2);
        if (request.networkMode() == NetworkMode.AWSVPC && request.cpu() != null && request.memory() != null) {
            places.add(Compatibility.FARGATE);
        }
        for (var asked : request.requiresCompatibilities()) {
            if (!places.contains(asked)) {
                places.add(asked);
            }
        }
        return places;
    }

    private static boolean hasSecrets(ContainerDefinition container) {
        return container.secrets().stream()
                .anyMatch(s -> s.valueFrom() != null && s.valueFrom().contains(":secretsmanager:"));
    }
}
