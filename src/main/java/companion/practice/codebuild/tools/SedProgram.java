package companion.practice.codebuild.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands of {@code sed}, and their parser. */
final class SedProgram {

    /** Which lines a command is for. */
    sealed interface Address {}

    record Line(int number) implements Address {}

    record Last() implements Address {}

    record Matching(Pattern pattern) implements Address {}

    record Step(int first, int by) implements Address {}

    /** @param to null unless it is a range */
    record Command(@Nullable Address from, @Nullable Address to, boolean negated, Action action) {}

    sealed interface Action {}

    record Substitute(Pattern pattern, String replacement, int occurrence, boolean all, boolean print)
            implements Action {}

    record Transliterate(String from, String to) implements Action {}

    /** {@code a}, {@code i} or {@code c}. */
    record Insert(char where, String text) implements Action {}

    /**
     * {@code d}, {@code p}, {@code q}, {@code n}, {@code N}, {@code G}, {@code h}, {@code H}, {@code g}, {@code x},
     * {@code =}.
     */
    record Simple(char letter) implements Action {}

    record Block(List<Command> commands) implements Action {}

    private final String text;
    private final boolean extended;
    private int at;

    private SedProgram(String text, boolean extended) {
        this.text = text;
        this.extended = extended;
    }

    static List<Command> parse(String text, boolean extended) throws ToolException {
        var parser = new SedProgram(text, extended);
        var commands = parser.commands(false);
        if (parser.at < text.length()) {
            throw parser.problem("unexpected `}'");
        }
        return commands;
    }

    private List<Command> commands(boolean inBlock) throws ToolException {
        var commands = new ArrayList<Command>();
        while (true) {
            while (at < text.length() && " \t\n;".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at == text.length() || text.charAt(at) == '}') {
                if (inBlock && at == text.length()) {
                    throw problem("unmatched `{'");
                }
                return commands;
            }
            if (text.charAt(at) == '#') {
                restOfLine();
            } else {
                commands.add(command());
            }
        }
    }

    private Command command() throws ToolException {
        var from = address();
        @Nullable Address to = null;
        if (from != null && peek() == ',') {
            at++;
            to = address();
            if (to == null) {
                throw problem("unexpected `,'");
            }
        }
        skipSpaces();
        boolean negated = peek() == '!';
        if (negated) {
            at++;
            skipSpaces();
        }
        return new Command(from, to, negated, action());
    }

    private @Nullable Address address() throws ToolException {
        skipSpaces();
        char c = peek();
        if (Character.isDigit(c)) {
            int first = number();
            if (peek() == '~') {
                at++;
                return new Step(first, number());
            }
            return new Line(first);
        }
        if (c == '$') {
            at++;
            return new Last();
        }
        if (c == '/' || c == '\\') {
            at += c == '\\' ? 1 : 0;
            char delimiter = text.charAt(at++);
            var regex = until(delimiter);
            boolean ignoreCase = peek() == 'I';
            at += ignoreCase ? 1 : 0;
            return new Matching(Posix.compile(regex, extended, ignoreCase));
        }
        return null;
    }

    private Action action() throws ToolException {
        char letter = peek();
        at++;
        return switch (letter) {
            case 's' -> substitute();
            case 'y' -> {
                char delimiter = text.charAt(at++);
                var from = until(delimiter);
                var to = until(delimiter);
                if (from.length() != to.length()) {
                    throw problem("strings for `y' command are different lengths");
                }
                yield new Transliterate(from, to);
            }
            case 'a', 'i', 'c' -> {
                skipSpaces();
                if (peek() == '\\') {
                    at++;
                    if (peek() == '\n') {
                        at++;
                    }
                }
                yield new Insert(letter, restOfLine());
            }
            case '{' -> {
                var commands = commands(true);
                at++;
                yield new Block(List.copyOf(commands));
            }
            case 'd', 'p', 'q', 'n', 'N', 'D', 'P', 'G', 'h', 'H', 'g', 'x', '=' -> {
                end();
                yield new Simple(letter);
            }
            case '\0' -> throw problem("missing command");
            default -> throw problem("unknown command: `" + letter + "'");
        };
    }

    private Action substitute() throws ToolException {
        if (at >= text.length()) {
            throw problem("unterminated `s' command");
        }
        char delimiter = text.charAt(at++);
        var regex = until(delimiter);
        var replacement = until(delimiter);
        boolean all = false;
        boolean print = false;
        boolean ignoreCase = false;
        int occurrence = 1;
        while (at < text.length() && "gpiIme0123456789".indexOf(peek()) >= 0) {
            char flag = peek();
            if (Character.isDigit(flag)) {
                occurrence = number();
                continue;
            }
            at++;
            all |= flag == 'g';
            print |= flag == 'p';
            ignoreCase |= flag == 'i' || flag == 'I';
            if (flag == 'e') {
                throw problem("e/r/w commands disabled in sandbox mode");
            }
        }
        end();
        return new Substitute(Posix.compile(regex, extended, ignoreCase), replacement, occurrence, all, print);
    }

    private void end() throws ToolException {
        skipSpaces();
        if (at < text.length() && ";\n}#".indexOf(peek()) < 0) {
            throw problem("extra characters after command");
        }
    }

    /** Text up to a delimiter; a backslash before the delimiter itself goes away. */
    private String until(char delimiter) throws ToolException {
        var part = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw problem("unterminated `s' command");
            }
            char c = text.charAt(at++);
            if (c == delimiter) {
                return part.toString();
            }
            if (c == '\\' && at < text.length()) {
                char next = text.charAt(at++);
                part.append(next == delimiter ? "" : "\\").append(next);
            } else {
                part.append(c);
            }
        }
    }

    private String restOfLine() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        var rest = text.substring(at, end);
        at = end;
        return rest;
    }

    private int number() {
        int start = at;
        while (Character.isDigit(peek())) {
            at++;
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpaces() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private ToolException problem(String message) {
        return new ToolException("-e expression #1, char " + Math.min(at, text.length()) + ": " + message);
    }
}
