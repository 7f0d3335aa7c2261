package companion.desktop.shell;

import companion.desktop.context.AppContext;
import companion.desktop.fx.Background;
import companion.desktop.notify.Notice;
import companion.desktop.notify.Toasts;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened: in the window, and, if somebody works elsewhere, in its title, which is in the taskbar too, and by the
 * operating system.
 */
final class Attention {
    private final AppContext context;
    private final Toasts toasts;
    private final Node within;
    private @Nullable String title;

    /** @param within something in the window */
    Attention(AppContext context, Toasts toasts, Node within) {
        this.context = context;
        this.toasts = toasts;
        this.within = within;
        var window = within.sceneProperty().flatMap(Scene::windowProperty);
        window.flatMap(Window::focusedProperty).subscribe(this::looked);
        window.flatMap(Window::showingProperty).subscribe(this::looked);
    }

    void tell(Notice notice) {
        toasts.show(notice);
        if (notice.important() && isElsewhere()) {
            entitle(notice.title());
            Background.run("notice", () -> context.announce(notice.title(), notice.text()));
        }
    }

    private boolean isElsewhere() {
        var window = within.getScene() == null ? null : within.getScene().getWindow();
        boolean small = window instanceof Stage stage && stage.isIconified();
        return window == null || small || !window.isShowing() || !window.isFocused();
    }

    private void looked(@Nullable Boolean now) {
        if (Boolean.TRUE.equals(now)) {
            quiet();
        }
    }

    private void entitle(String words) {
        if (within.getScene() != null && within.getScene().getWindow() instanceof Stage stage) {
            title = title == null ? stage.getTitle() : title;
            stage.setTitle(title == null ? words : words + " – " + title);
        }
    }

    /** Somebody looks again. */
    private void quiet() {
        if (title != null && within.getScene().getWindow() instanceof Stage stage) {
            stage.setTitle(title);
            title = null;
        }
    }
}
