package companion.practice.ecs;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** What RegisterTaskDefinition refuses, in the order in which ECS looks. */
final class TaskDefinitionRules {
    private static final Pattern IMAGE = Pattern.compile("[a-zA-Z0-9_./:@#-]{1,255}");
    private static final Pattern ECR = Pattern.compile("\\d{12}\\.dkr\\.ecr[.-].*");

    private TaskDefinitionRules() {}

    static void check(RegisterTaskDefinitionRequest request) {
        if (request.family() == null || request.family().isEmpty()) {
            throw EcsFaults.client("Family should not be null or empty.");
        }
        if (!Names.valid(request.family())) {
            throw EcsFaults.client("Family contains invalid characters.");
        }
        if (request.containerDefinitions().isEmpty()) {
            throw EcsFaults.client("Container list cannot be empty.");
        }
        var names = new HashSet<String>();
        request.containerDefinitions().forEach(c -> check(c, names, request.networkMode()));
        if (request.containerDefinitions().stream().noneMatch(TaskDefinitionRules::isEssential)) {
            throw EcsFaults.client("Task definition does not contain any essential containers.");
        }
        size(request);
        if (request.requiresCompatibilities().contains(Compatibility.FARGATE)) {
            fargate(request);
        }
    }

    static boolean isEssential(ContainerDefinition container) {
        return !Boolean.FALSE.equals(container.essential());
    }

    static boolean isEcr(String image) {
        return ECR.matcher(image).matches();
    }

    static boolean logsToAws(ContainerDefinition container) {
        return container.logConfiguration() != null
                && container.logConfiguration().logDriver() == LogDriver.AWSLOGS;
    }

    private static void check(ContainerDefinition container, HashSet<String> names, NetworkMode mode) {
        if (container.name() == null || container.name().isEmpty()) {
            throw EcsFaults.client("Container.name should not be null or empty.");
        }
        if (!Names.valid(container.name())) {
            throw EcsFaults.client("Container.name contains invalid characters.");
        }
        if (!names.add(container.name())) {
            throw EcsFaults.client("Container names must be unique. Duplicate name: " + container.name());
        }
        if (container.image() == null || container.image().isEmpty()) {
            throw EcsFaults.client("Container.image should not be null or empty.");
        }
        if (!IMAGE.matcher(container.image()).matches()) {
            throw EcsFaults.client("Container.image contains invalid characters.");
        }
        if (mode == NetworkMode.AWSVPC) {
            for (var port : container.portMappings()) {
                var host = port.hostPort();
                if (host != null && host != 0 && !host.equals(port.containerPort())) {
                    throw EcsFaults.client("When networkMode=awsvpc, the host ports and container ports in port"
                            + " mappings must match.");
                }
            }
        }
        logs(container);
    }

    private static void logs(ContainerDefinition container) {
        if (!logsToAws(container)) {
            return;
        }
        for (var option : List.of("awslogs-group", "awslogs-region")) {
            if (!container.logConfiguration().options().containsKey(option)) {
                throw EcsFaults.client("Log driver awslogs requires options: " + option);
            }
        }
    }

    private static void size(RegisterTaskDefinitionRequest request) {
        if (request.cpu() != null && FargateSizes.cpu(request.cpu()) == null) {
            throw EcsFaults.client("Invalid 'cpu' setting for task.");
        }
        if (request.memory() != null && FargateSizes.memory(request.memory()) == null) {
            throw EcsFaults.client("Invalid 'memory' setting for task.");
        }
    }

    private static void fargate(RegisterTaskDefinitionRequest request) {
        if (request.networkMode() != NetworkMode.AWSVPC) {
            throw EcsFaults.client("Fargate only supports network mode ‘awsvpc’.");
        }
        if (request.cpu() == null) {
            throw EcsFaults.client("Fargate requires that 'cpu' be defined at the task level.");
        }
        if (request.memory() == null) {
            throw EcsFaults.client("Fargate requires that 'memory' be defined at the task level.");
        }
        Integer cpu = FargateSizes.cpu(request.cpu());
        Integer memory = FargateSizes.memory(request.memory());
        if (cpu == null || memory == null || !FargateSizes.fit(cpu, memory)) {
            throw EcsFaults.client("No Fargate configuration exists for given values: " + cpu + " CPU, " + memory
                    + " memory. See the Amazon ECS documentation for the valid values.");
        }
        if (request.executionRoleArn() == null) {
            for (var container : request.containerDefinitions()) {
                if (isEcr(container.image())) {
                    throw EcsFaults.client(
                            "Fargate requires task definition to have execution role ARN to support ECR images.");
                }
                if (logsToAws(container)) {
                    throw EcsFaults.client(
                            "Fargate requires task definition to have execution role ARN to support log driver"
                                    + " awslogs.");
                }
            }
        }
    }
}
