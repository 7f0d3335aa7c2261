package companion.practice.codebuild.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The integer expressions of {@code $((…))}, by precedence climbing. */
final class Arithmetic {
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("|"),
            List.of("^"),
            List.of("&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final String text;
    private final ShellState state;
    private int at;

    Arithmetic(String text, ShellState state) {
        this.text = text;
        this.state = state;
    }

    long value() {
        skip();
        if (at == text.length()) {
            return 0;
        }
        long value = assignment();
        if (at < text.length()) {
            throw error();
        }
        return value;
    }

    private long assignment() {
        int start = at;
        var name = name();
        if (!name.isEmpty()) {
            for (var operator : List.of("=", "+=", "-=", "*=", "/=", "%=")) {
                if (text.startsWith(operator, at) && !text.startsWith("==", at)) {
                    take(operator);
                    long right = assignment();
                    long value = operator.equals("=") ? right : apply(operator.substring(0, 1), variable(name), right);
                    state.variables.set(name, Long.toString(value));
                    return value;
                }
            }
        }
        at = start;
        return ternary();
    }

    private long ternary() {
        long condition = binary(0);
        if (!take("?")) {
            return condition;
        }
        long yes = assignment();
        if (!take(":")) {
            throw error();
        }
        long no = assignment();
        return condition != 0 ? yes : no;
    }

    private long binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        long left = binary(level + 1);
        for (var operator = operator(level); operator != null; operator = operator(level)) {
            take(operator);
            left = apply(operator, left, binary(level + 1));
        }
        return left;
    }

    private @Nullable String operator(int level) {
        for (var operator : LEVELS.get(level)) {
            char after = at + operator.length() < text.length() ? text.charAt(at + operator.length()) : ' ';
            boolean doubled = after == operator.charAt(0) && "|&<>".indexOf(after) >= 0;
            boolean longer = operator.length() == 1 && (doubled || after == '=' && "<>!".contains(operator));
            if (text.startsWith(operator, at) && !longer) {
                return operator;
            }
        }
        return null;
    }

    private long unary() {
        if (text.startsWith("++", at) || text.startsWith("--", at)) {
            long step = text.charAt(at) == '+' ? 1 : -1;
            at += 2;
            skip();
            return store(name(), step);
        }
        if (take("-")) {
            return -unary();
        }
        if (take("+")) {
            return unary();
        }
        if (take("!")) {
            return unary() == 0 ? 1 : 0;
        }
        if (take("~")) {
            return ~unary();
        }
        return primary();
    }

    private long primary() {
        if (take("(")) {
            long value = assignment();
            if (!take(")")) {
                throw error();
            }
            return value;
        }
        take("$");
        var name = name();
        if (!name.isEmpty()) {
            long value = variable(name);
            if (text.startsWith("++", at) || text.startsWith("--", at)) {
                store(name, text.charAt(at) == '+' ? 1 : -1);
                at += 2;
                skip();
            }
            return value;
        }
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw error();
        }
        var digits = text.substring(start, at);
        skip();
        return number(digits);
    }

    private long store(String name, long step) {
        long value = variable(name) + step;
        state.variables.set(name, Long.toString(value));
        return value;
    }

    private long variable(String name) {
        var value = state.value(name);
        return value == null || value.isBlank() ? 0 : number(value.strip());
    }

    private long number(String digits) {
        try {
            return digits.length() > 1
                            && digits.startsWith("0")
                            && digits.chars().allMatch(Character::isDigit)
                    ? Long.parseLong(digits, 8)
                    : Long.decode(digits);
        } catch (NumberFormatException e) {
            throw error();
        }
    }

    private long apply(String operator, long left, long right) {
        if ((operator.equals("/") || operator.equals("%")) && right == 0) {
            throw state.dialect == Dialect.DASH
                    ? new ShellError(state.here() + "arithmetic expression: division by zero: \"" + text + "\"", 2)
                    : new ShellError(state.here() + text + ": division by 0", 1);
        }
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private String name() {
        int start = at;
        while (at < text.length() && ParameterReader.isNameCharacter(text.charAt(at), at == start)) {
            at++;
        }
        var name = text.substring(start, at);
        skip();
        return name;
    }

    private boolean take(String symbol) {
        if (!text.startsWith(symbol, at)) {
            return false;
        }
        at += symbol.length();
        skip();
        return true;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ShellError error() {
        return state.dialect == Dialect.DASH
                ? new ShellError(state.here() + "arithmetic expression: expecting primary: \"" + text + "\"", 2)
                : new ShellError(state.here() + text + ": syntax error: operand expected", 1);
    }
}
