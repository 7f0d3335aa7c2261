package companion.practice.codebuild.shell;

import org.jspecify.annotations.Nullable;

/** Reads what stands between <code>${</code> and <code>}</code>. */
final class ParameterReader {
    private static final String SPECIAL = "@*#?$!-";

    private final Source source;
    private final Dialect dialect;
    private final WordReader words;

    ParameterReader(Source source, Dialect dialect, WordReader words) {
        this.source = source;
        this.dialect = dialect;
        this.words = words;
    }

    /** A variable's name, one digit or one special character; empty if there is none. */
    static String name(Source source) {
        char first = source.peek();
        if (Character.isDigit(first) || SPECIAL.indexOf(first) >= 0) {
            return String.valueOf(source.next());
        }
        var name = new StringBuilder();
        while (isNameCharacter(source.peek(), name.isEmpty())) {
            name.append(source.next());
        }
        return name.toString();
    }

    static boolean isNameCharacter(char c, boolean first) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || !first && c >= '0' && c <= '9';
    }

    Word.Part braced(boolean quoted) {
        int line = source.line();
        boolean length = source.peek() == '#' && source.peek(1) != '}';
        if (length) {
            source.next();
        }
        var name = name(source);
        while (Character.isDigit(source.peek()) && !name.isEmpty() && Character.isDigit(name.charAt(0))) {
            name += source.next();
        }
        Word.Operation operation = name.isEmpty() ? new Word.Bad() : length ? new Word.Length() : operation(quoted);
        if (source.peek() != '}') {
            operation = new Word.Bad();
            words.operand("}", quoted);
        }
        if (source.atEnd()) {
            throw ShellSyntaxException.unclosed(dialect, "}", line);
        }
        source.next();
        return new Word.Parameter(name, operation);
    }

    private Word.Operation operation(boolean quoted) {
        char c = source.peek();
        if (c == '}') {
            return new Word.Plain();
        }
        boolean colon = c == ':' && "-=+?".indexOf(source.peek(1)) >= 0;
        if (colon || "-=+?".indexOf(c) >= 0) {
            if (colon) {
                source.next();
            }
            return new Word.Substitute(source.next(), colon, words.operand("}", quoted));
        }
        if (c == '%' || c == '#') {
            source.next();
            boolean longest = source.peek() == c;
            if (longest) {
                source.next();
            }
            return new Word.Trim(c == '%', longest, words.operand("}", false));
        }
        return dialect == Dialect.DASH ? new Word.Bad() : extension(c, quoted);
    }

    private Word.Operation extension(char c, boolean quoted) {
        switch (c) {
            case '/' -> {
                source.next();
                boolean all = source.take("/");
                char anchor = !all && (source.peek() == '#' || source.peek() == '%') ? source.next() : 0;
                var pattern = words.operand("/}", false);
                var replacement = source.take("/") ? words.operand("}", quoted) : Word.of("");
                return new Word.Replace(all, anchor, pattern, replacement);
            }
            case ':' -> {
                source.next();
                var offset = words.operand(":}", true);
                @Nullable Word length = source.take(":") ? words.operand("}", true) : null;
                return new Word.Slice(offset, length);
            }
            case '^', ',' -> {
                source.next();
                return new Word.Recase(c == '^', source.take(String.valueOf(c)));
            }
            default -> {
                return new Word.Bad();
            }
        }
    }
}
