package companion.practice.world;

import java.time.Instant;

/** Worlds for tests: in memory, seeded, with time that passes only when the test says so. */
public final class TestWorlds {
    public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private TestWorlds() {}

    /** Time passes by {@link World#step} only. */
    public static World paused() {
        var world = World.inMemory(() -> START, () -> 0L, 42);
        world.start();
        world.setSpeed(Speed.PAUSED);
        return world;
    }

    /** Fires all planned work, as somebody who looks again and again at the instant speed sees it, and stays paused. */
    public static void settle(World world) throws Exception {
        world.setSpeed(Speed.INSTANT);
        for (int look = 0; look < 400; look++) {
            world.read(() -> null);
        }
        world.setSpeed(Speed.PAUSED);
    }
}
