package companion.desktop.live;

import companion.desktop.component.Buttons;
import companion.desktop.component.Icon;
import companion.desktop.live.LiveModel.StageCard;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The stages as cards with the transition's switch between them. Arrows move, t switches the transition. */
public final class StageCards extends HBox {
    /** In em: below this width a card leaves out how long the stage usually takes. */
    private static final double ROOM_FOR_USUAL = 26;

    private List<StageCard> shown = List.of();
    private IntConsumer transition = index -> {};

    public StageCards() {
        getStyleClass().add("stage-cards");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Stages");
    }

    /** @param action gets the index of the stage into which a transition leads */
    void onTransition(IntConsumer action) {
        transition = action;
    }

    void show(List<StageCard> stages, boolean still) {
        if (stages.equals(shown)) {
            return;
        }
        shown = List.copyOf(stages);
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < stages.size(); i++) {
            if (i > 0) {
                nodes.add(arrow(i, stages.get(i)));
            }
            var card = card(stages.get(i), still);
            HBox.setHgrow(card, Priority.ALWAYS);
            nodes.add(card);
        }
        getChildren().setAll(nodes);
    }

    private VBox arrow(int index, StageCard into) {
        var arrow = new Icon("mdi2a-arrow-right-thin", 20);
        var button = Buttons.icon(
                into.open() ? "Disable the transition to " + into.name() : "Enable the transition to " + into.name(),
                into.open() ? "mdi2p-pause" : "mdi2p-play",
                () -> {});
        button.setOnAction(event -> transition.accept(index));
        button.getStyleClass().add("transition");
        if (!into.open()) {
            button.getStyleClass().add("closed");
        }
        var box = new VBox(arrow, button);
        box.getStyleClass().add("stage-arrow");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static VBox card(StageCard stage, boolean still) {
        var glyph = new StatusGlyph(18, stage.state());
        glyph.turn(stage.state() == State.RUNNING && !still);
        var name = styled(stage.name(), "stage-name", "strong");
        var word = styled(stage.word(), "small", "word", stage.state().tone().styleClass());
        var took = styled(stage.took(), "mono", "strong");
        var usual = styled(stage.usual(), "small", "muted");
        took.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        word.setMinWidth(Region.USE_PREF_SIZE);
        var first = new HBox(glyph, name, word, gap(), took, usual);
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("line");
        var source = styled(stage.source(), "small", "muted");
        var link = styled(stage.link(), "small", "mono", "link");
        link.setMinWidth(Region.USE_PREF_SIZE);
        var second = new HBox(source, gap(), link);
        second.setAlignment(Pos.CENTER_LEFT);
        var lines = new VBox(first, second);
        lines.getStyleClass().add("lines");
        var card = new VBox(lines, progress(stage.progress()));
        VBox.setVgrow(lines, Priority.ALWAYS);
        card.widthProperty().subscribe(width -> {
            boolean roomy = width.doubleValue() > took.getFont().getSize() * ROOM_FOR_USUAL;
            usual.setVisible(roomy);
            usual.setManaged(roomy);
        });
        card.getStyleClass().addAll("stage-card", stage.state().tone().styleClass());
        if (stage.state() == State.RUNNING) {
            card.getStyleClass().add("running");
        }
        card.setAccessibleRole(AccessibleRole.LIST_ITEM);
        card.setAccessibleText(stage.spoken());
        card.setFocusTraversable(true);
        if (!stage.held().isEmpty()) {
            var chip = styled(stage.held(), "held", "small", "mono");
            first.getChildren().add(3, chip);
        }
        return card;
    }

    private static Region progress(double fraction) {
        var bar = new Bar();
        bar.getStyleClass().add("stage-progress");
        bar.show(fraction);
        return bar;
    }

    static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static Label styled(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }
}
