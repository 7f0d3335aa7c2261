package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The timeline with the time it stands at, and below it why its newest happened. */
final class TimelineCard extends VBox {
    private final Label time = Labels.of("", "small", "mono");
    private final TimelineChart chart = new TimelineChart();
    private final HBox why = new HBox();
    private final Repeated<Word, Label> words = new Repeated<>(Label::new, TimelineCard::paint);

    private record Word(String text, String style) {}

    TimelineCard() {
        getStyleClass().addAll("card-box", "timeline");
        setMinWidth(0);
        var head = new HBox(Labels.of("Timeline", "strong"), RowButton.gap(), time);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        why.setAlignment(Pos.CENTER_LEFT);
        why.getStyleClass().add("why-line");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(head, chart, why);
    }

    void show(TimelineModel model) {
        time.setText(model.time());
        chart.show(model);
        words.show(words(model.why()), why);
        why.setVisible(!model.why().isEmpty());
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
