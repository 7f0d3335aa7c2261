package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a release waits for, how long still, what that costs, and what can be done about it. */
public final class WaitPanel extends VBox {
    private final StatusGlyph glyph = new StatusGlyph(16);
    private final Label title = new Label();
    private final Label left = new Label();
    private final Label of = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Label cost = new Label();
    private final Button end;
    private final Button back;
    private final Label operation = new Label();

    /**
     * What a panel shows.
     *
     * @param left {@code 4:12}
     * @param of {@code left of 5:00}
     * @param fraction how much of the wait is over, from 0 to 1
     * @param cost what it costs meanwhile; may be empty
     * @param end what ends it: {@code End the wait now}; empty if nothing can
     * @param operation the call behind that
     */
    public record Content(
            State state, String title, String left, String of, double fraction, String words, String cost, String end,
            String operation) {}

    public WaitPanel(Runnable endIt, Runnable rollBack) {
        getStyleClass().addAll("card-box", "wait-panel");
        title.getStyleClass().add("strong");
        left.getStyleClass().addAll("mono", "countdown");
        of.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        cost.setWrapText(true);
        cost.getStyleClass().addAll("small", "muted");
        operation.getStyleClass().addAll("small", "mono", "muted");
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        end = Buttons.of("", "mdi2s-skip-next-outline", endIt);
        end.getStyleClass().add("accent");
        end.setMaxWidth(Double.MAX_VALUE);
        back = Buttons.of("Stop and roll back", "mdi2u-undo", rollBack);
        back.getStyleClass().addAll("danger", "button-outlined");
        back.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(glyph, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("note-head");
        var figure = new HBox(left, of);
        figure.setAlignment(Pos.BASELINE_LEFT);
        figure.getStyleClass().add("figure-line");
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(head, figure, bar, words, cost, gap, end, back, operation);
    }

    public void show(Content content) {
        glyph.setState(content.state());
        title.setText(content.title());
        left.setText(content.left());
        of.setText(content.of());
        bar.setProgress(Math.clamp(content.fraction(), 0, 1));
        bar.setAccessibleText(content.left() + " " + content.of());
        words.setText(content.words());
        cost.setText(content.cost());
        end.setText(content.end());
        end.setAccessibleText(content.end());
        end.setVisible(!content.end().isEmpty());
        end.setManaged(!content.end().isEmpty());
        operation.setText(content.operation());
    }
}
