package companion.desktop.live;

import companion.desktop.component.Buttons;
import companion.desktop.component.Explained;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The timeline with the time it stands at and the way to other times, and below it why its newest happened. */
final class TimelineCard extends VBox {
    private final Label time = Labels.of("", "small", "mono");
    private final StatusBadge badge = new StatusBadge();
    private final TimelineChart chart = new TimelineChart();
    private final HBox why = new HBox();
    private final Repeated<Word, Label> words = new Repeated<>(Label::new, TimelineCard::paint);
    private final Explained noFirst;
    private final Explained noBack;
    private final Explained noOn;
    private final Button live;

    /** Where in time somebody wants to go. */
    interface Travel {
        void start();

        void back();

        void on();

        void live();

        void to(Instant instant);
    }

    private record Word(String text, String style) {}

    TimelineCard(Travel travel) {
        getStyleClass().addAll("card-box", "timeline");
        setMinWidth(0);
        var first = Buttons.icon("To the beginning, Home", "mdi2p-page-first", travel::start);
        var back = Buttons.icon("Back to the event before, comma", "mdi2r-rewind-outline", travel::back);
        var on = Buttons.icon("On to the next event, full stop", "mdi2f-fast-forward-outline", travel::on);
        live = Buttons.small("Back to live", "", travel::live);
        live.getStyleClass().add("accent");
        live.setMinWidth(USE_PREF_SIZE);
        noFirst = new Explained(first);
        noBack = new Explained(back);
        noOn = new Explained(on);
        var buttons = new HBox(noFirst, noBack, noOn);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        for (var button : List.of(first, back, on)) {
            button.getStyleClass().add("small");
        }
        time.setMinWidth(USE_PREF_SIZE);
        badge.setMinWidth(USE_PREF_SIZE);
        var title = Labels.of("Timeline", "strong");
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, RowButton.gap(), buttons, time, badge, live);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        why.setAlignment(Pos.CENTER_LEFT);
        why.getStyleClass().add("why-line");
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.onSeek(travel::to);
        getChildren().addAll(head, chart, why);
    }

    /**
     * @param viewing the time that is looked at, as shown; empty for the present
     * @param past whether there is something to go back to
     * @param active whether something goes on
     */
    void show(TimelineModel model, String viewing, boolean past, boolean active) {
        boolean then = !viewing.isEmpty();
        time.setText(then ? "" : model.time());
        shown(time, !time.getText().isEmpty());
        if (then) {
            badge.show(State.WAITING, "Viewing " + viewing);
        } else {
            badge.show(active ? State.RUNNING : State.LIVE, "Live");
        }
        shown(live, then);
        var noPast = past ? "" : "Nothing that was seen lies before this.";
        noFirst.show(noPast);
        noBack.show(noPast);
        noOn.show(then ? "" : "This is the present.");
        chart.show(model);
        words.show(words(model.why()), why);
        why.setVisible(!model.why().isEmpty());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static List<Word> words(List<String> causes) {
        var all = new ArrayList<Word>();
        for (int i = 0; i < causes.size(); i++) {
            if (i != 1) {
                all.add(i == 0 ? new Word("Why", "muted") : new Word("←", "muted"));
            }
            all.add(new Word(causes.get(i), i == 0 ? "mono" : i == 1 ? "strong" : "words"));
        }
        return all;
    }

    private static void paint(Label label, Word word) {
        label.getStyleClass().setAll("label", "small", word.style());
        label.setText(word.text());
    }
}
