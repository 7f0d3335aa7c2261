package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.monitor.why.Why;
import java.util.Optional;
import javafx.scene.control.Label;

/** One line that says what went wrong and opens the card that explains it. */
final class WhyNotice extends RowButton {
    private final StatusGlyph glyph;
    private final Label headline;

    WhyNotice(Runnable open) {
        this(new StatusGlyph(16), Labels.of("", "strong"), open);
    }

    private WhyNotice(StatusGlyph glyph, Label headline, Runnable open) {
        super(glyph, headline, RowButton.gap(), Labels.of("Why", "small"), Labels.of("W", "key"));
        this.glyph = glyph;
        this.headline = headline;
        getStyleClass().add("why-notice");
        onPress(open);
        show(Optional.empty());
    }

    void show(Optional<Why> why) {
        setVisible(why.isPresent());
        setManaged(why.isPresent());
        why.ifPresent(each -> {
            glyph.setState(switch (each.kind()) {
                case FAILED -> State.FAILED;
                case ROLLED_BACK -> State.ROLLED_BACK;
                case TRAP -> State.WARNING;
            });
            headline.setText(each.headline());
            setAccessibleText("Why: " + each.headline());
        });
    }
}
