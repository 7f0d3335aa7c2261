package companion.practice;

import companion.practice.world.Speed;
import java.time.Duration;
import java.time.Instant;

/** The hands of the practice cloud's clock, for whoever runs it. */
public interface PracticeClock {
    Instant now();

    Speed speed();

    void setSpeed(Speed speed);

    /** Takes time forward at once, with everything that happens on the way. */
    void step(Duration by);
}
