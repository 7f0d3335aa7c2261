package companion.desktop.live.why;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.live.why.PhasesModel.Row;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The phases of a build with how each went and how long it took; the ones that failed are tinted. */
public final class PhasesCard extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label id = Labels.of("", "small", "mono", "muted");
    private final VBox rows = new VBox();
    private final Repeated<Row, PhaseRow> nodes = new Repeated<>(PhaseRow::new, PhaseRow::show);
    private final Label remark = Labels.of("", "small", "muted", "phases-remark");

    public PhasesCard() {
        getStyleClass().addAll("card-box", "phases");
        var title = Labels.of("Build phases", "strong");
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, RowButton.gap(), id);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        rows.getStyleClass().add("phase-rows");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText("Build phases");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        remark.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, rows, remark);
    }

    public void show(PhasesModel model) {
        id.setText(model.id());
        nodes.show(model.rows(), rows);
        remark.setText(model.remark());
        remark.setVisible(!model.remark().isEmpty());
        remark.setManaged(!model.remark().isEmpty());
    }

    private static final class PhaseRow extends HBox {
        private final StatusGlyph glyph = new StatusGlyph(14);
        private final Label name = Labels.of("", "small", "mono");
        private final Label word = Labels.of("");
        private final Label took = Labels.of("", "small", "mono", "phase-took");

        PhaseRow() {
            super();
            getStyleClass().add("phase-row");
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            word.setMinWidth(USE_PREF_SIZE);
            took.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(glyph, name, RowButton.gap(), word, took);
        }

        void show(Row row) {
            glyph.setState(row.state());
            name.setText(row.phase());
            word.setText(row.word());
            word.getStyleClass().setAll(
                    "label", "small", row.failed() ? "state-word" : "muted", row.failed() ? State.FAILED.tone().styleClass() : "muted");
            took.setText(row.took());
            pseudoClassStateChanged(FAILED, row.failed());
            setAccessibleText(row.spoken());
        }
    }
}
