package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionProvider;
import companion.practice.codepipeline.action.ActionRun;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;

/** One run of one action. Changed under the world's lock only. */
final class ActionExecution {
    final String id;
    final String stage;
    final ActionRun run;
    final Instant started;
    ActionExecutionStatus status = ActionExecutionStatus.IN_PROGRESS;
    Instant updated;
    String updatedBy;
    @Nullable String summary;
    @Nullable String externalId;
    @Nullable String externalUrl;
    @Nullable ErrorDetails error;
    ActionRun.@Nullable Revision revision;
    Map<String, String> variables = Map.of();
    ActionProvider.Started handle = ActionProvider.Started.DETACHED;

    ActionExecution(String id, String stage, ActionRun run, Instant started, String startedBy) {
        this.id = id;
        this.stage = stage;
        this.run = run;
        this.started = started;
        this.updated = started;
        this.updatedBy = startedBy;
    }

    String name() {
        return run.declaration().name();
    }

    boolean isRunning() {
        return status == ActionExecutionStatus.IN_PROGRESS;
    }

    boolean isApproval() {
        return run.declaration().actionTypeId().category() == ActionCategory.APPROVAL;
    }

    /** What it is called where it is done: a build, a deployment; for a source, the revision. */
    @Nullable String outsideId() {
        return externalId != null || revision == null ? externalId : revision.id();
    }

    @Nullable String outsideUrl() {
        return externalId != null || revision == null ? externalUrl : revision.url();
    }

    void end(ActionExecutionStatus next, Instant at) {
        status = next;
        updated = at;
    }
}
