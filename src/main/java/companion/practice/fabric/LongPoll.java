package companion.practice.fabric;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A call that waits, in real time, for something to be there before it changes anything. While it waits it holds up nobody,
 * and a call that waits in vain leaves no trace in the journal.
 *
 * @param ready whether the call has something to do now; asked under the world's lock, again after each {@link
 *     companion.practice.world.World#stir}
 * @param atMost zero for a call that takes only what is there
 * @param empty the answer of a call that waited in vain
 */
public record LongPoll(BooleanSupplier ready, Duration atMost, SdkPojo empty) {

    /** A room that has such calls. */
    @FunctionalInterface
    public interface Room {

        /**
         * What a call waits for. Under the world's lock. Throws what the call would throw.
         *
         * @return null for a call that is worked at once
         */
        @Nullable LongPoll longPoll(SdkPojo request);
    }
}
