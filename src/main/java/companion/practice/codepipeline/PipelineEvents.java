package companion.practice.codepipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.Fabric;
import companion.practice.world.Place;
import java.util.List;
import java.util.function.Supplier;

/** CodePipeline's events, in the form of facts section 5. */
final class PipelineEvents {
    private static final String SOURCE = "aws.codepipeline";

    private final Place place;
    private final Fabric fabric;

    PipelineEvents(Place place, Fabric fabric) {
        this.place = place;
        this.fabric = fabric;
    }

    /** @param state STARTED, SUCCEEDED, FAILED, STOPPING, STOPPED, RESUMED, SUPERSEDED or CANCELED */
    void execution(Execution execution, String state) {
        put("CodePipeline Pipeline Execution State Change", execution, () -> executionDetail(execution, state));
    }

    void stage(Execution execution, String stage, String state) {
        put(
                "CodePipeline Stage Execution State Change",
                execution,
                () -> detail(execution, state).put("stage", stage));
    }

    void action(Execution execution, ActionExecution action, String state) {
        put(
                "CodePipeline Action Execution State Change",
                execution,
                () -> actionDetail(execution, action, state));
    }

    private ObjectNode executionDetail(Execution execution, String state) {
        var detail = detail(execution, state);
        detail.putObject("execution-trigger")
                .put("trigger-type", execution.trigger.triggerTypeAsString())
                .put("trigger-detail", execution.trigger.triggerDetail());
        if (execution.stopReason != null) {
            detail.put("stop-execution-comments", execution.stopReason);
        }
        return detail;
    }

    private ObjectNode actionDetail(Execution execution, ActionExecution action, String state) {
        var type = action.run.declaration().actionTypeId();
        var detail = detail(execution, state)
                .put("stage", action.stage)
                .put("action", action.name())
                .put("action-execution-id", action.id)
                .put("region", place.region());
        detail.putObject("type")
                .put("owner", type.ownerAsString())
                .put("provider", type.provider())
                .put("category", type.categoryAsString())
                .put("version", type.version());
        var result = detail.putObject("execution-result");
        if (action.externalId != null) {
            result.put("external-execution-id", action.externalId).put("external-execution-url", action.externalUrl);
        }
        if (action.summary != null) {
            result.put("external-execution-summary", action.summary);
        }
        if (action.error != null) {
            result.put("error-code", action.error.code());
        }
        return detail;
    }

    private ObjectNode detail(Execution execution, String state) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pipeline", execution.declaration.name())
                .put("execution-id", execution.id)
                .put("start-time", execution.started.toString())
                .put("state", state)
                .put("version", (double) execution.version)
                .put("pipeline-execution-attempt", 1.0);
    }

    private void put(String type, Execution execution, Supplier<ObjectNode> detail) {
        fabric.events()
                .put(SOURCE, type, List.of(place.arn("codepipeline", execution.declaration.name())), detail);
    }
}
