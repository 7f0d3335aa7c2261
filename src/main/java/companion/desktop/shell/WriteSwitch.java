package companion.desktop.shell;

import companion.desktop.component.Buttons;
import companion.desktop.component.Icon;
import companion.desktop.component.Labels;
import companion.desktop.context.Connection;
import companion.desktop.context.ReadOnly;
import companion.desktop.fx.FxThread;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/**
 * Where the practice clock would be, for a real account: whether what is looked at can be acted on. Turning read-only off asks
 * once, in place, and names the account.
 */
final class WriteSwitch extends HBox {
    private final ReadOnly readOnly;
    private final Connection connection;
    private final Runnable unlisten;
    private final Runnable resized;
    private boolean asking;
    private String subject = "";

    /** @param resized told when it began to ask, which takes more room, or ended */
    WriteSwitch(ReadOnly readOnly, Connection connection, Runnable resized) {
        this.readOnly = readOnly;
        this.connection = connection;
        this.resized = resized;
        getStyleClass().add("write-switch");
        setAlignment(Pos.CENTER_LEFT);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && asking) {
                ask(false);
                event.consume();
            }
        });
        unlisten = readOnly.listen(() -> FxThread.run(this::paint));
        paint();
    }

    void close() {
        unlisten.run();
    }

    /** @param words what it speaks of, where not all of the window is meant: {@code Live view}; else empty */
    void of(String words) {
        if (!words.equals(subject)) {
            subject = words;
            paint();
        }
    }

    /** Whether it waits for an answer, so that Esc is its own. */
    boolean isAsking() {
        return asking;
    }

    private void ask(boolean on) {
        asking = on;
        paint();
        resized.run();
        getChildren().getLast().requestFocus();
    }

    private void paint() {
        if (asking) {
            var question = Labels.of("Act on " + connection.named() + "?", "small", "strong");
            question.setMinWidth(USE_PREF_SIZE);
            var yes = Buttons.small("Allow acts", "mdi2l-lock-open-outline", () -> {
                asking = false;
                readOnly.turn(false);
                resized.run();
            });
            yes.getStyleClass().add("danger");
            yes.setAccessibleText("Act on " + connection.named() + "? Allow acts");
            getChildren().setAll(question, yes, Buttons.small("Keep read-only", "", () -> ask(false)));
            return;
        }
        var badge = readOnly.isOn()
                ? new StatusBadge(State.Tone.NEUTRAL, new Icon("mdi2l-lock-outline", 12), name("Read-only"))
                : new StatusBadge(State.Tone.WARNING, new Icon("mdi2p-pencil-outline", 12), name("Real account, can write"));
        getChildren().setAll(badge);
        if (readOnly.canWrite()) {
            var turn = readOnly.isOn()
                    ? Buttons.small("Allow acts…", "", () -> ask(true))
                    : Buttons.small("Make read-only", "", () -> readOnly.turn(true));
            turn.getStyleClass().add("flat");
            getChildren().add(turn);
        }
    }

    private String name(String state) {
        return subject.isEmpty() ? state : subject + ": " + state.substring(0, 1).toLowerCase(Locale.ROOT) + state.substring(1);
    }
}
