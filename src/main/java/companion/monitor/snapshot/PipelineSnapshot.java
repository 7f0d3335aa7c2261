package companion.monitor.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline at one moment.
 *
 * @param type V1 or V2
 * @param executionMode SUPERSEDED, QUEUED or PARALLEL
 * @param stages in order
 * @param executions newest first
 */
public record PipelineSnapshot(
        String name,
        int version,
        String type,
        String executionMode,
        List<StageSnapshot> stages,
        List<ExecutionSnapshot> executions) {

    public PipelineSnapshot {
        stages = List.copyOf(stages);
        executions = List.copyOf(executions);
    }

    /**
     * @param inbound the transition into the stage
     * @param queue the executions that wait before it, the next one first
     * @param actions in the order of their {@code runOrder}; those of the same one run in parallel
     * @param conditions those that were looked at, or are being looked at
     */
    public record StageSnapshot(
            String name,
            Status status,
            @Nullable String executionId,
            Transition inbound,
            List<String> queue,
            List<ActionSnapshot> actions,
            List<Condition> conditions) {
        public StageSnapshot {
            queue = List.copyOf(queue);
            actions = List.copyOf(actions);
            conditions = List.copyOf(conditions);
        }

        /** A stage without conditions. */
        public StageSnapshot(
                String name,
                Status status,
                @Nullable String executionId,
                Transition inbound,
                @Nullable String inboundExecutionId,
                List<ActionSnapshot> actions) {
            this(
                    name,
                    status,
                    executionId,
                    inbound,
                    inboundExecutionId == null ? List.of() : List.of(inboundExecutionId),
                    actions,
                    List.of());
        }

        /** The execution that waits before it and goes in next, or null. */
        public @Nullable String inboundExecutionId() {
            return queue.isEmpty() ? null : queue.getFirst();
        }

        /** Its actions as they run: one list after another, those of one list in parallel. */
        public List<List<ActionSnapshot>> sequence() {
            var byOrder = new TreeMap<Integer, List<ActionSnapshot>>();
            actions.forEach(action ->
                    byOrder.computeIfAbsent(action.runOrder(), order -> new ArrayList<>()).add(action));
            return List.copyOf(byOrder.values());
        }

        /** From the start of its first action to the end of its last. */
        public Span span() {
            var start = actions.stream()
                    .map(action -> action.span().start())
                    .filter(java.util.Objects::nonNull)
                    .min(Instant::compareTo);
            boolean open = !status.isOver();
            var end = actions.stream()
                    .map(action -> action.span().end())
                    .filter(java.util.Objects::nonNull)
                    .max(Instant::compareTo);
            return new Span(start.orElse(null), open ? null : end.orElse(null));
        }
    }

    /**
     * @param reason why it is disabled; empty while it is enabled
     * @param changedBy the ARN of who enabled or disabled it last; null if nobody did
     */
    public record Transition(
            boolean enabled, String reason, @Nullable String changedBy, @Nullable Instant changedAt) {
        public Transition(boolean enabled, String reason) {
            this(enabled, reason, null, null);
        }
    }

    /**
     * A condition of a stage (pipelines of type V2).
     *
     * @param summary as CodePipeline says it; empty if it says nothing
     */
    public record Condition(
            When when, Status status, String summary, @Nullable Instant changedAt, List<Rule> rules) {
        public Condition {
            rules = List.copyOf(rules);
        }

        public enum When {
            BEFORE_ENTRY("Entry condition"),
            ON_SUCCESS("Success condition"),
            ON_FAILURE("Failure condition");

            private final String title;

            When(String title) {
                this.title = title;
            }

            /** As AWS's console calls it. */
            public String title() {
                return title;
            }
        }

        /** How it stands, in CodePipeline's words: one that was let pass is overridden, not skipped. */
        public String words() {
            return switch (status) {
                case SUCCEEDED -> "succeeded";
                case FAILED -> "failed";
                case SKIPPED -> "overridden";
                case STOPPED -> "cancelled";
                case NOT_STARTED, IN_PROGRESS, WAITING, SUPERSEDED, UNKNOWN -> "in progress";
            };
        }
    }

    /** @param failure why the rule did not pass, or null */
    public record Rule(
            String name, Status status, String summary, @Nullable Instant changedAt, @Nullable Failure failure) {}

    /**
     * @param provider as AWS names it: CodeCommit, CodeBuild, CodeDeployToECS, Manual
     * @param about what it works on: repository, project, deployment group
     * @param summary as the action says it
     * @param externalId build id or deployment id
     * @param token for an approval that waits
     * @param executionId of this attempt; each retry has another
     * @param entityUrl where AWS's console shows what it works on
     * @param revisionUrl where the source's revision is to be seen
     */
    public record ActionSnapshot(
            String name,
            int runOrder,
            String category,
            String provider,
            String about,
            Status status,
            Span span,
            @Nullable String summary,
            @Nullable String revisionId,
            @Nullable String externalId,
            @Nullable String externalUrl,
            @Nullable Failure failure,
            @Nullable String token,
            @Nullable String executionId,
            @Nullable String entityUrl,
            @Nullable String revisionUrl) {
        /** An action without links. */
        public ActionSnapshot(
                String name,
                int runOrder,
                String category,
                String provider,
                String about,
                Status status,
                Span span,
                @Nullable String summary,
                @Nullable String revisionId,
                @Nullable String externalId,
                @Nullable String externalUrl,
                @Nullable Failure failure,
                @Nullable String token) {
            this(
                    name, runOrder, category, provider, about, status, span, summary, revisionId, externalId, externalUrl,
                    failure, token, null, null, null);
        }
    }

    /** @param code AWS's */
    public record Failure(String code, String message) {}

    /** @param triggerType for example CloudWatchEvent or StartPipelineExecution */
    /**
     * @param type STANDARD or ROLLBACK
     * @param revisions what the source actions brought
     * @param rollbackTo the execution that a rollback goes back to, or null
     * @param said why it was stopped, or what CodePipeline says of its status; empty if nothing
     * @param stopping whether it was told to stop, and waits for what runs
     */
    public record ExecutionSnapshot(
            String id,
            Status status,
            String type,
            String triggerType,
            String triggerDetail,
            Span span,
            List<Revision> revisions,
            @Nullable String rollbackTo,
            String said,
            boolean stopping) {
        public ExecutionSnapshot {
            revisions = List.copyOf(revisions);
        }

        /** An execution of one source. */
        public ExecutionSnapshot(
                String id,
                Status status,
                String type,
                String triggerType,
                String triggerDetail,
                Span span,
                @Nullable String commitId,
                @Nullable String commitMessage) {
            this(
                    id,
                    status,
                    type,
                    triggerType,
                    triggerDetail,
                    span,
                    commitId == null
                            ? List.of()
                            : List.of(new Revision("Source", commitId, commitMessage == null ? "" : commitMessage, null)),
                    null,
                    "",
                    false);
        }

        /** Whether it goes back to what an earlier one deployed. */
        public boolean isRollback() {
            return type.equals("ROLLBACK");
        }

        /** Of the first source; null until it has run. */
        public @Nullable String commitId() {
            return revisions.isEmpty() ? null : revisions.getFirst().id();
        }

        public @Nullable String commitMessage() {
            return revisions.isEmpty() || revisions.getFirst().message().isEmpty()
                    ? null
                    : revisions.getFirst().message();
        }
    }

    /**
     * @param action the source action
     * @param id commit, object version or image digest
     * @param message empty where the source has none
     */
    public record Revision(String action, String id, String message, @Nullable String url) {}

    public Optional<ExecutionSnapshot> latest() {
        return executions.stream().findFirst();
    }

    /**
     * Whether what a stage shows is of the latest execution. One that is over and was not reached yet still shows what an
     * earlier execution did.
     */
    public boolean isCurrent(StageSnapshot stage) {
        return !stage.status().isOver()
                || latest().map(ExecutionSnapshot::id).filter(id -> id.equals(stage.executionId())).isPresent();
    }

    /** The first action of a provider in the stages that show the latest execution. */
    public Optional<ActionSnapshot> currentAction(String provider) {
        return stages.stream()
                .filter(this::isCurrent)
                .flatMap(stage -> stage.actions().stream())
                .filter(action -> action.provider().equals(provider))
                .findFirst();
    }
}
