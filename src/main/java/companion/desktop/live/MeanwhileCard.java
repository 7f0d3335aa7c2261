package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.desktop.text.Format;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What became of the visitors while a release failed: who serves them, and that nobody was dropped, or how many were. */
final class MeanwhileCard extends VBox {
    private final StatusGlyph glyph = new StatusGlyph(16, State.OK);
    private final Label sentence = new Label();
    private final Repeated<Meanwhile.Lane, LaneLine> lanes = new Repeated<>(LaneLine::new, LaneLine::show);
    private final VBox rows = new VBox();
    private final VisitorStrip strip = new VisitorStrip();
    private final Label count = Labels.of("", "small", "muted");
    private final Label errors = Labels.of("", "small", "muted");
    private final VBox visits;

    MeanwhileCard() {
        getStyleClass().addAll("card-box", "meanwhile");
        var head = new HBox(Labels.of("Meanwhile", "strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        var line = new HBox(glyph, sentence);
        line.getStyleClass().add("note-head");
        rows.getStyleClass().add("meanwhile-lanes");
        var foot = new HBox(count, RowButton.gap(), errors);
        visits = new VBox(strip, foot);
        visits.getStyleClass().add("meanwhile-lanes");
        var body = new VBox(line, rows, visits);
        body.getStyleClass().add("meanwhile-body");
        getChildren().addAll(head, body);
    }

    void show(Meanwhile model, List<LiveModel.Tile> tiles, String spoken) {
        glyph.setState(model.state());
        sentence.setText(model.sentence());
        lanes.show(model.lanes(), rows);
        strip.show(tiles, spoken);
        count.setText("newest of the last " + Format.count(tiles.size(), "visit"));
        errors.setText(model.errors());
        visits.setVisible(!tiles.isEmpty());
        visits.setManaged(!tiles.isEmpty());
    }

    private static final class LaneLine extends HBox {
        private final Region key = new Region();
        private final Label name = Labels.of("", "strong");
        private final Label about = Labels.of("");
        private final Label healthy = Labels.of("", "small", "mono");

        LaneLine() {
            super();
            getStyleClass().add("note-head");
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleRole(AccessibleRole.TEXT);
            name.setMinWidth(USE_PREF_SIZE);
            healthy.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(key, name, about, RowButton.gap(), healthy);
        }

        void show(Meanwhile.Lane lane) {
            key.getStyleClass().setAll("weight-key", lane.green() ? "fill-green" : "fill-blue");
            name.setText(lane.green() ? "Green" : "Blue");
            about.setText(lane.about());
            about.getStyleClass().setAll("label", "small", "muted", lane.code() ? "mono" : "words");
            healthy.setText(lane.healthy());
            setAccessibleText(name.getText() + ", " + lane.about() + (lane.healthy().isEmpty() ? "" : ", " + lane.healthy() + " healthy"));
        }
    }
}
