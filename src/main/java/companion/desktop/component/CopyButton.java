package companion.desktop.component;

import companion.desktop.fx.Pulse;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Copies a text, and shows for two seconds that it did. */
public final class CopyButton extends Button {
    private final Icon icon = new Icon("mdi2c-content-copy", 14);
    private final String words;
    private final Pulse back = Pulse.every(Duration.ofSeconds(2), this::copied);
    private Supplier<String> text = () -> "";

    /**
     * @param words what is copied: {@code Copy the command}
     * @param label shown beside the icon; may be empty
     */
    public CopyButton(String words, String label) {
        super(label);
        this.words = words;
        setGraphic(icon);
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
        getStyleClass().addAll("flat", "small", "copy-button");
        if (label.isEmpty()) {
            getStyleClass().add("icon-only");
        }
        setOnAction(event -> copy());
    }

    public CopyButton(String words, Supplier<String> text) {
        this(words, "");
        copies(text);
    }

    /** Says where the text comes from when it is pressed. */
    public void copies(Supplier<String> source) {
        text = source;
    }

    private void copy() {
        Clip.copy(text.get());
        icon.setCode("mdi2c-check");
        setAccessibleText("Copied");
        back.run(true);
    }

    private void copied() {
        back.run(false);
        icon.setCode("mdi2c-content-copy");
        setAccessibleText(words);
    }
}
