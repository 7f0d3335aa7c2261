package companion.practice.codebuild.tools.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an awk program into tokens. */
final class Tokens {

    enum Kind {
        NUMBER,
        TEXT,
        REGEX,
        NAME,
        /** A name right before a parenthesis. */
        FUNCTION,
        SYMBOL,
        NEWLINE,
        END
    }

    record Token(Kind kind, String text) {}

    private static final List<String> SYMBOLS = List.of(
            "&&", "||", "==", "!=", "<=", ">=", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "!~", "**", "{", "}",
            "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", ">", "<", "|", "?", ":", "~", "$", "=");
    /** After these a slash divides; anywhere else it begins a regular expression. */
    private static final Set<String> OPERAND_ENDS = Set.of(")", "]", "++", "--", "$");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        var lexer = new Tokens(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                add(Kind.NEWLINE, "\n", 1);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
            } else if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == '"') {
                string();
            } else if (c == '/' && !afterOperand()) {
                regex();
            } else if (Character.isDigit(c)
                    || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
                number();
            } else if (Character.isLetter(c) || c == '_') {
                name();
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Kind.END, ""));
    }

    private boolean afterOperand() {
        if (tokens.isEmpty()) {
            return false;
        }
        var last = tokens.getLast();
        return switch (last.kind()) {
            case NUMBER, TEXT, REGEX, NAME -> true;
            case SYMBOL -> OPERAND_ENDS.contains(last.text());
            default -> false;
        };
    }

    private void string() {
        var value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                value.append(c);
                continue;
            }
            char next = text.charAt(at++);
            value.append(
                    switch (next) {
                        case 'n' -> "\n";
                        case 't' -> "\t";
                        case 'r' -> "\r";
                        case '"', '\\', '/' -> String.valueOf(next);
                        default -> "\\" + next;
                    });
        }
        if (at == text.length()) {
            throw new AwkException("unterminated string");
        }
        add(Kind.TEXT, value.toString(), 1);
    }

    private void regex() {
        int start = ++at;
        boolean inBrackets = false;
        while (at < text.length() && (text.charAt(at) != '/' || inBrackets)) {
            char c = text.charAt(at);
            if (c == '\n') {
                throw new AwkException("unterminated regexp");
            }
            at += c == '\\' ? 2 : 1;
            inBrackets = c == '[' || inBrackets && c != ']';
        }
        if (at >= text.length()) {
            throw new AwkException("unterminated regexp");
        }
        add(Kind.REGEX, text.substring(start, at), 1);
    }

    private void number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length()
                && "eE".indexOf(text.charAt(at)) >= 0
                && text.substring(at).matches("(?s)[eE][+-]?\\d.*")) {
            at += 2;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
        }
        add(Kind.NUMBER, text.substring(start, at), 0);
    }

    private void name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        boolean call = at < text.length() && text.charAt(at) == '(';
        add(call ? Kind.FUNCTION : Kind.NAME, text.substring(start, at), 0);
    }

    private void symbol() {
        for (var symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                add(Kind.SYMBOL, symbol.equals("**") ? "^" : symbol, symbol.length());
                return;
            }
        }
        throw new AwkException("syntax error at source line 1: unexpected character '" + text.charAt(at) + "'");
    }

    private void add(Kind kind, String value, int step) {
        tokens.add(new Token(kind, value));
        at += step;
    }
}
