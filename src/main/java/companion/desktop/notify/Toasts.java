package companion.desktop.notify;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Notices at the lower right of the window, the newest below. They take no focus and go by themselves. */
public final class Toasts extends VBox {
    private static final int MOST = 4;
    private static final Duration IMPORTANT = Duration.seconds(12);
    private static final Duration PASSING = Duration.seconds(3);

    public Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    public void show(Notice notice) {
        var toast = new Toast[1];
        Runnable away = () -> getChildren().remove(toast[0]);
        toast[0] = new Toast(notice, away);
        getChildren().add(toast[0]);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        var stay = new PauseTransition(notice.important() ? IMPORTANT : PASSING);
        // Somebody who reads it is not done with it.
        stay.setOnFinished(event -> {
            if (toast[0].isHover()) {
                stay.playFromStart();
            } else {
                away.run();
            }
        });
        stay.play();
    }

    /** Sends all of them away. */
    public void clear() {
        getChildren().clear();
    }
}
