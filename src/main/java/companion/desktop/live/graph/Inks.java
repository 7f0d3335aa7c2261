package companion.desktop.live.graph;

import companion.desktop.status.State;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The theme's colours and fonts for what is painted rather than styled: labels that are never seen wear them. */
final class Inks extends Pane {
    private final Label text = ink("-color-fg-default");
    private final Label muted = ink("-color-fg-muted");
    private final Label line = ink("-color-border-default");
    private final Label ground = ink("-color-bg-default");
    private final Label inset = ink("-color-bg-subtle");
    private final Label runningLine = ink("-color-accent-emphasis");
    private final Label runningGround = ink("-color-accent-subtle");
    private final Label failedLine = ink("-color-danger-emphasis");
    private final Label failedGround = ink("-color-danger-subtle");
    private final Map<State.Tone, Label> tones = new EnumMap<>(State.Tone.class);

    /** By size; below 0 for bold ones. */
    private final Map<Double, Font> fonts = new HashMap<>();

    /** @param changed told when the theme or the size of type changed */
    Inks(Runnable changed) {
        setVisible(false);
        setManaged(false);
        tones.put(State.Tone.SUCCESS, ink("-color-success-fg"));
        tones.put(State.Tone.ACCENT, ink("-color-accent-fg"));
        tones.put(State.Tone.DANGER, ink("-color-danger-fg"));
        tones.put(State.Tone.WARNING, ink("-color-warning-fg"));
        tones.put(State.Tone.NEUTRAL, ink("-color-fg-muted"));
        tones.put(State.Tone.SUBTLE, ink("-color-fg-subtle"));
        ground.textFillProperty().subscribe((before, now) -> changed.run());
        text.fontProperty().subscribe((before, now) -> {
            fonts.clear();
            changed.run();
        });
    }

    private Label ink(String colour) {
        var label = new Label();
        label.setStyle("-fx-text-fill: " + colour + ";");
        getChildren().add(label);
        return label;
    }

    /** Type of a size relative to the root's, to half a px, so that zooming needs few fonts. */
    Font font(double em, boolean bold) {
        double size = Math.max(1, Math.rint(em() * em * 2) / 2);
        return fonts.computeIfAbsent(bold ? -size : size, each -> Font.font(
                text.getFont().getFamily(), bold ? FontWeight.BOLD : FontWeight.NORMAL, size));
    }

    double em() {
        return text.getFont().getSize();
    }

    Paint text() {
        return text.getTextFill();
    }

    Paint muted() {
        return muted.getTextFill();
    }

    Paint line(State state) {
        return switch (state) {
            case RUNNING -> runningLine.getTextFill();
            case FAILED -> failedLine.getTextFill();
            default -> line.getTextFill();
        };
    }

    Paint ground(State state) {
        return switch (state) {
            case RUNNING -> runningGround.getTextFill();
            case FAILED -> failedGround.getTextFill();
            default -> ground.getTextFill();
        };
    }

    Paint ground() {
        return ground.getTextFill();
    }

    Paint inset() {
        return inset.getTextFill();
    }

    Paint focus() {
        return runningLine.getTextFill();
    }

    Paint of(State state) {
        return tones.get(state.tone()).getTextFill();
    }
}
