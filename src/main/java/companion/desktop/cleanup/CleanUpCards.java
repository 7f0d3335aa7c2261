package companion.desktop.cleanup;

import companion.desktop.component.Ask;
import companion.desktop.component.Buttons;
import companion.desktop.component.CardNote;
import companion.desktop.component.ProblemCard;
import companion.desktop.component.Prose;
import companion.desktop.context.Connection;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.desktop.text.Format;
import companion.workshop.Problem;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The cards at the right of the clean-up screen. */
final class CleanUpCards {
    private CleanUpCards() {}

    /** A card, and what its primary button does. */
    record Card(Node node, Runnable primary) {}

    static VBox card(String title, Node... body) {
        var head = new HBox(label(title, "strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        var content = new VBox(body);
        content.getStyleClass().add("card-body");
        var card = new VBox(head, content);
        card.getStyleClass().add("card-box");
        return card;
    }

    static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        return label;
    }

    /** Before: what will happen, and the button that asks once. */
    static Card remove(CleanUpModel model, Connection connection, Runnable removeAll) {
        long left = model.all() - model.gone();
        if (left == 0) {
            var nothing = CardNote.empty("Nothing was created, so there is nothing to clean up.");
            return new Card(card("Remove everything", nothing), () -> {});
        }
        var ask = new Ask(
                "Remove everything",
                "mdi2b-broom",
                "Remove " + Format.count(left, "resource") + " from " + connection.named() + "? This cannot be undone.",
                removeAll);
        var words = Prose.line("Removes what the ledger holds, in the order of the list, then asks AWS again to prove"
                + " that nothing is left.");
        return new Card(card("Remove everything", words, ask), ask::ask);
    }

    /** While it runs. */
    static Card removing(CleanUpModel model, String now, Runnable stop) {
        var bar = new ProgressBar(model.all() == 0 ? 0 : (double) model.gone() / model.all());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin");
        bar.setAccessibleText(model.gone() + " of " + model.all() + " gone");
        Button halt = Buttons.of("Stop after this one", "mdi2s-square-outline", stop);
        var words = new HBox(new StatusGlyph(16, State.RUNNING), label(now, "strong"));
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("note-head");
        return new Card(card(model.badge(), words, bar, halt), () -> {});
    }

    /** It stopped: why, and how to go on. */
    static Card stopped(Problem problem, Runnable goOn) {
        var retry = Buttons.of("Go on removing", "mdi2r-reload", goOn);
        retry.getStyleClass().add("accent");
        return new Card(card("Stopped", new ProblemCard(problem), retry), retry::fire);
    }

    static VBox leftOnPurpose(String words) {
        return card("Left on purpose", Prose.line(words));
    }
}
