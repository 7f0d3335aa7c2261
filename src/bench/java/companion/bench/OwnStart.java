package companion.bench;

import companion.Companion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The command {@code cloud} in this process, from the entry of the program's main method until it says where it is, which it does
 * when its port is open and its state is read. Prints the milliseconds and ends. Takes the command line of the program.
 */
public final class OwnStart {
    private OwnStart() {}

    public static void main(String[] args) throws Exception {
        var console = System.out;
        long start = System.nanoTime();
        System.setOut(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public void flush() {
                console.println((System.nanoTime() - start) / 1e6);
                Runtime.getRuntime().halt(0);
            }
        });
        Companion.main(args);
    }
}
