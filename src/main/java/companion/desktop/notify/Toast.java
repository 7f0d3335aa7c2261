package companion.desktop.notify;

import companion.desktop.component.Buttons;
import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.status.StatusGlyph;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A notice at the edge of the window, until it goes or is sent away. */
final class Toast extends HBox {
    Toast(Notice notice, Runnable away) {
        getStyleClass().addAll("popover", "toast");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(notice.title() + (notice.text().isEmpty() ? "" : ". " + notice.text().replace('\n', ' ')));
        var title = Labels.of(notice.title(), "strong");
        var words = new VBox(title);
        words.getStyleClass().add("toast-words");
        if (!notice.text().isEmpty()) {
            var text = Labels.of(notice.text(), "small", "muted");
            text.setWrapText(true);
            words.getChildren().add(text);
        }
        var open = notice.open();
        if (open != null) {
            var show = Buttons.small("Show", "", () -> {
                away.run();
                open.run();
            });
            show.setAccessibleText("Show " + notice.title());
            words.getChildren().add(show);
        }
        setHgrow(words, Priority.ALWAYS);
        var close = Buttons.icon("Close", "mdi2c-close", away);
        close.getStyleClass().add("small");
        close.setAccessibleText("Close: " + notice.title());
        getChildren().addAll(new StatusGlyph(16, notice.state()), words, RowButton.gap(), close);
    }
}
