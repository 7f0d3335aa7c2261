package companion.practice;

import companion.practice.world.Speed;
import java.time.Duration;
import java.time.Instant;

/** The hands of the practice cloud's clock, for whoever runs it. */
public interface PracticeClock {
    /** The clock's reading; waits for nobody. */
    Instant now();

    /** Waits for nobody. */
    Speed speed();

    /** Waits for what is being done in the cloud. */
    void setSpeed(Speed speed);

    /** Takes time forward at once, with everything that happens on the way; waits for it. */
    void step(Duration by);
}
