package companion.desktop.shell;

import companion.desktop.component.Ask;
import companion.desktop.component.EscapeScope;
import companion.desktop.component.Keys;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that work anywhere in the window. A letter never fires while somebody types. */
final class Shortcuts {
    private final ShellController shell;
    private final Scene scene;

    Shortcuts(ShellController shell, Scene scene) {
        this.shell = shell;
        this.scene = scene;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? withControl(event.getCode()) : plain(event);
        if (done) {
            event.consume();
        }
    }

    private boolean withControl(KeyCode code) {
        switch (code) {
            case K -> shell.openPalette();
            case ENTER -> shell.current().primary();
            case PLUS, EQUALS, ADD -> shell.appearance().zoom(1);
            case MINUS, SUBTRACT -> shell.appearance().zoom(-1);
            case DIGIT0, NUMPAD0 -> shell.appearance().resetZoom();
            default -> {
                int digit = code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '1' : -1;
                if (digit < 0 || digit >= ViewId.values().length) {
                    return false;
                }
                shell.open(ViewId.values()[digit]);
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        if (event.getCode() == KeyCode.F6) {
            shell.nextRegion(event.isShiftDown());
            return true;
        }
        if (event.getCode() == KeyCode.F11) {
            shell.wholeScreen();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE && (shell.isOverlayOpen() || !isOwnBusiness(scene.getFocusOwner()))) {
            shell.back();
            return true;
        }
        var focused = scene.getFocusOwner();
        boolean typing = focused != null && Keys.isTyping(focused);
        return !typing && !shell.isOverlayOpen() && shell.current().key(event.getCode());
    }

    /** Whether Esc means something to the control itself; lists take the key for nothing, so they are not asked. */
    private static boolean isOwnBusiness(@Nullable Node focused) {
        if (focused == null) {
            return false;
        }
        boolean showing = focused instanceof ComboBoxBase<?> box && box.isShowing();
        return showing || Keys.isTyping(focused) || isAsked(focused);
    }

    private static boolean isAsked(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof Ask ask) {
                return ask.isAsking();
            }
            if (node instanceof WriteSwitch writing) {
                return writing.isAsking();
            }
            if (node instanceof EscapeScope) {
                return true;
            }
        }
        return false;
    }

    private void typed(KeyEvent event) {
        var focused = scene.getFocusOwner();
        boolean typing = focused != null && Keys.isTyping(focused);
        if (event.isShortcutDown() || event.isAltDown() || shell.isOverlayOpen() || typing) {
            return;
        }
        if (shell.current().key(event.getCharacter())) {
            event.consume();
            return;
        }
        switch (event.getCharacter()) {
            case "?" -> shell.openKeys();
            case "/" -> shell.current().filter();
            case "r" -> shell.current().refresh();
            case "p" -> shell.header().clock().ifPresent(ClockControl::pause);
            case "+" -> shell.header().clock().ifPresent(clock -> clock.change(1));
            case "-" -> shell.header().clock().ifPresent(clock -> clock.change(-1));
            default -> {
                return;
            }
        }
        event.consume();
    }
}
