package companion.desktop.live;

import companion.desktop.status.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the live view shows at one moment.
 *
 * @param about the line under the title: commit, execution, trigger, type
 * @param deployment what the deployment's head says; empty id while there is none
 * @param waiting null while nothing waits
 */
record LiveModel(
        String pipeline,
        State state,
        String word,
        String asOf,
        boolean stale,
        List<Piece> about,
        List<StageCard> stages,
        DeploymentHead deployment,
        List<TrackStop> track,
        List<Lane> lanes,
        List<WeightRow> weights,
        @Nullable WaitNote waiting,
        Visitors visitors,
        TimelineModel timeline) {

    /** @param code whether it is shown as code: an id, a time, a duration */
    record Piece(String text, boolean code) {}

    /**
     * @param took empty before it started
     * @param usual how long it usually takes, as a text; empty if not known
     * @param link the commit, build or deployment, as shown
     * @param progress 0 to 1, or negative for none
     * @param open whether the transition into the stage is enabled
     * @param held a chip before the stage for the execution that waits; empty if none
     */
    record StageCard(
            String name,
            State state,
            String word,
            String took,
            String usual,
            String source,
            String link,
            double progress,
            boolean open,
            String held,
            String spoken) {}

    record DeploymentHead(String id, State state, String word, String about) {}

    /** @param note duration or {@code no hook} */
    record TrackStop(String name, State state, String note, boolean current, String spoken) {}

    record Lane(
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

    record Dot(State state, String label, String spoken) {}

    /**
     * @param blue percent
     * @param known false draws an empty bar
     */
    record WeightRow(String name, int blue, int green, boolean known, String note) {}

    record WaitNote(
            String title, String left, String whole, double gone, String explanation, String cost, String operation) {}

    record Visitors(@Nullable String url, List<Tile> tiles, String spoken) {}

    record Tile(String text, Kind kind, boolean slow) {
        enum Kind {
            BLUE,
            GREEN,
            OTHER,
            ERROR
        }
    }
}
