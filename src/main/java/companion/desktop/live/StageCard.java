package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.live.LiveModel.ConditionItem;
import companion.desktop.live.LiveModel.StageItem;
import companion.desktop.live.LiveModel.Target;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A stage of a pipeline, 66 px high: how it is, how long it takes, what it works on, and how far it is. */
final class StageCard extends StackPane {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    /** In em: below this width a card leaves out how long the stage usually takes. */
    private static final double ROOM_FOR_USUAL = 24;

    private final StatusGlyph glyph = new StatusGlyph(18);
    private final Label name = Labels.of("", "heading");
    private final Label word = Labels.of("");
    private final Label held = Labels.of("", "held", "small", "mono");
    private final Label took = Labels.of("", "mono", "strong", "took");
    private final Label usual = Labels.of("", "small", "muted");
    private final Label source = Labels.of("", "small", "muted");
    private final Hyperlink link = new Hyperlink();
    private final Tooltip linkTip = new Tooltip();
    private final VBox conditions = new VBox();
    private final Repeated<ConditionItem, Label> conditionLabels = new Repeated<>(StageCard::condition, StageCard::show);
    private final Progress progress = new Progress();
    private @Nullable Target target;

    /** @param open copies or opens what the link names */
    StageCard(Consumer<Target> open) {
        getStyleClass().add("stage-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(true);
        name.setMinWidth(Region.USE_PREF_SIZE);
        word.setMinWidth(Region.USE_PREF_SIZE);
        took.setMinWidth(Region.USE_PREF_SIZE);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.getStyleClass().addAll("small", "mono");
        link.setTooltip(linkTip);
        link.setOnAction(event -> {
            link.setVisited(false);
            if (target != null) {
                open.accept(target);
            }
        });
        var head = new HBox(glyph, name, word, held, RowButton.gap(), took, usual);
        head.setAlignment(Pos.CENTER_LEFT);
        var foot = new HBox(source, RowButton.gap(), link);
        foot.setAlignment(Pos.CENTER_LEFT);
        conditions.getStyleClass().add("stage-conditions");
        var lines = new VBox(head, foot, conditions);
        lines.getStyleClass().add("stage-lines");
        getChildren().addAll(lines, progress);
        setAlignment(progress, Pos.BOTTOM_LEFT);
        widthProperty().subscribe(this::fit);
    }

    private void fit() {
        boolean roomy = getWidth() > took.getFont().getSize() * ROOM_FOR_USUAL;
        shown(usual, roomy && !usual.getText().isEmpty());
    }

    void show(StageItem item) {
        glyph.setState(item.state());
        name.setText(item.name());
        word.setText(item.word());
        word.getStyleClass().setAll("label", "small", "state-word", item.state().tone().styleClass());
        held.setText(item.held());
        shown(held, !item.held().isEmpty());
        took.setText(item.took());
        usual.setText(item.usual());
        source.setText(item.source());
        target = item.target();
        link.setText(item.link());
        shown(link, target != null && !item.link().isEmpty());
        if (target != null) {
            var does = target.address() == null ? "Copy " + target.id() : "Open " + target.id() + " in the AWS console";
            linkTip.setText(does);
            link.setAccessibleText(does);
        }
        conditionLabels.show(item.conditions(), conditions);
        shown(conditions, !item.conditions().isEmpty());
        progress.show(item.progress());
        pseudoClassStateChanged(RUNNING, item.state() == State.RUNNING);
        pseudoClassStateChanged(FAILED, item.state() == State.FAILED);
        setAccessibleText(item.spoken());
        fit();
    }

    private static Label condition() {
        var label = Labels.of("", "small", "muted");
        label.setGraphic(new StatusGlyph(12));
        label.setTooltip(new Tooltip());
        return label;
    }

    private static void show(Label label, ConditionItem item) {
        ((StatusGlyph) label.getGraphic()).setState(item.state());
        label.setText(item.words());
        label.getTooltip().setText(item.rules().isEmpty() ? item.words() : item.rules());
    }

    private static void shown(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Does what a press of the link does. */
    void open() {
        if (link.isVisible()) {
            link.fire();
        }
    }

    /** Turns the glyph while the stage runs, or lets it stand. */
    void turn(boolean on) {
        glyph.turn(on && glyph.getState() == State.RUNNING);
    }

    /** The 4 px at the foot; nothing below 0. */
    private static final class Progress extends Pane {
        private final Region done = new Region();
        private double fraction = -1;

        Progress() {
            getStyleClass().add("stage-progress");
            done.getStyleClass().add("done");
            done.setManaged(false);
            getChildren().add(done);
        }

        void show(double next) {
            fraction = next;
            setVisible(next >= 0);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            done.resizeRelocate(0, 0, getWidth() * Math.clamp(fraction, 0, 1), getHeight());
        }
    }
}
