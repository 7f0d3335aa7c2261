package companion.practice.codebuild.shell;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of <code>${…}</code>. */
final class Parameters {
    private final ShellState state;
    private final Machine machine;
    private final Expander expander;

    Parameters(ShellState state, Machine machine, Expander expander) {
        this.state = state;
        this.machine = machine;
        this.expander = expander;
    }

    /** Whether the operand stands in for the value: then the caller expands it in place. */
    boolean usesOperand(String name, Word.Substitute operation) {
        return switch (operation.symbol()) {
            case '-' -> isMissing(name, operation.colon());
            case '+' -> !isMissing(name, operation.colon());
            default -> false;
        };
    }

    String value(Word.Parameter parameter) {
        var name = parameter.name();
        return switch (parameter.operation()) {
            case Word.Plain plain -> required(name);
            case Word.Length length -> Integer.toString(required(name).length());
            case Word.Substitute operation -> substitute(name, operation);
            case Word.Trim trim -> trim(required(name), trim);
            case Word.Replace replace -> replace(required(name), replace);
            case Word.Slice slice -> slice(required(name), slice);
            case Word.Recase recase -> recase(required(name), recase);
            case Word.Bad bad -> throw bad();
        };
    }

    private ShellError bad() {
        return state.dialect == Dialect.DASH
                ? new ShellError(state.here() + "Bad substitution", 2)
                : new ShellError(state.here() + "bad substitution", 1);
    }

    private boolean isMissing(String name, boolean orEmpty) {
        var value = state.value(name);
        return value == null || orEmpty && value.isEmpty();
    }

    private String required(String name) {
        var value = state.value(name);
        if (value == null && state.nounset && !name.equals("@") && !name.equals("*")) {
            throw state.dialect == Dialect.DASH
                    ? new ShellError(state.here() + name + ": parameter not set", 2)
                    : new ShellError(state.here() + name + ": unbound variable", 1);
        }
        return value == null ? "" : value;
    }

    private String substitute(String name, Word.Substitute operation) {
        if (!isMissing(name, operation.colon())) {
            return operation.symbol() == '+' ? "" : String.valueOf(state.value(name));
        }
        switch (operation.symbol()) {
            case '=' -> {
                var value = expander.text(operation.operand());
                state.variables.set(name, value);
                return value;
            }
            case '?' -> {
                var message = expander.text(operation.operand());
                throw new ShellError(
                        state.here() + name + ": " + (message.isEmpty() ? "parameter null or not set" : message),
                        state.dialect == Dialect.DASH ? 2 : 1);
            }
            default -> {
                return "";
            }
        }
    }

    private String trim(String value, Word.Trim trim) {
        var pattern = Glob.compile(expander.pattern(trim.pattern()), true);
        for (int i = 0; i <= value.length(); i++) {
            // A short match keeps as much of the value as it can, a long one as little.
            int kept = trim.longest() ? i : value.length() - i;
            var cut = trim.suffix() ? value.substring(kept) : value.substring(0, value.length() - kept);
            if (pattern.matcher(machine.budget().guard(cut)).matches()) {
                return trim.suffix() ? value.substring(0, kept) : value.substring(value.length() - kept);
            }
        }
        return value;
    }

    private String replace(String value, Word.Replace replace) {
        var glob = Glob.compile(expander.pattern(replace.pattern()), true).pattern();
        if (glob.isEmpty()) {
            return value;
        }
        var regex = switch (replace.anchor()) {
            case '#' -> "\\A(?:" + glob + ")";
            case '%' -> "(?:" + glob + ")\\z";
            default -> glob;
        };
        var matcher =
                Pattern.compile(regex, Pattern.DOTALL).matcher(machine.budget().guard(value));
        var replacement = Matcher.quoteReplacement(expander.text(replace.replacement()));
        return replace.all() ? matcher.replaceAll(replacement) : matcher.replaceFirst(replacement);
    }

    private String slice(String value, Word.Slice slice) {
        long offset = expander.sum(slice.offset());
        int from = Math.clamp(offset < 0 ? value.length() + offset : offset, 0, value.length());
        if (slice.length() == null) {
            return value.substring(from);
        }
        long length = expander.sum(slice.length());
        long to = length < 0 ? value.length() + length : from + length;
        if (to < from) {
            throw new ShellError(state.here() + length + ": substring expression < 0", 1);
        }
        return value.substring(from, (int) Math.min(to, value.length()));
    }

    private static String recase(String value, Word.Recase recase) {
        int end = recase.all() ? value.length() : Math.min(1, value.length());
        var changed = value.substring(0, end);
        return (recase.upper() ? changed.toUpperCase(Locale.ROOT) : changed.toLowerCase(Locale.ROOT))
                + value.substring(end);
    }
}
