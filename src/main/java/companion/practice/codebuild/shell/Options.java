package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;

/** The builtin {@code set}. */
final class Options {
    private Options() {}

    static int set(ShellState state, List<String> arguments, Streams io) {
        if (arguments.isEmpty()) {
            state.variables.everything().forEach((name, value) -> io.out().println(name + "='" + value + "'"));
            return 0;
        }
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (word.equals("--")) {
                state.arguments = new ArrayList<>(arguments.subList(i + 1, arguments.size()));
                return 0;
            }
            if (!word.startsWith("-") && !word.startsWith("+")) {
                state.arguments = new ArrayList<>(arguments.subList(i, arguments.size()));
                return 0;
            }
            boolean on = word.startsWith("-");
            for (char letter : word.substring(1).toCharArray()) {
                boolean known = letter == 'o'
                        ? i + 1 < arguments.size() && byName(state, arguments.get(++i), on)
                        : byLetter(state, letter, on);
                if (!known) {
                    var option =
                            letter == 'o' ? "-o " + arguments.get(Math.min(i, arguments.size() - 1)) : "-" + letter;
                    throw new ShellError(
                            state.here() + "set: "
                                    + (state.dialect == Dialect.DASH
                                            ? "Illegal option " + option
                                            : option + ": invalid option"),
                            2);
                }
            }
        }
        return 0;
    }

    private static boolean byLetter(ShellState state, char letter, boolean on) {
        switch (letter) {
            case 'e' -> state.errexit = on;
            case 'u' -> state.nounset = on;
            case 'x' -> state.xtrace = on;
            case 'f' -> state.noglob = on;
            case 'a', 'b', 'h', 'm', 'n', 'v', 'B', 'C', 'E', 'H', 'T' -> {
                // Accepted; nothing in a build depends on them.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean byName(ShellState state, String name, boolean on) {
        switch (name) {
            case "errexit" -> state.errexit = on;
            case "nounset" -> state.nounset = on;
            case "xtrace" -> state.xtrace = on;
            case "noglob" -> state.noglob = on;
            case "pipefail" -> {
                if (state.dialect == Dialect.DASH) {
                    return false;
                }
                state.pipefail = on;
            }
            case "posix", "verbose", "errtrace" -> {
                // Accepted; nothing in a build depends on them.
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
