package companion.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where text goes: results to {@code out}, everything for people to {@code err}.
 *
 * @param live whether somebody watches {@code err} on a terminal that can redraw a line
 * @param colour whether it may be coloured
 */
public record Terminal(
        PrintStream out, PrintStream err, boolean live, boolean colour, Map<String, String> environment) {
    private static final Path STDERR = Path.of("/proc/self/fd/2");
    private static final Path STDOUT = Path.of("/proc/self/fd/1");

    /** The process's own. */
    public static Terminal system() {
        var environment = System.getenv();
        boolean live = isTerminal() && !"dumb".equals(environment.get("TERM"));
        boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(utf8(System.out), utf8(System.err), live, colour, environment);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /**
     * Java can tell whether both stdin and stdout are a terminal; stderr alone only where the system shows it as a
     * file.
     */
    private static boolean isTerminal() {
        return isTerminal(STDERR);
    }

    /** Whether results are seen on a terminal, and not piped to something or kept in a file. */
    static boolean showsResults() {
        return isTerminal(STDOUT) && !"dumb".equals(System.getenv("TERM"));
    }

    private static boolean isTerminal(Path descriptor) {
        if (Files.isSymbolicLink(descriptor)) {
            try {
                var target = Files.readSymbolicLink(descriptor).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        System.setProperty("jdk.console", "java.base");
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** The same without colours. */
    Terminal plain() {
        return new Terminal(out, err, live, false, environment);
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    String busy(String text) {
        return paint("36", text);
    }

    String warning(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
