package companion.desktop.live;

import companion.desktop.component.Buttons;
import companion.desktop.component.Icon;
import companion.desktop.component.Keys;
import companion.desktop.component.Repeated;
import companion.desktop.live.LiveModel.StageItem;
import companion.desktop.live.LiveModel.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The stages as cards with the transition's switch between them. Arrows move, Enter opens what the card links to, t switches
 * the transition into the stage.
 */
public final class StageStrip extends HBox {
    /** Of all cards, since they stand in one line: one has a line more than usual. */
    private static final PseudoClass CONDITIONS = PseudoClass.getPseudoClass("conditions");

    private final Repeated<StageItem, StageCard> cards = new Repeated<>(this::card, StageCard::show);
    private final Repeated<StageItem, Arrow> arrows = new Repeated<>(Arrow::new, Arrow::show);
    private IntConsumer transition = index -> {};
    private Consumer<Target> open = target -> {};

    public StageStrip() {
        getStyleClass().add("stage-strip");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Stages");
        setOnKeyPressed(this::pressed);
    }

    /**
     * @param switched gets the index of the stage into which a transition leads
     * @param opened gets what a link leads to
     */
    void on(IntConsumer switched, Consumer<Target> opened) {
        transition = switched;
        open = opened;
    }

    void show(List<StageItem> stages) {
        boolean grown = cards.show(stages);
        arrows.show(stages.stream().skip(1).toList());
        pseudoClassStateChanged(CONDITIONS, stages.stream().anyMatch(stage -> !stage.conditions().isEmpty()));
        if (grown) {
            var nodes = new ArrayList<Node>();
            for (int i = 0; i < stages.size(); i++) {
                if (i > 0) {
                    nodes.add(arrows.nodes().get(i - 1));
                }
                nodes.add(cards.nodes().get(i));
            }
            getChildren().setAll(nodes);
        }
    }

    /** Turns the glyphs of what runs, or lets them stand. */
    void turn(boolean on) {
        cards.nodes().forEach(card -> card.turn(on));
    }

    private StageCard card() {
        var card = new StageCard(target -> open.accept(target));
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void pressed(KeyEvent event) {
        Keys.across(event, cards.nodes());
        int at = focused();
        if (at < 0 || event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            cards.nodes().get(at).open();
            event.consume();
        } else if (event.getCode() == KeyCode.T && at > 0) {
            transition.accept(at);
            event.consume();
        }
    }

    private int focused() {
        for (int i = 0; i < cards.nodes().size(); i++) {
            if (cards.nodes().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    /** Between two stages: the way on, and what holds it or lets it go. */
    private final class Arrow extends VBox {
        private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
        private final Button button = Buttons.icon("", "mdi2p-pause", () -> transition.accept(arrows.nodes().indexOf(this) + 1));

        Arrow() {
            super(new Icon("mdi2a-arrow-right-thin", 20));
            getStyleClass().add("stage-arrow");
            button.getStyleClass().add("small");
            getChildren().add(button);
            setAlignment(Pos.CENTER);
        }

        void show(StageItem into) {
            button.setGraphic(new Icon(into.open() ? "mdi2p-pause" : "mdi2p-play"));
            Buttons.name(button, (into.open() ? "Disable" : "Enable") + " the transition to " + into.name());
            pseudoClassStateChanged(CLOSED, !into.open());
        }
    }
}
