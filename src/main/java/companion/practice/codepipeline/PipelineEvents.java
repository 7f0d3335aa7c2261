package companion.practice.codepipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.codepipeline.action.ActionRun;
import companion.practice.fabric.Fabric;
import companion.practice.world.Place;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** CodePipeline's events, in the form of facts section 5. */
final class PipelineEvents {
    private static final String SOURCE = "aws.codepipeline";
    private static final String STARTED = "STARTED";
    private static final String SUCCEEDED = "SUCCEEDED";

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
                () -> stageDetail(execution, stage, state));
    }

    void action(Execution execution, ActionExecution action, String state) {
        put(
                "CodePipeline Action Execution State Change",
                execution,
                () -> actionDetail(execution, action, state));
    }

    private static ObjectNode executionDetail(Execution execution, String state) {
        var detail = detail(execution, state, execution.started);
        if (state.equals(STARTED)) {
            detail.putObject("execution-trigger")
                    .put("trigger-type", execution.trigger.triggerTypeAsString())
                    .put("trigger-detail", execution.trigger.triggerDetail());
        }
        if (execution.stopReason != null) {
            detail.put("stop-execution-comments", execution.stopReason);
        }
        return detail;
    }

    private static ObjectNode stageDetail(Execution execution, String stage, String state) {
        var detail = detail(execution, state, execution.started).put("stage", stage);
        var run = execution.stages.get(stage);
        if (run != null && run.retried != null) {
            detail.put("stage-last-retry-attempt-time", run.retried.toString());
        }
        return detail;
    }

    private ObjectNode actionDetail(Execution execution, ActionExecution action, String state) {
        var type = action.run.declaration().actionTypeId();
        var detail = detail(execution, state, action.started)
                .put("stage", action.stage)
                .put("action", action.name())
                .put("action-execution-id", action.id)
                .put("region", place.region());
        detail.putObject("type")
                .put("owner", type.ownerAsString())
                .put("provider", type.provider())
                .put("category", type.categoryAsString())
                .put("version", type.version());
        put(detail, "input-artifacts", action.run.inputs());
        if (!state.equals(STARTED)) {
            putResult(detail, action);
        }
        if (state.equals(SUCCEEDED)) {
            put(detail, "output-artifacts", action.run.outputs());
        }
        return detail;
    }

    private static void putResult(ObjectNode detail, ActionExecution action) {
        var result = JsonNodeFactory.instance.objectNode();
        if (action.outsideId() != null) {
            result.put("external-execution-url", action.outsideUrl()).put("external-execution-id", action.outsideId());
        }
        var summary = action.error != null ? action.error.message() : action.summary;
        if (summary != null) {
            result.put("external-execution-summary", summary);
        }
        if (action.error != null) {
            result.put("error-code", action.error.code());
        }
        if (!result.isEmpty()) {
            detail.set("execution-result", result);
        }
    }

    private static void put(ObjectNode detail, String name, List<ActionRun.Artifact> artifacts) {
        if (artifacts.isEmpty()) {
            return;
        }
        var list = detail.putArray(name);
        artifacts.forEach(artifact -> list.addObject()
                .put("name", artifact.name())
                .putObject("s3location")
                .put("bucket", artifact.bucket())
                .put("key", artifact.key()));
    }

    private static ObjectNode detail(Execution execution, String state, Instant started) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pipeline", execution.declaration.name())
                .put("execution-id", execution.id)
                .put("start-time", started.toString())
                .put("state", state)
                .put("version", (double) execution.version)
                .put("pipeline-execution-attempt", (double) execution.attempt);
    }

    private void put(String type, Execution execution, Supplier<ObjectNode> detail) {
        fabric.events()
                .put(SOURCE, type, List.of(place.arn("codepipeline", execution.declaration.name())), detail);
    }
}
