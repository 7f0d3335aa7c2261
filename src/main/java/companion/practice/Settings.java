package companion.practice;

import companion.practice.world.Speed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a practice cloud is started.
 *
 * @param port on loopback; 0 for any that is free
 * @param state the folder that keeps the journal; null for a cloud that is forgotten when it stops
 * @param speed of the clock; null goes on as the journal says, at ×1 for a new cloud
 * @param wallClock by which clients sign and credentials expire
 * @param nanoTime by which virtual time passes
 */
public record Settings(
        int port,
        @Nullable Path state,
        @Nullable Speed speed,
        InstantSource wallClock,
        LongSupplier nanoTime,
        SecureRandom random) {

    /** A cloud in memory on any port, by the system's clocks. */
    public static Settings inMemory() {
        return new Settings(0, null, null, InstantSource.system(), System::nanoTime, new SecureRandom());
    }

    public Settings withPort(int next) {
        return new Settings(next, state, speed, wallClock, nanoTime, random);
    }

    public Settings withState(@Nullable Path next) {
        return new Settings(port, next, speed, wallClock, nanoTime, random);
    }

    public Settings withSpeed(@Nullable Speed next) {
        return new Settings(port, state, next, wallClock, nanoTime, random);
    }
}
