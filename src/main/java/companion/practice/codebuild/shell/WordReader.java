package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads words: quotes, backslashes, and the expansions that begin with a dollar sign or a backtick. */
final class WordReader {
    private static final String BREAKS = " \t\r\n;&|()<>";

    /** What surrounds the text that is read. */
    private enum Quoting {
        NONE,
        INSIDE_DOUBLE,
        DOCUMENT
    }

    private final Source source;
    private final Dialect dialect;

    WordReader(Source source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    /** A word of a command; the source stands on its first character. */
    Word word() {
        return unquoted(c -> BREAKS.indexOf(c) >= 0);
    }

    Word regularExpression() {
        return unquoted(c -> " \t\n".indexOf(c) >= 0);
    }

    /** The body of a here-document: expansions count, quotes do not. */
    Word document() {
        return new Word(parts(c -> false, Quoting.DOCUMENT));
    }

    /** An operand inside <code>${…}</code>, up to one of the stops. */
    Word operand(String stops, boolean inDoubleQuotes) {
        return new Word(parts(c -> stops.indexOf(c) >= 0, inDoubleQuotes ? Quoting.INSIDE_DOUBLE : Quoting.NONE));
    }

    /** The expression of {@code $((…))}, with the closing parentheses. */
    Word sum() {
        int line = source.line();
        var parts = new ArrayList<Word.Part>();
        var text = new StringBuilder();
        for (int depth = 0; ; ) {
            if (source.atEnd()) {
                throw ShellSyntaxException.unclosed(dialect, ")", line);
            }
            char c = source.peek();
            if (depth == 0 && source.take("))")) {
                break;
            }
            if (c == '$' || c == '`') {
                flush(text, parts);
                parts.add(dollarOrBacktick(false));
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            text.append(source.next());
        }
        flush(text, parts);
        return new Word(List.of(new Word.DoubleQuoted(List.copyOf(parts))));
    }

    private Word unquoted(Predicate<Character> stop) {
        return new Word(parts(stop, Quoting.NONE));
    }

    private List<Word.Part> parts(Predicate<Character> stop, Quoting quoting) {
        boolean quoted = quoting != Quoting.NONE;
        var parts = new ArrayList<Word.Part>();
        var text = new StringBuilder();
        while (!source.atEnd() && !stop.test(source.peek())) {
            char c = source.peek();
            if (c == '\\') {
                source.next();
                backslash(text, parts, quoted);
            } else if (c == '\'' && !quoted) {
                flush(text, parts, false);
                parts.add(new Word.Quoted(singleQuoted()));
            } else if (c == '"' && quoting != Quoting.DOCUMENT) {
                flush(text, parts, quoted);
                parts.add(new Word.DoubleQuoted(doubleQuoted()));
            } else if (c == '$' || c == '`') {
                flush(text, parts, quoted);
                parts.add(dollarOrBacktick(quoted));
            } else {
                text.append(source.next());
            }
        }
        flush(text, parts, quoted);
        return List.copyOf(parts);
    }

    private void backslash(StringBuilder text, List<Word.Part> parts, boolean quoted) {
        char c = source.next();
        if (c == '\n') {
            return;
        }
        if (quoted) {
            text.append("$`\\\"}".indexOf(c) >= 0 ? "" : "\\").append(c == Source.END ? "" : c);
            return;
        }
        flush(text, parts, false);
        parts.add(new Word.Quoted(c == Source.END ? "\\" : String.valueOf(c)));
    }

    private String singleQuoted() {
        int line = source.line();
        source.next();
        int from = source.position();
        while (source.peek() != '\'') {
            if (source.atEnd()) {
                throw ShellSyntaxException.unclosed(dialect, "'", line);
            }
            source.next();
        }
        var text = source.between(from, source.position());
        source.next();
        return text;
    }

    private List<Word.Part> doubleQuoted() {
        int line = source.line();
        source.next();
        var parts = new ArrayList<Word.Part>();
        var text = new StringBuilder();
        while (source.peek() != '"') {
            if (source.atEnd()) {
                throw ShellSyntaxException.unclosed(dialect, "\"", line);
            }
            char c = source.peek();
            if (c == '\\') {
                source.next();
                char escaped = source.next();
                if (escaped != '\n') {
                    text.append("$`\"\\".indexOf(escaped) >= 0 ? "" : "\\").append(escaped);
                }
            } else if (c == '$' || c == '`') {
                flush(text, parts);
                parts.add(dollarOrBacktick(true));
            } else {
                text.append(source.next());
            }
        }
        source.next();
        flush(text, parts);
        return List.copyOf(parts);
    }

    private Word.Part dollarOrBacktick(boolean quoted) {
        if (source.peek() == '`') {
            return backticks();
        }
        source.next();
        if (source.take("((")) {
            return new Word.Sum(sum());
        }
        if (source.take("(")) {
            return new Word.Substitution(new Parser(source, dialect).substitution());
        }
        if (source.take("{")) {
            return new ParameterReader(source, dialect, this).braced(quoted);
        }
        var name = ParameterReader.name(source);
        if (name.isEmpty()) {
            return quoted ? new Word.Quoted("$") : new Word.Literal("$");
        }
        return new Word.Parameter(name, new Word.Plain());
    }

    private Word.Part backticks() {
        int line = source.line();
        source.next();
        var text = new StringBuilder();
        while (source.peek() != '`') {
            if (source.atEnd()) {
                throw ShellSyntaxException.unclosed(dialect, "`", line);
            }
            char c = source.next();
            if (c == '\\' && "`\\$".indexOf(source.peek()) >= 0) {
                c = source.next();
            }
            text.append(c);
        }
        source.next();
        return new Word.Substitution(new Parser(new Source(text.toString(), line), dialect).script());
    }

    private static void flush(StringBuilder text, List<Word.Part> parts) {
        flush(text, parts, true);
    }

    private static void flush(StringBuilder text, List<Word.Part> parts, boolean quoted) {
        if (!text.isEmpty()) {
            parts.add(quoted ? new Word.Quoted(text.toString()) : new Word.Literal(text.toString()));
            text.setLength(0);
        }
    }
}
