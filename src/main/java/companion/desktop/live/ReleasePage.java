package companion.desktop.live;

import companion.desktop.context.AppContext;
import companion.desktop.live.LiveModel.WaitNote;
import companion.desktop.live.act.Pilot;
import companion.desktop.live.log.LogCard;
import companion.desktop.live.rolling.RollingCard;
import companion.desktop.live.rolling.RollingModel;
import companion.desktop.status.State;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.watch.Release;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The release itself: the deployment and what it waits for, the visitors, the timeline and the log. */
final class ReleasePage extends VBox {
    private final VBox upper = new VBox();
    private final VBox lower = new VBox();
    private final DeploymentCard deployment = new DeploymentCard();
    private final RollingCard rolling = new RollingCard();
    private final WaitPanel wait;
    private final VisitorsCard visitors;
    private final TimelineCard timeline;
    private final LogCard log;
    private final LivePlaces places;

    /** @param jump takes the practice clock there */
    ReleasePage(Pilot pilot, AppContext context, Consumer<Instant> jump, TimelineCard.Travel travel) {
        timeline = new TimelineCard(travel);
        wait = new WaitPanel(pilot, jump);
        visitors = new VisitorsCard(context::open);
        log = new LogCard(context.zone());
        getStyleClass().add("live-body");
        upper.getStyleClass().add("live-body");
        lower.getStyleClass().add("live-body");
        VBox.setVgrow(lower, Priority.ALWAYS);
        getChildren().addAll(rolling, upper, visitors, lower);
        places = new LivePlaces(upper, deployment, wait, lower, timeline, log);
    }

    /**
     * @param viewing the time that is looked at, as shown; empty for the present
     * @param past whether there is something to go back to
     */
    void show(LiveModel model, Release release, List<Act> possible, boolean still, String viewing, boolean past) {
        var service = release.snapshot().rolling();
        boolean rolls = service != null && model.lanes().isEmpty();
        shown(rolling, rolls);
        shown(deployment, !rolls);
        if (service != null && rolls) {
            rolling.show(RollingModel.of(service));
        }
        deployment.show(model, still);
        boolean waits = model.waiting() != null;
        shown(wait, waits);
        if (model.waiting() != null) {
            wait.show(model.waiting(), inTheWait(model.waiting(), possible));
        }
        shown(upper, waits || !rolls);
        visitors.show(model.visitors());
        timeline.show(model.timeline(), viewing, past, release.snapshot().isActive());
        log.show(release);
    }

    /** What waits for nobody has no wait to end. */
    private static List<Act> inTheWait(WaitNote note, List<Act> possible) {
        return possible.stream()
                .filter(act -> act.kind() == Kind.STOP_AND_ROLL_BACK
                        || act.kind() == Kind.END_WAIT && note.state() == State.WAITING)
                .toList();
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Side by side where there is room for it. */
    void arrange(boolean wide) {
        places.arrange(wide);
    }

    void turn(boolean on) {
        deployment.turn(on);
        rolling.turn(on);
        wait.turn(on);
    }

    /** Whether it waits for somebody's word. */
    boolean isWaiting() {
        return wait.isVisible();
    }

    void primary() {
        if (isWaiting()) {
            wait.primary();
        }
    }

    /** Shows the call behind what can be done about the wait. */
    void showCall() {
        wait.open(true);
    }

    LogCard log() {
        return log;
    }
}
