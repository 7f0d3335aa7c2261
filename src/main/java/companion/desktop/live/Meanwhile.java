package companion.desktop.live;

import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.Visit;
import companion.monitor.watch.Release;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What visitors got while a release failed.
 *
 * @param errors how many of the last visits got an error, in words
 */
record Meanwhile(State state, String sentence, List<Lane> lanes, String errors) {
    Meanwhile {
        lanes = List.copyOf(lanes);
    }

    /**
     * @param code whether it is shown as code
     * @param healthy empty where there is no task
     */
    record Lane(boolean green, String about, boolean code, String healthy) {}

    static Meanwhile of(Release release) {
        var snapshot = release.snapshot();
        var visits = release.visits();
        long wrong = visits.stream().filter(Visit::isDropped).count();
        var lanes = new ArrayList<Lane>();
        // A deployment that did not come through has made a Green, and taken it away again.
        boolean tried = snapshot.deployment() != null && snapshot.deployment().status() != Status.SUCCEEDED;
        for (var colour : Colour.values()) {
            var missing = colour == Colour.GREEN && !tried ? "not there, nothing to roll back"
                    : snapshot.taskSets().isEmpty() ? "not there" : "gone";
            lanes.add(lane(snapshot.taskSet(colour).orElse(null), colour, missing));
        }
        return new Meanwhile(
                wrong == 0 ? State.OK : State.WARNING,
                sentence(visits, wrong),
                snapshot.taskSets().isEmpty() ? List.of() : lanes,
                Format.count(wrong, "error"));
    }

    private static String sentence(List<Visit> visits, long wrong) {
        if (visits.isEmpty()) {
            return "Nobody has visited yet.";
        }
        var last = visits.getLast();
        var got = last.isDropped() ? "Visitors get errors now" : "Visitors get " + last.version() + " now";
        boolean still = visits.stream().filter(each -> !each.isDropped()).map(Visit::version).distinct().count() == 1;
        var steady = still && !last.isDropped() ? "Visitors still get " + last.version() : got;
        return wrong == 0 ? steady + ", no errors" : steady + "; " + wrong + " of the last " + visits.size() + " got an error";
    }

    private static Lane lane(@Nullable TaskSetSnapshot set, Colour colour, String missing) {
        if (set == null) {
            return new Lane(colour == Colour.GREEN, missing, false, "");
        }
        return new Lane(colour == Colour.GREEN, set.taskDefinition(), true, set.healthy() + "/" + set.desired());
    }
}
