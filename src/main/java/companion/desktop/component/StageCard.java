package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A stage of a pipeline, 66 px high: how it is, how long it takes, what it works on, and how far it is. */
public final class StageCard extends StackPane {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final StatusGlyph glyph = new StatusGlyph(18);
    private final Label name = new Label();
    private final Label word = new Label();
    private final Label took = new Label();
    private final Label usual = new Label();
    private final Label source = new Label();
    private final Hyperlink link = new Hyperlink();
    private final Progress progress = new Progress();

    /**
     * What a card shows.
     *
     * @param word AWS's own: {@code Succeeded}
     * @param took {@code 0:58}; empty if it was not run
     * @param usual {@code 1:02}; empty if not known
     * @param source {@code CodeBuild, MyFirstBuild}
     * @param link what can be opened: {@code build 9}; may be empty
     * @param fraction how far it is, from 0 to 1; shown while it runs
     */
    public record Content(
            String name, State state, String word, String took, String usual, String source, String link,
            double fraction) {}

    /** @param open opens what the link names */
    public StageCard(Runnable open) {
        getStyleClass().add("stage-card");
        setAccessibleRole(AccessibleRole.PARENT);
        setPrefWidth(0);
        name.getStyleClass().add("heading");
        took.getStyleClass().addAll("mono", "small", "strong");
        usual.getStyleClass().addAll("small", "muted");
        source.getStyleClass().addAll("small", "muted");
        link.getStyleClass().addAll("small", "mono");
        link.setOnAction(event -> open.run());
        var head = new HBox(glyph, name, word, RowButton.gap(), took, usual);
        head.setAlignment(Pos.CENTER_LEFT);
        var foot = new HBox(source, RowButton.gap(), link);
        foot.setAlignment(Pos.CENTER_LEFT);
        var body = new VBox(head, foot);
        body.getStyleClass().add("stage-card-body");
        getChildren().addAll(body, progress);
        setAlignment(progress, Pos.BOTTOM_LEFT);
    }

    public void show(Content content) {
        glyph.setState(content.state());
        name.setText(content.name());
        word.setText(content.word());
        word.getStyleClass().setAll("label", "small", "state-word", content.state().tone().styleClass());
        took.setText(content.took());
        usual.setText(content.usual().isEmpty() ? "" : "usually " + content.usual());
        source.setText(content.source());
        link.setText(content.link());
        link.setVisible(!content.link().isEmpty());
        link.setAccessibleText("Open " + content.link());
        boolean runs = content.state() == State.RUNNING;
        progress.setVisible(runs);
        progress.fraction = content.fraction();
        progress.requestLayout();
        pseudoClassStateChanged(RUNNING, runs);
        pseudoClassStateChanged(FAILED, content.state() == State.FAILED);
        setAccessibleText(content.name() + ", " + content.word() + ", " + content.took()
                + (content.usual().isEmpty() ? "" : ", usually " + content.usual()));
    }

    /** Turns the glyph while the stage runs, or lets it stand. */
    public void turn(boolean on) {
        glyph.turn(on && glyph.getState() == State.RUNNING);
    }

    /** The 4 px at the foot. */
    private static final class Progress extends Pane {
        private final Region done = new Region();
        private double fraction;

        Progress() {
            getStyleClass().add("stage-progress");
            done.getStyleClass().add("stage-progress-done");
            done.setManaged(false);
            getChildren().add(done);
        }

        @Override
        protected void layoutChildren() {
            done.resizeRelocate(0, 0, getWidth() * Math.clamp(fraction, 0, 1), getHeight());
        }
    }
}
