package companion.practice;

import companion.practice.world.Speed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How to start a practice cloud.
 *
 * @param port on 127.0.0.1; 0 for the one it had the last time, or any that is free
 * @param state the folder that holds its state; null for a cloud that is forgotten when it stops
 * @param speed of its clock; null for the one it had when it stopped, which is 1 for a new one
 * @param wallClock real time, by which it is born and clients sign
 * @param nanoTime real time that passes, in nanoseconds
 * @param random for the secrets, and for the seed of everything else
 */
public record PracticeSettings(
        int port,
        @Nullable Path state,
        @Nullable Speed speed,
        InstantSource wallClock,
        LongSupplier nanoTime,
        SecureRandom random) {

    /** On the system's own clock. */
    public static PracticeSettings on(int port, @Nullable Path state, @Nullable Speed speed) {
        return new PracticeSettings(port, state, speed, InstantSource.system(), System::nanoTime, new SecureRandom());
    }
}
