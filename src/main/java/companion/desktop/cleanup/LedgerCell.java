package companion.desktop.cleanup;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.desktop.text.Format;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A line of the ledger: the head of a group, an entry, or what still costs. */
final class LedgerCell extends ListCell<LedgerLine> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");
    private static final PseudoClass STRUCK = PseudoClass.getPseudoClass("struck");

    private final ZoneId zone;
    private final StatusGlyph glyph = new StatusGlyph(14);
    private final Label word = new Label();
    private final Label type = cell("col-type");
    private final Label name = cell("col-name", "small", "mono");
    private final Label stage = cell("col-stage", "small", "muted");
    private final Label with = cell("col-with", "small", "mono", "muted");
    private final Label price = cell("col-price", "small", "mono", "muted");
    private final Label when = cell("col-when", "small", "mono", "muted");
    private final Label number = new Label();
    private final Label group = new Label();
    private final HBox entry;
    private final HBox head = new HBox(number, group);

    LedgerCell(ZoneId zone) {
        this.zone = zone;
        var state = new HBox(glyph, word);
        state.setAlignment(Pos.CENTER_LEFT);
        state.getStyleClass().add("col-state");
        HBox.setHgrow(type, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.ALWAYS);
        type.setMaxWidth(Double.MAX_VALUE);
        name.setMaxWidth(Double.MAX_VALUE);
        entry = new HBox(state, type, name, stage, with, price, when);
        entry.setAlignment(Pos.CENTER_LEFT);
        number.getStyleClass().add("ledger-number");
        group.getStyleClass().addAll("strong", "small");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("ledger-group");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Label cell(String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }

    @Override
    protected void updateItem(@Nullable LedgerLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(HEAD, line instanceof LedgerLine.Head);
        pseudoClassStateChanged(TOTAL, line instanceof LedgerLine.Total);
        setTooltip(null);
        switch (line) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case LedgerLine.Head each -> {
                number.setText(Integer.toString(each.group().number()));
                group.setText(each.group().name());
                setGraphic(head);
                setAccessibleText(each.group().number() + ", " + each.group().name());
            }
            case LedgerLine.Entry each -> show(each.row());
            case LedgerLine.Total total -> show(total);
        }
    }

    private void show(CleanUpModel.Row row) {
        glyph.setVisible(true);
        glyph.setState(row.state());
        word.setText(row.word());
        word.getStyleClass().setAll("label", "small", "state-word", row.state().tone().styleClass());
        type.setText(row.entry().type());
        type.getStyleClass().setAll("label", "col-type");
        name.setText(row.entry().name());
        var heldUpBy = row.entry().heldUpBy();
        stage.setText(heldUpBy == null ? row.stage() : "");
        with.setText(heldUpBy == null ? row.entry().removedWith() : "by " + heldUpBy);
        price.setText(row.price());
        price.pseudoClassStateChanged(STRUCK, row.struck());
        when.setText(row.state() == State.NOT_STARTED ? "" : Format.time(row.entry().since(), zone));
        setGraphic(entry);
        setAccessibleText(row.spoken());
        var full = row.entry().type() + " " + row.entry().name();
        setTooltip(new Tooltip(heldUpBy == null ? full : full + ", held up by " + heldUpBy));
    }

    private void show(LedgerLine.Total total) {
        glyph.setVisible(false);
        word.setText("");
        type.setText("Running now");
        type.getStyleClass().setAll("label", "col-type", "strong");
        name.setText("");
        stage.setText("");
        with.setText("");
        when.setText("");
        price.setText(Format.fourPlaces(total.running()));
        price.pseudoClassStateChanged(STRUCK, false);
        setGraphic(entry);
        setAccessibleText("Running now, " + Format.fourPlaces(total.running()) + " dollars an hour");
    }
}
