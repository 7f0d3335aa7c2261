package companion.practice.codedeploy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** What CodeDeploy puts on the event bus (facts, section 5). */
final class DeployEvents {
    private final DeployRegion region;

    DeployEvents(DeployRegion region) {
        this.region = region;
    }

    /** @param state START, READY, SUCCESS, FAILURE or STOP */
    void deployment(Deployment deployment, String state) {
        var group = deployment.group;
        var application = group.application.name();
        region.fabric()
                .events()
                .put(
                        "aws.codedeploy",
                        "CodeDeploy Deployment State-change Notification",
                        List.of(
                                region.arn("application:" + application),
                                region.arn("deploymentgroup:" + application + "/" + group.name())),
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("region", region.place().region())
                                .put("deploymentId", deployment.id())
                                .put("instanceGroupId", group.spec.deploymentGroupId())
                                .put("deploymentGroup", group.name())
                                .put("state", state)
                                .put("application", application));
    }
}
