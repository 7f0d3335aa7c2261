package companion.practice.world;

import org.jspecify.annotations.Nullable;

/**
 * Applies one kind of {@link Command}. It runs under the world's lock, live and again at each replay, so it must depend on
 * nothing but the command, the state of the rooms, {@link World#now()}, {@link World#ids()} and {@link World#input}.
 */
@FunctionalInterface
public interface CommandHandler {

    /**
     * Applies the command.
     *
     * @return what the caller of {@link World#submit} gets; ignored at replay
     * @throws Exception what the caller gets instead; at replay it is expected again and ignored
     */
    @Nullable Object apply(Command command) throws Exception;
}
