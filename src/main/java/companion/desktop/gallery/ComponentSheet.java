package companion.desktop.gallery;

import companion.desktop.component.CardNote;
import companion.desktop.component.CompactStrip;
import companion.desktop.component.Lane;
import companion.desktop.component.LifecycleTrack;
import companion.desktop.component.StageCard;
import companion.desktop.component.TaskDots;
import companion.desktop.component.VisitorStrip;
import companion.desktop.component.WaitPanel;
import companion.desktop.component.WeightBar;
import companion.desktop.shell.View;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The shared components in their states, as a view to take a picture of. */
final class ComponentSheet implements View {
    private final VBox sheet = new VBox(12);

    ComponentSheet() {
        sheet.setStyle("-fx-padding: 1.231em 1.846em 1.231em 1.846em;");
        var badges = new FlowPane(8, 8);
        Stream.of(State.values()).forEach(state -> badges.getChildren().add(new StatusBadge(state, word(state))));
        part("Status: shape, word and colour", badges);
        part("Stages", stages());
        part("Lifecycle", lifecycle());
        part("Weights", weights());
        part("Visitors", visitors());
        part("Compact strips", strips(), dots());
        part("Any card", cards());
    }

    private static String word(State state) {
        var lower = state.spoken();
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private void part(String title, Node... nodes) {
        var label = new Label(title);
        label.getStyleClass().addAll("small", "strong", "muted");
        sheet.getChildren().add(label);
        sheet.getChildren().addAll(nodes);
    }

    private static Node stages() {
        var row = new HBox(16);
        for (var content : List.of(
                new StageCard.Content(
                        "Source", State.OK, "Succeeded", "0:04", "0:05", "CodeCommit, MyRepo", "4f2a91c", 1),
                new StageCard.Content(
                        "Build", State.FAILED, "Failed", "0:51", "1:02", "CodeBuild, MyFirstBuild", "build 8", 1),
                new StageCard.Content(
                        "Deploy", State.RUNNING, "In progress", "2:06", "6:24", "Amazon ECS (Blue/Green)", "d-7K2M4",
                        0.33))) {
            var card = new StageCard(() -> {});
            card.show(content);
            HBox.setHgrow(card, Priority.ALWAYS);
            row.getChildren().add(card);
        }
        return row;
    }

    private static Node lifecycle() {
        var track = new LifecycleTrack();
        track.show(List.of(
                new LifecycleTrack.Event("BeforeInstall", State.OK, "no hook", false),
                new LifecycleTrack.Event("Install", State.OK, "1:11", false),
                new LifecycleTrack.Event("AfterInstall", State.OK, "no hook", false),
                new LifecycleTrack.Event("AllowTraffic", State.OK, "0:03", false),
                new LifecycleTrack.Event("AfterAllowTraffic", State.OK, "no hook", false),
                new LifecycleTrack.Event("Wait 5 min", State.WAITING, "4:12 left", true),
                new LifecycleTrack.Event("Terminate Blue", State.NOT_STARTED, "next", false)));
        return track;
    }

    private static Node weights() {
        var requested = new WeightBar("Requested");
        requested.show(0, "CodeDeploy", true);
        var routed = new WeightBar("Routed");
        routed.show(90, "listener HTTP :80", true);
        var seen = new WeightBar("Seen");
        seen.unknown("not routed");
        return new VBox(requested, routed, seen);
    }

    private static Node visitors() {
        var visits = new ArrayList<VisitorStrip.Visit>();
        for (int i = 0; i < 52; i++) {
            boolean green = i > 20 || i == 17;
            visits.add(new VisitorStrip.Visit(
                    i == 30 ? "503" : green ? "v2" : "v1", green ? Lane.GREEN : Lane.BLUE, i == 30, i == 28));
        }
        var strip = new VisitorStrip(60);
        strip.show(visits);
        return strip;
    }

    private static Node strips() {
        var failed = new CompactStrip();
        failed.show(List.of(
                new CompactStrip.Cell("Source", State.OK, false), new CompactStrip.Cell("Build", State.FAILED, true),
                new CompactStrip.Cell("Deploy", State.NOT_STARTED, false)));
        var waits = new CompactStrip();
        waits.show(List.of(
                new CompactStrip.Cell("Source", State.OK, false), new CompactStrip.Cell("Build", State.OK, false),
                new CompactStrip.Cell("Approve", State.WAITING, true),
                new CompactStrip.Cell("Deploy", State.DISABLED, false)));
        return new HBox(24, failed, waits);
    }

    private static Node dots() {
        var dots = new TaskDots();
        dots.show(List.of(
                new TaskDots.Task("4c1e", State.OK, "healthy"), new TaskDots.Task("b07a", State.RUNNING, "starting"),
                new TaskDots.Task("e93d", State.FAILED, "unhealthy")));
        return dots;
    }

    private static Node cards() {
        var wait = new WaitPanel(() -> {}, () -> {});
        wait.show(new WaitPanel.Content(
                State.WAITING, "Waiting to terminate Blue", "4:12", "left of 5:00", 0.16,
                "New visits go to Green. Blue keeps running for now, so going back takes seconds.",
                "Two task sets run: +$0.0347/h on AWS.", "End the wait now", "ContinueDeployment"));
        wait.setPrefWidth(300);
        var row = new HBox(16, wait);
        row.setFillHeight(false);
        Stream.of(
                        CardNote.empty("No release yet. Push a commit to start one."), CardNote.loading(),
                        CardNote.error("Not allowed to list deployments."),
                        CardNote.stale("48 s", "Throttled, next try in 12 s."))
                .forEach(note -> row.getChildren().add(note));
        return row;
    }

    @Override
    public Node node() {
        return sheet;
    }

    @Override
    public void focus() {
        sheet.requestFocus();
    }
}
