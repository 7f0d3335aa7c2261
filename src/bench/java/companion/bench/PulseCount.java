package companion.bench;

import javafx.animation.AnimationTimer;

/** Tells once so many pulses are over: the pulse after the last of them has begun. */
final class PulseCount extends AnimationTimer {
    private final Runnable over;
    private int left;

    PulseCount(int count, Runnable over) {
        this.left = count;
        this.over = over;
    }

    @Override
    public void handle(long now) {
        if (left-- == 0) {
            stop();
            over.run();
        }
    }
}
