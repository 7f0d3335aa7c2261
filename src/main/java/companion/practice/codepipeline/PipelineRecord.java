package companion.practice.codepipeline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;

/** A pipeline as the room keeps it. */
final class PipelineRecord {
    final String name;
    final Instant created;
    final TreeMap<Integer, PipelineDeclaration> versions = new TreeMap<>();
    final Map<String, StageSlot> slots = new LinkedHashMap<>();
    final Map<String, Execution> executions = new LinkedHashMap<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    final Map<String, String> executionByRequestToken = new LinkedHashMap<>();
    Instant updated;

    PipelineRecord(String name, Instant created) {
        this.name = name;
        this.created = created;
        this.updated = created;
    }

    PipelineDeclaration current() {
        return versions.lastEntry().getValue();
    }

    /** Makes the next version of it; stages that stay keep who is in them and their transitions. */
    PipelineDeclaration revise(PipelineDeclaration declaration, String by, Instant at) {
        int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
        var next = declaration.toBuilder().version(version).build();
        versions.put(version, next);
        updated = at;
        var kept = new LinkedHashMap<>(slots);
        slots.clear();
        for (var stage : next.stages()) {
            slots.put(stage.name(), kept.getOrDefault(stage.name(), new StageSlot(by, at)));
        }
        return next;
    }

    StageSlot slot(String stage) {
        var slot = slots.get(stage);
        if (slot == null) {
            throw PipelineFaults.stageNotFound(name, stage);
        }
        return slot;
    }

    Execution execution(String id) {
        var execution = executions.get(id);
        if (execution == null) {
            throw PipelineFaults.executionNotFound(name, id);
        }
        return execution;
    }
}
