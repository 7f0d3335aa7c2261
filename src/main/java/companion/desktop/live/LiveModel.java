package companion.desktop.live;

import companion.desktop.status.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the live view shows at one moment.
 *
 * @param remarks which parts could not be read, and what was refused
 * @param deployment what the deployment's head says; empty id while there is none
 * @param waiting what goes on in the deployment, with what can be done about it; null while there is none
 */
record LiveModel(
        Head head,
        List<Remark> remarks,
        List<StageItem> stages,
        DeploymentHead deployment,
        List<TrackStop> track,
        List<LaneRow> lanes,
        List<WeightRow> weights,
        @Nullable WaitNote waiting,
        Visitors visitors,
        TimelineModel timeline) {

    /** The same, said to be read at another time. */
    LiveModel asOf(String words) {
        var other = new Head(head.pipeline(), head.state(), head.word(), words, head.about());
        return new LiveModel(
                other, remarks, stages, deployment, track, lanes, weights, waiting, visitors, timeline);
    }

    /**
     * @param asOf when it was read, in words
     * @param about the line under the title: commit, execution, trigger, type
     */
    record Head(String pipeline, State state, String word, String asOf, List<Piece> about) {}

    /** @param code whether it is shown as code: an id, a time, a duration */
    record Piece(String text, boolean code) {}

    /** A sentence above the release, about reading it or acting on it. */
    record Remark(State state, String words) {}

    /**
     * @param took empty before it started
     * @param usual how long it usually takes, as a text; empty if not known
     * @param link the commit, build or deployment, as shown
     * @param target what the link copies or opens; null for none
     * @param progress 0 to 1, or negative for none
     * @param open whether the transition into the stage is enabled
     * @param conditions those of the stage that were looked at
     * @param held a chip before the stage for the execution that waits; empty if none
     */
    record StageItem(
            String name,
            State state,
            String word,
            String took,
            String usual,
            String source,
            String link,
            @Nullable Target target,
            double progress,
            boolean open,
            String held,
            List<ConditionItem> conditions,
            String spoken) {
        StageItem {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * @param words {@code Entry condition failed}
     * @param rules what its rules say, a line each
     */
    record ConditionItem(State state, String words, String rules) {}

    /**
     * What a link leads to.
     *
     * @param id as AWS writes it in full
     * @param address in the AWS console; null where there is no console
     */
    record Target(String id, @Nullable String address) {}

    /** @param word how it is; while there is none, when there will be */
    record DeploymentHead(String id, State state, String word, String about) {}

    /** @param note duration or {@code no hook} */
    record TrackStop(String name, State state, String note, boolean current, String spoken) {}

    record LaneRow(
            boolean green,
            String role,
            String taskDefinition,
            String image,
            String status,
            String targetGroup,
            List<Dot> dots,
            String more,
            String requested,
            String routed,
            String healthy,
            String spoken) {}

    /** @param label the last four of the task's id; empty where there are too many to name */
    record Dot(State state, String label, String spoken) {}

    /**
     * @param blue percent; the rest is Green
     * @param known false draws an empty bar
     * @param note who says so, or why nobody does
     */
    record WeightRow(String name, int blue, boolean known, String note) {}

    /**
     * @param figure {@code 4:12}
     * @param beside what the figure counts: {@code left of 5:00}
     * @param gone how much is over, from 0 to 1; negative where nobody knows the end
     * @param jump to when the practice clock can jump; null where an act of AWS does it, or nothing
     */
    record WaitNote(
            State state, String title, String figure, String beside, double gone, String explanation, String cost,
            @Nullable Jump jump) {}

    /** @param label {@code Jump to 12:08:23} */
    record Jump(Instant to, String label) {}

    /** @param errors how many visitors were dropped since the view was opened, in words; empty for none */
    record Visitors(@Nullable String url, List<Tile> tiles, String errors, String spoken) {}

    record Tile(String text, Kind kind, boolean slow) {
        enum Kind {
            BLUE,
            GREEN,
            OTHER,
            ERROR
        }
    }
}
