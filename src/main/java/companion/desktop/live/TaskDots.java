package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.live.LiveModel.Dot;
import companion.desktop.status.StatusGlyph;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The tasks of a task set: a glyph for the health of each and, while there are few, the last four of its id. */
final class TaskDots extends HBox {
    private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");

    private final Repeated<Dot, DotLabel> dots = new Repeated<>(DotLabel::new, DotLabel::show);
    private final HBox all = new HBox();
    private final Label rest = Labels.of("", "micro", "mono", "muted");

    TaskDots() {
        getStyleClass().add("task-dots");
        all.getStyleClass().add("task-dots");
        all.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        rest.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(all, rest);
    }

    /** @param more how many there are beside these; may be empty */
    void show(List<Dot> tasks, String more) {
        dots.show(tasks, all);
        rest.setText(more);
        boolean dense = !tasks.isEmpty() && tasks.getFirst().label().isEmpty();
        List.of(this, all).forEach(box -> box.pseudoClassStateChanged(DENSE, dense));
    }

    private static final class DotLabel extends Label {
        private final StatusGlyph glyph = new StatusGlyph(14);

        DotLabel() {
            getStyleClass().addAll("micro", "mono", "muted", "task-dot");
            setGraphic(glyph);
            setMinWidth(USE_PREF_SIZE);
        }

        void show(Dot dot) {
            glyph.setState(dot.state());
            setText(dot.label());
            setAccessibleText(dot.spoken());
            setTooltip(new Tooltip(dot.spoken()));
        }
    }
}
