package companion.desktop.live.history;

import companion.desktop.live.history.HistoryFeed.Entry;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.ExecutionRun.StageRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The executions as rows. */
record HistoryModel(List<Row> rows) {
    private static final int CHIPS = 6;

    HistoryModel {
        rows = List.copyOf(rows);
    }

    /**
     * @param trigger {@code by a push}
     * @param took empty before it started
     * @param stages the first ones
     * @param more {@code +4} where there are more stages; otherwise empty
     */
    record Row(
            Entry entry, State state, String word, String started, String trigger, String commit, String message, String took,
            List<Chip> stages, String more, String spoken) {}

    record Chip(String stage, State state, String took) {}

    /** @param now on the account's clock */
    static HistoryModel of(List<Entry> entries, Instant now, ZoneId zone) {
        return new HistoryModel(entries.stream().map(entry -> row(entry, now, zone)).toList());
    }

    private static Row row(Entry entry, Instant now, ZoneId zone) {
        var execution = entry.execution();
        var state = state(execution.status());
        var start = execution.span().start();
        var run = entry.run();
        var stages = run == null ? List.<StageRun>of() : run.stages();
        var chips = stages.stream()
                .limit(CHIPS)
                .map(stage -> new Chip(
                        stage.name(), state(stage.status()), stage.span().length(now).map(Format::minutes).orElse("")))
                .toList();
        var took = execution.span().length(now).map(Format::minutes).orElse("");
        var commit = execution.commitId() == null ? "" : start(execution.commitId(), 7);
        var word = execution.isRollback() && state == State.OK ? "Rolled back" : word(state);
        var message = execution.commitMessage() == null ? "" : execution.commitMessage().lines().findFirst().orElse("");
        return new Row(
                entry,
                execution.isRollback() && state == State.OK ? State.ROLLED_BACK : state,
                word,
                start == null ? "" : day(start, now, zone) + Format.time(start, zone),
                trigger(execution),
                commit,
                message,
                took,
                chips,
                stages.size() > CHIPS ? "+" + (stages.size() - CHIPS) : "",
                word + ", " + message + (commit.isEmpty() ? "" : ", commit " + commit) + ", took " + took);
    }

    private static String day(Instant at, Instant now, ZoneId zone) {
        var date = at.atZone(zone).toLocalDate();
        return date.equals(now.atZone(zone).toLocalDate()) ? "" : date + " ";
    }

    static String trigger(ExecutionSnapshot execution) {
        return switch (execution.triggerType()) {
            case "CloudWatchEvent", "PollForSourceChanges", "Webhook", "WebhookV2" -> "push";
            case "CreatePipeline" -> "created";
            case "StartPipelineExecution" -> "by hand";
            case "PutActionRevision" -> "revision";
            case "ManualRollback" -> "rollback by hand";
            case "AutomatedRollback" -> "automatic rollback";
            default -> execution.triggerType();
        };
    }

    static State state(Status status) {
        return switch (status) {
            case NOT_STARTED -> State.NOT_STARTED;
            case IN_PROGRESS -> State.RUNNING;
            case WAITING -> State.WAITING;
            case SUCCEEDED -> State.OK;
            case FAILED -> State.FAILED;
            case STOPPED -> State.STOPPED;
            case SUPERSEDED -> State.SUPERSEDED;
            case SKIPPED -> State.SKIPPED;
            case UNKNOWN -> State.STALE;
        };
    }

    static String word(State state) {
        return switch (state) {
            case OK -> "Succeeded";
            case RUNNING -> "In progress";
            case STALE -> "Unknown";
            default -> Character.toUpperCase(state.spoken().charAt(0)) + state.spoken().substring(1);
        };
    }

    static String start(String id, int length) {
        return id.length() <= length ? id : id.substring(0, length);
    }
}
