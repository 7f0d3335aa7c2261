package companion.desktop.live;

import companion.desktop.component.CopyButton;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.live.LiveModel.Trouble;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.monitor.act.Act;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why a release failed: what AWS says, the log around it, and what can be done next. */
final class TroubleCard extends VBox {
    private final Label headline = Labels.of("", "heading");
    private final Label about = Labels.of("", "small", "muted");
    private final Label said = new Label();
    private final Repeated<LogRow, LogLine> log = new Repeated<>(LogLine::new, LogLine::show);
    private final VBox lines = new VBox();
    private final HBox inTheLog = part("In the log", lines);
    private final Repeated<Act, ActButton> buttons;
    private final HBox acts = new HBox();
    private @Nullable Trouble shown;

    TroubleCard(Pilot pilot) {
        buttons = new Repeated<>(() -> new ActButton(pilot), ActButton::show);
        getStyleClass().addAll("card-box", "trouble", "trouble-card");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        lines.getStyleClass().add("log-excerpt");
        acts.getStyleClass().add("buttons");
        var names = new VBox(headline, about);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMinWidth(0);
        var copy = new CopyButton("Copy details", "Copy details");
        copy.copies(() -> shown == null ? "" : shown.details());
        var head = new HBox(new StatusGlyph(18, State.FAILED), names, acts, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("trouble-head");
        getChildren().addAll(head, part("AWS says", said), inTheLog);
    }

    private static HBox part(String title, Node content) {
        var name = Labels.of(title, "small", "strong", "muted", "trouble-name");
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(content, Priority.ALWAYS);
        var part = new HBox(name, content);
        part.getStyleClass().add("trouble-part");
        return part;
    }

    /** @param retry what can be tried again */
    void show(Trouble trouble, List<Act> retry) {
        buttons.show(retry, acts);
        if (trouble.equals(shown)) {
            return;
        }
        shown = trouble;
        headline.setText(trouble.headline());
        about.setText(trouble.about());
        said.setText(trouble.said());
        log.show(trouble.log(), lines);
        inTheLog.setVisible(!trouble.log().isEmpty());
        inTheLog.setManaged(!trouble.log().isEmpty());
        setAccessibleText(trouble.headline() + ". " + trouble.about() + ". " + trouble.said());
    }
}
