package companion.practice.codebuild.shell;

/** A script that cannot be parsed. Its message is worded as the shell words it, without the place. */
final class ShellSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    private ShellSyntaxException(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    static ShellSyntaxException unexpected(Dialect dialect, String token, int line) {
        if (dialect == Dialect.BASH) {
            return new ShellSyntaxException(
                    line, "syntax error near unexpected token `" + (token.equals("\n") ? "newline" : token) + "'");
        }
        return new ShellSyntaxException(
                line,
                "Syntax error: "
                        + switch (token) {
                            case "\n" -> "newline";
                            case "<", ">", "<<", ">>", "<<<" -> "redirection";
                            default -> "\"" + token + "\"";
                        }
                        + " unexpected");
    }

    static ShellSyntaxException end(Dialect dialect, int line) {
        return new ShellSyntaxException(
                line,
                dialect == Dialect.BASH
                        ? "syntax error: unexpected end of file"
                        : "Syntax error: end of file unexpected");
    }

    static ShellSyntaxException unclosed(Dialect dialect, String quote, int line) {
        return new ShellSyntaxException(
                line,
                dialect == Dialect.BASH
                        ? "unexpected EOF while looking for matching `" + quote + "'"
                        : "Syntax error: Unterminated quoted string");
    }

    int line() {
        return line;
    }
}
