package companion.practice.ecs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DeleteTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.DeleteTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionFamilyStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

/** The task definitions of the region, by family and revision. A revision number is never given twice. */
final class TaskDefinitions {
    private final EcsRegion region;
    private final Map<String, TreeMap<Integer, Entry>> families = new TreeMap<>();

    /** A revision with its tags, which belong to it but are described apart. */
    static final class Entry {
        TaskDefinition definition;
        List<Tag> tags;

        private Entry(TaskDefinition definition, List<Tag> tags) {
            this.definition = definition;
            this.tags = tags;
        }
    }

    TaskDefinitions(EcsRegion region) {
        this.region = region;
    }

    RegisterTaskDefinitionResponse register(RegisterTaskDefinitionRequest request) {
        TaskDefinitionRules.check(request);
        Tags.check(request.tags());
        var revisions = families.computeIfAbsent(request.family(), f -> new TreeMap<>());
        int revision = revisions.isEmpty() ? 1 : revisions.lastKey() + 1;
        var definition = TaskDefinition.builder()
                .taskDefinitionArn(region.arn("task-definition/" + request.family() + ":" + revision))
                .family(request.family())
                .revision(revision)
                .status(TaskDefinitionStatus.ACTIVE)
                .containerDefinitions(request.containerDefinitions().stream().map(TaskDefinitions::completed).toList())
                .taskRoleArn(request.taskRoleArn())
                .executionRoleArn(request.executionRoleArn())
                .networkMode(request.networkMode())
                .volumes(request.volumes())
                .placementConstraints(request.placementConstraints())
                .requiresCompatibilities(request.requiresCompatibilities())
                .requiresAttributes(Capabilities.required(request))
                .compatibilities(Capabilities.compatibilities(request))
                .runtimePlatform(request.runtimePlatform())
                .cpu(text(request.cpu() == null ? null : FargateSizes.cpu(request.cpu())))
                .memory(text(request.memory() == null ? null : FargateSizes.memory(request.memory())))
                .pidMode(request.pidMode())
                .ipcMode(request.ipcMode())
                .proxyConfiguration(request.proxyConfiguration())
                .ephemeralStorage(request.ephemeralStorage())
                .enableFaultInjection(request.enableFaultInjection())
                .registeredAt(region.world().now())
                .registeredBy(region.caller())
                .build();
        revisions.put(revision, new Entry(definition, request.tags()));
        return RegisterTaskDefinitionResponse.builder().taskDefinition(definition).tags(request.tags()).build();
    }

    /**
     * The revision that a family ({@code web}: its newest active one), {@code web:3} or an ARN names, or null.
     *
     * @throws software.amazon.awssdk.services.ecs.model.InvalidParameterException if the revision is no number
     */
    @Nullable Entry peek(String reference) {
        var name = Names.last(reference);
        int colon = name.indexOf(':');
        var revisions = families.get(colon < 0 ? name : name.substring(0, colon));
        if (colon >= 0) {
            var number = name.substring(colon + 1);
            if (!number.matches("\\d{1,9}")) {
                throw EcsFaults.invalid("Invalid revision number. Number: " + number);
            }
            return revisions == null ? null : revisions.get(Integer.valueOf(number));
        }
        return revisions == null
                ? null
                : revisions.descendingMap().values().stream()
                        .filter(e -> e.definition.status() == TaskDefinitionStatus.ACTIVE)
                        .findFirst()
                        .orElse(null);
    }

    /** The active revision to run. */
    TaskDefinition runnable(@Nullable String reference) {
        if (reference == null || reference.isEmpty()) {
            throw EcsFaults.invalid("TaskDefinition can not be blank.");
        }
        var entry = peek(reference);
        if (entry == null) {
            throw EcsFaults.client("TaskDefinition not found.");
        }
        if (entry.definition.status() != TaskDefinitionStatus.ACTIVE) {
            throw EcsFaults.client("TaskDefinition is inactive");
        }
        return entry.definition;
    }

    DescribeTaskDefinitionResponse describe(DescribeTaskDefinitionRequest request) {
        var entry = request.taskDefinition() == null ? null : peek(request.taskDefinition());
        if (entry == null) {
            throw EcsFaults.client("Unable to describe task definition.");
        }
        var tags = request.include().contains(TaskDefinitionField.TAGS) ? entry.tags : List.<Tag>of();
        return DescribeTaskDefinitionResponse.builder().taskDefinition(entry.definition).tags(tags).build();
    }

