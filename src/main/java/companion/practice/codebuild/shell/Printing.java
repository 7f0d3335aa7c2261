package companion.practice.codebuild.shell;

import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;

/** The builtins {@code echo} and {@code printf}. */
final class Printing {
    private Printing() {}

    /** dash's echo always reads backslashes and knows no {@code -e}; bash's does so with {@code -e} only. */
    static int echo(List<String> arguments, Dialect dialect, Streams io) {
        boolean newline = true;
        boolean escapes = dialect == Dialect.DASH;
        int first = 0;
        while (first < arguments.size() && arguments.get(first).matches(dialect == Dialect.DASH ? "-n" : "-[neE]+")) {
            var option = arguments.get(first++);
            newline &= !option.contains("n");
            escapes = option.contains("e") || escapes && !option.contains("E");
        }
        var text = String.join(" ", arguments.subList(first, arguments.size()));
        if (escapes) {
            int stop = text.indexOf("\\c");
            newline &= stop < 0;
            text = unescape(stop < 0 ? text : text.substring(0, stop));
        }
        io.out().print(newline ? text + "\n" : text);
        return 0;
    }

    static int printf(List<String> arguments, String here, Streams io) {
        if (!arguments.isEmpty() && arguments.getFirst().equals("--")) {
            arguments = arguments.subList(1, arguments.size());
        }
        if (arguments.isEmpty()) {
            io.err().println(here + "printf: usage: printf [-v var] format [arguments]");
            return 2;
        }
        var format = arguments.getFirst();
        var values = arguments.subList(1, arguments.size());
        var out = new StringBuilder();
        var problem = new StringBuilder();
        int used = 0;
        do {
            int before = used;
            used = once(format, values, used, out, problem);
            if (used == before) {
                break;
            }
        } while (used < values.size());
        io.out().print(out.toString());
        if (!problem.isEmpty()) {
            io.err().println(here + "printf: " + problem);
            return 1;
        }
        return 0;
    }

    private static int once(String format, List<String> values, int used, StringBuilder out, StringBuilder problem) {
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '\\') {
                int end = escapeEnd(format, i);
                out.append(unescape(format.substring(i, end)));
                i = end - 1;
                continue;
            }
            if (c != '%') {
                out.append(c);
                continue;
            }
            int end = i + 1;
            while (end < format.length() && "-+ #0123456789.*".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            if (end >= format.length()) {
                out.append(format.substring(i));
                break;
            }
            char kind = format.charAt(end);
            if (kind == '%') {
                out.append('%');
            } else {
                var flags = format.substring(i + 1, end);
                if (flags.contains("*")) {
                    flags = flags.replace("*", used < values.size() ? values.get(used++) : "0");
                }
                var value = used < values.size() ? values.get(used) : "";
                used++;
                out.append(convert(kind, flags, value, problem));
            }
            i = end;
        }
        return used;
    }

    private static String convert(char kind, String flags, String value, StringBuilder problem) {
        try {
            return switch (kind) {
                case 's' -> String.format(Locale.ROOT, "%" + flags + "s", value);
                case 'b' -> String.format(Locale.ROOT, "%" + flags + "s", unescape(value));
                case 'q' -> value.matches("[\\w@%+=:,./-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
                case 'c' -> value.isEmpty() ? "" : value.substring(0, 1);
                case 'd', 'i', 'u' ->
                    String.format(Locale.ROOT, "%" + flags + "d", value.isBlank() ? 0L : Long.decode(value.strip()));
                case 'x', 'X', 'o' ->
                    String.format(Locale.ROOT, "%" + flags + kind, value.isBlank() ? 0L : Long.decode(value.strip()));
                case 'f', 'e', 'g', 'F', 'E', 'G' ->
                    String.format(
                            Locale.ROOT,
                            "%" + flags + Character.toLowerCase(kind),
                            value.isBlank() ? 0.0 : Double.parseDouble(value));
                default -> {
                    problem.append("`").append(kind).append("': invalid format character");
                    yield "";
                }
            };
        } catch (NumberFormatException e) {
            problem.append(value).append(": invalid number");
            return "0";
        } catch (IllegalFormatException e) {
            problem.append("%").append(flags).append(kind).append(": invalid directive");
            return "";
        }
    }

    private static int escapeEnd(String text, int backslash) {
        int end = backslash + 2;
        if (end <= text.length() && text.charAt(backslash + 1) >= '0' && text.charAt(backslash + 1) <= '7') {
            while (end < text.length() && end < backslash + 4 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                end++;
            }
        } else if (end <= text.length() && text.charAt(backslash + 1) == 'x') {
            while (end < text.length() && end < backslash + 4 && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
        }
        return Math.min(end, text.length());
    }

    /** Text with its backslash sequences replaced; unknown ones stay. */
    static String unescape(String text) {
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\' || i + 1 == text.length()) {
                result.append(text.charAt(i));
                continue;
            }
            int end = escapeEnd(text, i);
            var code = text.substring(i + 1, end);
            switch (code.charAt(0)) {
                case 'n' -> result.append('\n');
                case 't' -> result.append('\t');
                case 'r' -> result.append('\r');
                case 'a' -> result.append('\u0007');
                case 'b' -> result.append('\b');
                case 'f' -> result.append('\f');
                case 'v' -> result.append('\u000b');
                case 'e' -> result.append('\u001b');
                case '\\' -> result.append('\\');
                case '"' -> result.append('"');
                case 'x' -> result.append(code.length() > 1 ? (char) Integer.parseInt(code.substring(1), 16) : 'x');
                case '0', '1', '2', '3', '4', '5', '6', '7' -> result.append((char) Integer.parseInt(code, 8));
                default -> result.append('\\').append(code);
            }
            i = end - 1;
        }
        return result.toString();
    }
}
