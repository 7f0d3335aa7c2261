package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.read.DeploymentReader.Reading;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.TargetGroupPairInfo;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskSet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/** Reads the service behind a deployment group: its task sets and tasks, the listener's weights, the targets' health. */
final class ServiceReader {
    private final Connection connection;
    private final Map<String, String> images = new HashMap<>();
    private @Nullable Group group;

    /** What stays the same as long as the group does. */
    private record Group(
            String application, String name, String cluster, String service, List<String> listeners,
            @Nullable String url) {}

    /** @param url where visitors go, or null */
    record Service(List<TaskSetSnapshot> taskSets, List<ReleaseSnapshot.ServiceEvent> events, @Nullable String url) {}

    ServiceReader(Connection connection) {
        this.connection = connection;
    }

    /** Forgets what stays the same as long as the deployment group does. */
    void forget() {
        group = null;
    }

    Service read(String application, String groupName, Reading deployment) {
        var known = group(application, groupName);
        var service = connection.ecs()
                .describeServices(request -> request.cluster(known.cluster()).services(known.service()))
                .services()
                .stream()
                .findFirst()
                .orElse(null);
        if (service == null || service.taskSets().isEmpty()) {
            return new Service(List.of(), List.of(), known.url());
        }
        var routed = routed(known);
        var tasks = tasks(known);
        var sets = new ArrayList<TaskSetSnapshot>();
        for (var set : service.taskSets()) {
            sets.add(taskSet(set, known, deployment, routed, tasks));
        }
        sets.sort(Comparator.comparing(TaskSetSnapshot::colour));
        var events = service.events().stream()
                .map(event -> new ReleaseSnapshot.ServiceEvent(event.createdAt(), event.message()))
                .toList();
        return new Service(sets, events, known.url());
    }

    private TaskSetSnapshot taskSet(
            TaskSet set, Group known, Reading deployment, Map<String, Integer> routed, List<Task> tasks) {
        var targetGroup = set.loadBalancers().isEmpty() ? "" : set.loadBalancers().getFirst().targetGroupArn();
        boolean primary = "PRIMARY".equals(set.status());
        boolean alone = !deployment.colours().containsKey(set.id());
        var colour = alone ? TaskSetSnapshot.Colour.BLUE : deployment.colours().get(set.id());
        var health = targetGroup.isEmpty() ? Map.<String, TargetHealth>of() : health(targetGroup);
        return new TaskSetSnapshot(
                set.id(),
                colour,
                lastPart(set.taskDefinition()),
                image(set.taskDefinition()),
                set.status(),
                name(targetGroup),
                deployment.requested().getOrDefault(set.id(), primary ? 100 : 0),
                routed.getOrDefault(targetGroup, 0),
                set.computedDesiredCount() == null ? 0 : set.computedDesiredCount(),
                tasks.stream()
                        .filter(task -> set.id().equals(task.startedBy()))
                        .map(task -> task(task, health))
                        .toList());
    }

    private static TaskSnapshot task(Task task, Map<String, TargetHealth> health) {
        var ip = task.attachments().stream()
                .flatMap(attachment -> attachment.details().stream())
                .filter(detail -> detail.name().equals("privateIPv4Address"))
                .map(KeyValuePair::value)
                .findFirst()
                .orElse("");
        var target = health.get(ip);
        var state = target == null ? task.lastStatus() : target.stateAsString();
        var reason = target == null ? task.stoppedReason() : target.description();
        return new TaskSnapshot(lastPart(task.taskArn()), task.lastStatus(), state, reason == null ? "" : reason);
    }

    private List<Task> tasks(Group known) {
        var arns = connection.ecs()
                .listTasks(request -> request.cluster(known.cluster()).serviceName(known.service()))
                .taskArns();
        return arns.isEmpty()
                ? List.of()
                : connection.ecs()
                        .describeTasks(request -> request.cluster(known.cluster()).tasks(arns))
                        .tasks();
    }

    private Map<String, TargetHealth> health(String targetGroup) {
        var byIp = new HashMap<String, TargetHealth>();
        connection.elbv2()
                .describeTargetHealth(request -> request.targetGroupArn(targetGroup))
                .targetHealthDescriptions()
                .forEach(target -> byIp.put(target.target().id(), target.targetHealth()));
        return byIp;
    }

    /** Percent of the production listener's traffic, by target group ARN. */
    private Map<String, Integer> routed(Group known) {
        var weights = new LinkedHashMap<String, Integer>();
        if (known.listeners().isEmpty()) {
            return weights;
        }
        var listeners = connection.elbv2()
                .describeListeners(request -> request.listenerArns(known.listeners().getFirst()))
                .listeners();
        for (var action : listeners.getFirst().defaultActions()) {
            if (action.forwardConfig() != null && !action.forwardConfig().targetGroups().isEmpty()) {
                action.forwardConfig()
                        .targetGroups()
                        .forEach(group -> weights.put(group.targetGroupArn(), group.weight() == null ? 1 : group.weight()));
            } else if (action.targetGroupArn() != null) {
                weights.put(action.targetGroupArn(), 1);
            }
        }
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        weights.replaceAll((arn, weight) -> sum == 0 ? 0 : Math.round(100f * weight / sum));
        return weights;
    }

    private Group group(String application, String name) {
        if (group != null && group.application().equals(application) && group.name().equals(name)) {
            return group;
        }
        var info = connection.codeDeploy()
                .getDeploymentGroup(request -> request.applicationName(application).deploymentGroupName(name))
                .deploymentGroupInfo();
        var service = info.ecsServices().getFirst();
        var pair = info.loadBalancerInfo() == null
                ? List.<TargetGroupPairInfo>of()
                : info.loadBalancerInfo().targetGroupPairInfoList();
        var listeners = pair.isEmpty() || pair.getFirst().prodTrafficRoute() == null
                ? List.<String>of()
                : pair.getFirst().prodTrafficRoute().listenerArns();
        group = new Group(
                application, name, service.clusterName(), service.serviceName(), listeners, url(listeners));
        return group;
    }

    private @Nullable String url(List<String> listeners) {
        if (listeners.isEmpty()) {
            return null;
        }
        var listener = connection.elbv2()
                .describeListeners(request -> request.listenerArns(listeners.getFirst()))
                .listeners()
                .getFirst();
        var dns = connection.elbv2()
                .describeLoadBalancers(request -> request.loadBalancerArns(listener.loadBalancerArn()))
                .loadBalancers()
                .getFirst()
                .dnsName();
        boolean plain = dns.contains(":") || listener.port() == 80;
        return "http://" + dns + (plain ? "" : ":" + listener.port()) + "/";
    }

    /** The tag of the first container's image; a task definition never changes, so it is asked once. */
    private String image(String taskDefinition) {
        return images.computeIfAbsent(taskDefinition, arn -> {
            var image = connection.ecs()
                    .describeTaskDefinition(request -> request.taskDefinition(arn))
                    .taskDefinition()
                    .containerDefinitions()
                    .getFirst()
                    .image();
            int slash = image.lastIndexOf('/');
            int tag = image.indexOf(image.contains("@") ? '@' : ':', slash + 1);
            return tag < 0 ? image.substring(slash + 1) : image.substring(tag + 1);
        });
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** {@code arn:…:targetgroup/NAME/id}. */
    private static String name(String targetGroupArn) {
        var parts = targetGroupArn.split("/");
        return parts.length > 1 ? parts[1] : targetGroupArn;
    }
}
