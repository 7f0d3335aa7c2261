package companion.monitor.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Revision;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.SourceRevision;

/** What the history says of an execution, in the monitor's words. */
final class ExecutionReading {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A source through CodeConnections sums its commit up as a JSON text, which ends early where the message is long. */
    private static final Pattern COMMIT_MESSAGE =
            Pattern.compile("\"CommitMessage\"\\s*:\\s*(\"(?:[^\"\\\\]++|\\\\u[0-9a-fA-F]{4}|\\\\[^u])*+)");

    private ExecutionReading() {}

    static ExecutionSnapshot execution(PipelineExecutionSummary summary) {
        var status = Status.of(summary.statusAsString());
        var trigger = summary.trigger();
        var stop = summary.stopTrigger() == null ? "" : said(summary.stopTrigger().reason());
        return new ExecutionSnapshot(
                summary.pipelineExecutionId(),
                status,
                summary.executionType() == null ? "STANDARD" : summary.executionTypeAsString(),
                trigger == null ? "" : said(trigger.triggerTypeAsString()),
                trigger == null ? "" : said(trigger.triggerDetail()),
                new Span(summary.startTime(), status.isOver() ? summary.lastUpdateTime() : null),
                summary.sourceRevisions().stream().map(ExecutionReading::revision).toList(),
                summary.rollbackMetadata() == null
                        ? null
                        : summary.rollbackMetadata().rollbackTargetPipelineExecutionId(),
                stop.isEmpty() ? said(summary.statusSummary()) : stop,
                summary.status() == PipelineExecutionStatus.STOPPING);
    }

    private static Revision revision(SourceRevision revision) {
        return new Revision(
                said(revision.actionName()),
                said(revision.revisionId()),
                message(said(revision.revisionSummary())),
                revision.revisionUrl());
    }

    static String message(String summary) {
        var json = COMMIT_MESSAGE.matcher(summary);
        if (!summary.startsWith("{") || !json.find()) {
            return summary;
        }
        try {
            return JSON.readTree(json.group(1) + '"').asText();
        } catch (JsonProcessingException e) {
            return summary;
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
