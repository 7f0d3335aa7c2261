package companion.desktop.live.graph;

import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A pipeline as a graph.
 *
 * @param current the index of the stage that matters now: the one that failed, or where something goes on, or the last that was
 *     reached
 */
public record GraphModel(List<Stage> stages, int current) {
    public GraphModel {
        stages = List.copyOf(stages);
    }

    /**
     * @param open whether the transition into it is enabled
     * @param held the execution that waits before it, shortened; empty if none does
     * @param groups its actions in sequence, those of one group in parallel
     * @param done how many of its actions are over
     * @param took empty before it started
     */
    record Stage(
            String name, State state, String word, boolean open, String held, List<List<Action>> groups, int done, int actions,
            String took, String spoken) {
        Stage {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }

    /** @param took empty before it started */
    record Action(String name, String provider, State state, String took, String spoken) {}

    /** @param now on the account's clock */
    public static GraphModel of(PipelineSnapshot pipeline, Instant now) {
        var stages = new ArrayList<Stage>();
        for (var stage : pipeline.stages()) {
            boolean reached = pipeline.isCurrent(stage) && stage.status() != Status.NOT_STARTED;
            stages.add(stage(stage, reached, stages.size() + 1 + " of " + pipeline.stages().size(), now));
        }
        return new GraphModel(stages, current(stages));
    }

    private static Stage stage(StageSnapshot stage, boolean reached, String place, Instant now) {
        var groups = stage.sequence().stream()
                .map(group -> group.stream().map(action -> action(action, reached, now)).toList())
                .toList();
        int done = reached
                ? (int) stage.actions().stream().filter(action -> action.status().isOver()).count()
                : 0;
        var state = reached ? state(stage.status()) : State.NOT_STARTED;
        var took = reached ? stage.span().length(now).map(Format::minutes).orElse("") : "";
        var word = word(state);
        var held = stage.inboundExecutionId();
        return new Stage(
                stage.name(),
                state,
                word,
                stage.inbound().enabled(),
                held == null ? "" : held.substring(0, Math.min(8, held.length())),
                groups,
                done,
                stage.actions().size(),
                took,
                stage.name() + ", " + place + ", " + word.toLowerCase(Locale.ROOT) + ", " + done + " of "
                        + Format.count(stage.actions().size(), "action") + " over"
                        + (stage.inbound().enabled() ? "" : ", transition disabled")
                        + (held == null ? "" : ", an execution waits before it"));
    }

    private static Action action(ActionSnapshot action, boolean reached, Instant now) {
        var state = reached ? state(action.status()) : State.NOT_STARTED;
        var took = reached ? action.span().length(now).map(Format::minutes).orElse("") : "";
        return new Action(
                action.name(),
                action.provider(),
                state,
                took,
                action.name() + ", " + action.provider() + ", " + word(state).toLowerCase(Locale.ROOT));
    }

    private static int current(List<Stage> stages) {
        for (var wanted : List.of(State.FAILED, State.RUNNING, State.WAITING, State.STOPPED)) {
            for (int i = 0; i < stages.size(); i++) {
                if (stages.get(i).state() == wanted) {
                    return i;
                }
            }
        }
        int last = 0;
        for (int i = 0; i < stages.size(); i++) {
            last = stages.get(i).state() == State.NOT_STARTED ? last : i;
        }
        return last;
    }

    private static State state(Status status) {
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

    private static String word(State state) {
        return switch (state) {
            case OK -> "Succeeded";
            case RUNNING -> "In progress";
            case STALE -> "Unknown";
            default -> Character.toUpperCase(state.spoken().charAt(0)) + state.spoken().substring(1);
        };
    }
}
