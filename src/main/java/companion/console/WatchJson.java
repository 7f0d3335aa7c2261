package companion.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.WallSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wall as JSON for other programs: {@code {"pipelines":[…]}}. A field that has no value is null and never left out; times are
 * ISO 8601 in UTC, durations seconds. Fields may be added, and none is renamed.
 *
 * <p>A pipeline has {@code name}, {@code region}, {@code account}, {@code status}, {@code stages} ({@code name}, {@code status},
 * {@code transition}: {@code enabled} or {@code disabled}), {@code execution} ({@code id}, {@code status}, {@code commit}, {@code
 * message}, {@code trigger}, {@code startedAt}, {@code endedAt}), {@code usualSeconds}, {@code trouble} ({@code kind}: {@code
 * FAILED}, {@code ROLLED_BACK} or {@code SLOW}, {@code headline}, {@code reason}), {@code asOf}, and {@code unread} ({@code code},
 * {@code message}) where it could not be read. A status is one of {@link StatusMark}'s words.
 */
final class WatchJson {
    private WatchJson() {}

    static ObjectNode of(WallSnapshot wall) {
        var node = JsonNodeFactory.instance.objectNode();
        var pipelines = node.putArray("pipelines");
        wall.pipelines().forEach(pipeline -> pipelines.add(pipeline(pipeline)));
        return node;
    }

    private static ObjectNode pipeline(PipelineSummary pipeline) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("name", pipeline.key().name())
                .put("region", pipeline.key().region())
                .put("account", pipeline.key().account())
                .put("status", StatusMark.of(pipeline).word());
        var stages = node.putArray("stages");
        pipeline.stages()
                .forEach(stage -> stages.addObject()
                        .put("name", stage.name())
                        .put("status", StatusMark.of(stage.status()).word())
                        .put("transition", stage.enabled() ? "enabled" : "disabled"));
        var latest = pipeline.latest();
        if (latest == null) {
            node.putNull("execution");
        } else {
            node.set("execution", execution(latest));
        }
        var usual = pipeline.usual();
        node.put("usualSeconds", usual == null ? null : (Long) usual.toSeconds());
        var trouble = pipeline.trouble();
        if (trouble == null) {
            node.putNull("trouble");
        } else {
            node.putObject("trouble")
                    .put("kind", trouble.kind().name())
                    .put("headline", trouble.headline())
                    .put("reason", trouble.reason());
        }
        node.put("asOf", text(pipeline.asOf()));
        var unread = pipeline.unread();
        if (unread == null) {
            node.putNull("unread");
        } else {
            node.putObject("unread").put("code", unread.code()).put("message", unread.message());
        }
        return node;
    }

    private static ObjectNode execution(ExecutionSnapshot execution) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", execution.id())
                .put("status", StatusMark.of(execution.status()).word())
                .put("commit", execution.commitId())
                .put("message", execution.commitMessage())
                .put("trigger", execution.triggerType())
                .put("startedAt", text(execution.span().start()))
                .put("endedAt", text(execution.span().end()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
