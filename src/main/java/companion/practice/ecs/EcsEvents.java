package companion.practice.ecs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What ECS puts on the event bus (facts, section 5). */
final class EcsEvents {
    private static final String SOURCE = "aws.ecs";

    private final EcsRegion region;

    EcsEvents(EcsRegion region) {
        this.region = region;
    }

    void taskChanged(TaskState task) {
        var detail = Documents.of(task.view);
        detail.put("updatedAt", region.world().now().toString());
        put("ECS Task State Change", List.of(task.view.taskArn()), detail);
    }

    /** @param name for example SERVICE_DEPLOYMENT_COMPLETED */
    void deploymentChanged(TaskSetState set, String type, String name, String reason) {
        var detail = event(type, name);
        detail.put("deploymentId", set.id());
        detail.put("updatedAt", region.world().now().toString());
        detail.put("reason", reason);
        put("ECS Deployment State Change", List.of(set.service.spec.serviceArn()), detail);
    }

    /** @param name for example SERVICE_STEADY_STATE */
    void serviceAction(ServiceState service, String type, String name) {
        var detail = event(type, name);
        detail.put("clusterArn", service.cluster.arn());
        detail.put("createdAt", region.world().now().toString());
        put("ECS Service Action", List.of(service.spec.serviceArn()), detail);
    }

    void taskSetSteady(TaskSetState set) {
        var detail = event("INFO", "TASKSET_STEADY_STATE");
        detail.put("clusterArn", set.service.cluster.arn());
        detail.putArray("taskSetArns").add(set.spec.taskSetArn());
        detail.put("createdAt", region.world().now().toString());
        put("ECS Service Action", List.of(set.service.spec.serviceArn()), detail);
    }

    private static ObjectNode event(String type, String name) {
        return JsonNodeFactory.instance.objectNode().put("eventType", type).put("eventName", name);
    }

    private void put(String detailType, List<String> resources, ObjectNode detail) {
        region.fabric().events().put(SOURCE, detailType, resources, detail);
    }
}
