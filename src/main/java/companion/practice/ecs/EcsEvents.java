package companion.practice.ecs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** What ECS puts on the event bus (facts, section 5). */
final class EcsEvents {
    private static final String SOURCE = "aws.ecs";

    private final EcsRegion region;

    EcsEvents(EcsRegion region) {
        this.region = region;
    }

    void taskChanged(TaskState task) {
        put("ECS Task State Change", task.view.taskArn(), () -> Documents.of(task.view)
                .put("updatedAt", region.world().now().toString()));
    }

    /** @param name for example SERVICE_DEPLOYMENT_COMPLETED */
    void deploymentChanged(TaskSetState set, String type, String name, String reason) {
        put("ECS Deployment State Change", set.service.spec.serviceArn(), () -> event(type, name)
                .put("deploymentId", set.id())
                .put("updatedAt", region.world().now().toString())
                .put("reason", reason));
    }

    /** @param name for example SERVICE_STEADY_STATE */
    void serviceAction(ServiceState service, String type, String name) {
        put("ECS Service Action", service.spec.serviceArn(), () -> action(service, type, name));
    }

    void taskSetSteady(TaskSetState set) {
        put("ECS Service Action", set.service.spec.serviceArn(), () -> {
            var detail = action(set.service, "INFO", "TASKSET_STEADY_STATE");
            detail.putArray("taskSetArns").add(set.spec.taskSetArn());
            return detail;
        });
    }

    private ObjectNode action(ServiceState service, String type, String name) {
        return event(type, name)
                .put("clusterArn", service.cluster.arn())
                .put("createdAt", region.world().now().toString());
    }

    private static ObjectNode event(String type, String name) {
        return JsonNodeFactory.instance.objectNode().put("eventType", type).put("eventName", name);
    }

    private void put(String detailType, String resource, Supplier<ObjectNode> detail) {
        region.fabric().events().put(SOURCE, detailType, List.of(resource), detail);
    }
}
