package companion.workshops.bluegreen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.aws.Connection;
import companion.aws.RequestJson;
import companion.workshops.shared.StackOutputs;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * {@code taskdef.json}: the task definition of the running service as a template for the next revision. What
 * DescribeTaskDefinition adds and RegisterTaskDefinition does not take is left out, and the image is a placeholder.
 */
final class TaskDefinitionFile {
    static final String PLACEHOLDER = "<IMAGE1_NAME>";

    private final Connection aws;

    TaskDefinitionFile(Connection aws) {
        this.aws = aws;
    }

    byte[] export() throws Exception {
        var outputs = StackOutputs.read(aws, Names.CLUSTER_STACK);
        var service = aws.ecs()
                .describeServices(it -> it.cluster(outputs.get("ClusterName")).services(outputs.get("ServiceName")))
                .services()
                .getFirst();
        var described = aws.ecs().describeTaskDefinition(it -> it.taskDefinition(inUse(service)));
        return (RequestJson.pretty(template(described.taskDefinition())) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The revision that the service runs, and not the first of the account's whole list. */
    private static String inUse(Service service) {
        return service.taskDefinition() != null
                ? service.taskDefinition()
                : service.taskSets().getFirst().taskDefinition();
    }

    static ObjectNode template(TaskDefinition definition) {
        var tree = (ObjectNode) RequestJson.tree(definition);
        tree.retain(registrable());
        tree.path("containerDefinitions").forEach(container -> ((ObjectNode) container).put("image", PLACEHOLDER));
        return tree;
    }

    private static Set<String> registrable() {
        var names = new HashSet<String>();
        for (SdkField<?> field : RegisterTaskDefinitionRequest.builder().build().sdkFields()) {
            names.add(field.memberName());
        }
        return names;
    }
}