    ListTaskDefinitionsResponse list(ListTaskDefinitionsRequest request) {
        var status = request.status() == null ? TaskDefinitionStatus.ACTIVE : request.status();
        var arns = new ArrayList<String>();
        families.forEach((family, revisions) -> {
            if (request.familyPrefix() == null || request.familyPrefix().equals(family)) {
                revisions.values().stream()
                        .filter(e -> e.definition.status() == status)
                        .forEach(e -> arns.add(e.definition.taskDefinitionArn()));
            }
        });
        var ordered = request.sort() == SortOrder.DESC ? arns.reversed() : arns;
        var page = Page.of(ordered, request.nextToken(), request.maxResults(), 100);
        return ListTaskDefinitionsResponse.builder()
                .taskDefinitionArns(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    ListTaskDefinitionFamiliesResponse listFamilies(ListTaskDefinitionFamiliesRequest request) {
        var names = families.entrySet().stream()
                .filter(f -> request.familyPrefix() == null || f.getKey().startsWith(request.familyPrefix()))
                .filter(f -> matches(f.getValue(), request.status()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
        var page = Page.of(names, request.nextToken(), request.maxResults(), 100);
        return ListTaskDefinitionFamiliesResponse.builder().families(page.items()).nextToken(page.nextToken()).build();
    }

    DeregisterTaskDefinitionResponse deregister(DeregisterTaskDefinitionRequest request) {
        var entry = named(request.taskDefinition());
        if (entry.definition.status() == TaskDefinitionStatus.ACTIVE) {
            entry.definition = entry.definition.toBuilder()
                    .status(TaskDefinitionStatus.INACTIVE)
                    .deregisteredAt(region.world().now())
                    .build();
        }
        return DeregisterTaskDefinitionResponse.builder().taskDefinition(entry.definition).build();
    }

    DeleteTaskDefinitionsResponse delete(DeleteTaskDefinitionsRequest request) {
        if (request.taskDefinitions().isEmpty()) {
            throw EcsFaults.invalid("Task definitions can not be empty.");
        }
        if (request.taskDefinitions().size() > 10) {
            throw EcsFaults.invalid("You can only delete up to 10 task definitions at a time.");
        }
        var deleted = new ArrayList<TaskDefinition>();
        var failures = new ArrayList<Failure>();
        for (var reference : request.taskDefinitions()) {
            var entry = peek(reference);
            if (entry == null) {
                failures.add(Failure.builder()
                        .arn(reference)
                        .reason("The specified task definition does not exist. Specify a valid account, family,"
                                + " revision and try again.")
                        .build());
            } else if (entry.definition.status() == TaskDefinitionStatus.ACTIVE) {
                failures.add(Failure.builder()
                        .arn(entry.definition.taskDefinitionArn())
                        .reason("The specified task definition is still in ACTIVE status. Please deregister the"
                                + " target and try again.")
                        .build());
            } else {
                entry.definition = entry.definition.toBuilder()
                        .status(TaskDefinitionStatus.DELETE_IN_PROGRESS)
                        .build();
                deleted.add(entry.definition);
            }
        }
        return DeleteTaskDefinitionsResponse.builder().taskDefinitions(deleted).failures(failures).build();
    }

    private Entry named(@Nullable String reference) {
        if (reference == null || !Names.last(reference).contains(":")) {
            throw EcsFaults.client("TaskDefinition revision can not be blank.");
        }
        var entry = peek(reference);
        if (entry == null) {
            throw EcsFaults.client("The specified task definition does not exist.");
        }
        return entry;
    }

    private static boolean matches(TreeMap<Integer, Entry> revisions, @Nullable TaskDefinitionFamilyStatus status) {
        boolean active =
                revisions.values().stream().anyMatch(e -> e.definition.status() == TaskDefinitionStatus.ACTIVE);
        return switch (status == null ? TaskDefinitionFamilyStatus.ACTIVE : status) {
            case ACTIVE -> active;
            case INACTIVE -> !active;
            case ALL, UNKNOWN_TO_SDK_VERSION -> true;
        };
    }

    /** A container definition as a description shows it, with ECS's defaults filled in. */
    private static ContainerDefinition completed(ContainerDefinition given) {
        return given.toBuilder()
                .cpu(given.cpu() == null ? 0 : given.cpu())
                .essential(TaskDefinitionRules.isEssential(given))
                .portMappings(given.portMappings().stream()
                        .map(p -> p.toBuilder()
                                .hostPort(p.hostPort() == null ? p.containerPort() : p.hostPort())
                                .protocol(p.protocol() == null ? TransportProtocol.TCP : p.protocol())
                                .build())
                        .toList())
                .environment(List.copyOf(given.environment()))
                .mountPoints(List.copyOf(given.mountPoints()))
                .volumesFrom(List.copyOf(given.volumesFrom()))
                .systemControls(List.copyOf(given.systemControls()))
                .build();
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
