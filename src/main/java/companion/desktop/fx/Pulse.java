package companion.desktop.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Repeats something small on the JavaFX thread, such as a running time, until it is stopped. */
public final class Pulse {
    private final Timeline timeline;

    private Pulse(Timeline timeline) {
        this.timeline = timeline;
    }

    public static Pulse every(java.time.Duration period, Runnable work) {
        var timeline = new Timeline(new KeyFrame(Duration.millis(period.toMillis()), event -> work.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        return new Pulse(timeline);
    }

    /** Starts or stops it; asking twice is the same as once. */
    public void run(boolean on) {
        if (on) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}
