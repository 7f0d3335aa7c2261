package companion.desktop.wizard;

import java.util.function.BiFunction;

/**
 * Says how the newest call of a service and operation was answered: {@code answered 200 in 0.41 s}; empty if none was
 * made.
 */
@FunctionalInterface
public interface Answers extends BiFunction<String, String, String> {}
