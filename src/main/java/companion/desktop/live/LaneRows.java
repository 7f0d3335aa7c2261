package companion.desktop.live;

import companion.desktop.live.LiveModel.Dot;
import companion.desktop.live.LiveModel.LaneRow;
import companion.desktop.live.LiveModel.WeightRow;
import companion.desktop.status.State;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.watch.Release;
import java.util.List;

/** Makes the rows of the task sets, and the three bars of how traffic is shared between them. */
final class LaneRows {
    private static final int DOTS = 8;
    private static final int NAMED = 3;

    private LaneRows() {}

    static LaneRow of(TaskSetSnapshot set) {
        boolean green = set.colour() == Colour.GREEN;
        boolean named = set.tasks().size() <= NAMED;
        var dots = set.tasks().stream().limit(DOTS).map(task -> dot(task, named)).toList();
        int more = set.tasks().size() - dots.size();
        var role = green ? "replacement" : "original";
        return new LaneRow(
                green,
                role,
                set.taskDefinition(),
                set.image(),
                set.status(),
                set.targetGroup(),
                dots,
                more > 0 ? "+" + more : "",
                set.requested() + " %",
                set.routed() + " %",
                set.healthy() + "/" + set.desired(),
                (green ? "Green" : "Blue") + ", " + role + ", requested " + set.requested() + ", routed " + set.routed()
                        + " percent, " + set.healthy() + " of " + set.desired() + " healthy");
    }

    private static Dot dot(TaskSnapshot task, boolean named) {
        var state = switch (task.health()) {
            case "healthy" -> State.OK;
            case "unhealthy" -> State.FAILED;
            case "draining" -> State.WAITING;
            case "unused" -> State.NOT_STARTED;
            case "STOPPED", "STOPPING", "DEPROVISIONING", "DEACTIVATING" -> State.STOPPED;
            default -> State.RUNNING;
        };
        var last = task.id().substring(Math.max(0, task.id().length() - 4));
        var why = task.reason().isEmpty() ? "" : ", " + task.reason();
        return new Dot(state, named ? last : "", "Task " + last + ", " + task.health() + why);
    }

    static List<WeightRow> weights(Release release, VersionColours colours) {
        var snapshot = release.snapshot();
        var green = snapshot.taskSet(Colour.GREEN);
        var blue = snapshot.taskSet(Colour.BLUE);
        int requested = green.map(TaskSetSnapshot::requested).orElse(0);
        int toGreen = green.map(TaskSetSnapshot::routed).orElse(0);
        boolean any = !snapshot.taskSets().isEmpty();
        boolean routed = any && toGreen + blue.map(TaskSetSnapshot::routed).orElse(0) > 0;
        boolean seen = release.visits().stream().anyMatch(visit -> !visit.version().isEmpty());
        return List.of(
                new WeightRow("Requested", 100 - requested, any, any ? "CodeDeploy" : "no task set"),
                new WeightRow("Routed", 100 - toGreen, routed, routed ? "listener" : "not routed"),
                new WeightRow(
                        "Seen",
                        100 - colours.greenShare(release.visits()),
                        seen,
                        seen ? "last " + release.visits().size() + " visits" : "no visit yet"));
    }
}
