package companion.practice;

import companion.practice.world.World;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, once, under the world's lock. */
final class OnDemand<T> {
    private final World world;
    private final Supplier<? extends T> make;
    private @Nullable T made;

    OnDemand(World world, Supplier<? extends T> make) {
        this.world = world;
        this.make = make;
    }

    T get() {
        return world.underLock(() -> {
            var known = made;
            if (known == null) {
                known = make.get();
                made = known;
            }
            return known;
        });
    }
}
