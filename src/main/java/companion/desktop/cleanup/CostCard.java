package companion.desktop.cleanup;

import companion.desktop.context.Connection;
import companion.desktop.cost.CostMeter.Cost;
import companion.desktop.text.Format;
import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What all of it cost so far. It grows while anything is there, so it is shown anew without being built anew. */
final class CostCard {
    private final boolean practice;
    private final Label amount = CleanUpCards.label("", "figure", "mono");
    private final Label over = CleanUpCards.label("", "muted");
    private final Label words = CleanUpCards.label("", "small", "muted");
    private final VBox card;

    CostCard(Connection connection) {
        practice = connection.isPractice();
        var line = new HBox(amount, over);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("figure-line");
        card = CleanUpCards.card("What it cost", line, words);
    }

    Node node() {
        return card;
    }

    void show(Cost cost) {
        amount.setText(Format.amount(practice ? BigDecimal.ZERO : cost.dollars()));
        over.setText("in " + Format.words(cost.over()) + (practice ? "" : ", estimated"));
        words.setText(
                practice
                        ? "The practice cloud is free. On AWS this would have been about " + Format.amount(cost.dollars()) + "."
                        : cost.complete()
                                ? "AWS shows the final amount within 24 hours."
                                : "At least. Part of it was gone before this window opened.");
    }
}
