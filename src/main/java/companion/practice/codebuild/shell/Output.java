package companion.practice.codebuild.shell;

import java.nio.charset.StandardCharsets;

/** Where a program writes. */
@FunctionalInterface
public interface Output {
    Output NOWHERE = bytes -> {};

    void write(byte[] bytes);

    default void print(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    default void println(String line) {
        print(line + "\n");
    }
}
