package companion.desktop.live.rolling;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.live.rolling.RollingModel.Row;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.desktop.status.StatusGlyph;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A rolling deployment: what takes the place of what, within which band, and when the circuit breaker trips. */
public final class RollingCard extends VBox {
    private final StatusBadge badge = new StatusBadge();
    private final Label about = Labels.of("", "small", "muted");
    private final VBox rows = new VBox();
    private final Repeated<Row, RowNode> nodes = new Repeated<>(RowNode::new, RowNode::show);
    private final BandBar band = new BandBar();
    private final StatusGlyph breakerGlyph = new StatusGlyph(14);
    private final Label breaker = Labels.of("", "small");
    private @Nullable RollingModel shown;

    public RollingCard() {
        getStyleClass().addAll("card-box", "rolling");
        setMinWidth(0);
        var name = Labels.of("Rolling deployment", "strong");
        name.setMinWidth(USE_PREF_SIZE);
        badge.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(name, badge, RowButton.gap(), about);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText("Deployments of the service");
        breaker.setWrapText(true);
        var line = new HBox(breakerGlyph, breaker);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("note-head");
        var foot = new VBox(band, line);
        foot.getStyleClass().add("rolling-foot");
        getChildren().addAll(head, rows, foot);
    }

    public void show(RollingModel model) {
        if (model.equals(shown)) {
            return;
        }
        shown = model;
        badge.show(model.state(), model.word());
        about.setText(model.about());
        nodes.show(model.rows(), rows);
        band.show(model.band());
        breakerGlyph.setState(model.breakerState());
        breaker.setText(model.breaker());
    }

    /** Turns the glyphs of what runs, or lets them stand. */
    public void turn(boolean on) {
        badge.glyph().turn(on && badge.glyph().getState() == State.RUNNING);
        nodes.nodes().forEach(node -> node.glyph.turn(on && node.glyph.getState() == State.RUNNING));
    }

    private static final class RowNode extends HBox {
        private final Region swatch = new Region();
        private final StatusGlyph glyph = new StatusGlyph(16);
        private final Label role = Labels.of("", "lane-name");
        private final Label word = Labels.of("");
        private final Label definition = Labels.of("", "small", "mono");
        private final Label image = Labels.of("", "micro", "mono", "muted");
        private final Label counts = Labels.of("", "small", "mono");
        private final Label failed = Labels.of("", "small", "state-word", State.FAILED.tone().styleClass());
        private final Label reason = Labels.of("", "small", "muted");

        RowNode() {
            super();
            getStyleClass().addAll("lane", "rolling-row");
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setFocusTraversable(true);
            var state = new HBox(glyph, word);
            state.setAlignment(Pos.CENTER_LEFT);
            state.getStyleClass().add("note-head");
            var first = column("rolling-name", role, state);
            var second = column("rolling-definition", definition, image);
            var numbers = new HBox(counts, failed);
            numbers.getStyleClass().add("note-head");
            var third = column("rolling-counts", numbers, reason);
            HBox.setHgrow(third, Priority.ALWAYS);
            getChildren().addAll(swatch, first, second, third);
        }

        private static VBox column(String style, javafx.scene.Node... nodes) {
            var column = new VBox(nodes);
            column.setAlignment(Pos.CENTER_LEFT);
            column.getStyleClass().add(style);
            return column;
        }

        void show(Row row) {
            swatch.getStyleClass().setAll("lane-swatch", row.fresh() ? "fill-green" : "fill-blue");
            glyph.setState(row.state());
            role.setText(row.fresh() ? "New" : "Old");
            word.setText(row.word());
            word.getStyleClass().setAll("label", "small", "state-word", row.state().tone().styleClass());
            definition.setText(row.taskDefinition());
            image.setText(row.image());
            counts.setText(row.counts());
            failed.setText(row.failed());
            reason.setText(row.reason());
            setAccessibleText(row.spoken());
        }
    }
}
