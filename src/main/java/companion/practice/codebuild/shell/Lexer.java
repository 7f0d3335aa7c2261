package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into words and operators; words know their own quoting and expansions already. */
final class Lexer {
    private static final List<String> OPERATORS = List.of(
            "&>>", "<<<", "<<-", "&&", "||", ";;", "<<", ">>", ">&", "<&", "&>", ">|", "|&", ";", "&", "|", "(", ")",
            "<", ">", "\n");
    private static final List<String> BASH_ONLY = List.of("&>>", "&>", "|&");

    private final Source source;
    private final Dialect dialect;
    private final WordReader words;
    private final List<Node.HereDocument> pending = new ArrayList<>();

    Lexer(Source source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
        this.words = new WordReader(source, dialect);
    }

    /** Asks for the text that follows the current line. */
    void expect(Node.HereDocument document) {
        pending.add(document);
    }

    Token next() {
        skipBlanks();
        int line = source.line();
        if (source.atEnd()) {
            return new Token.End(line);
        }
        int fd = -1;
        if (Character.isDigit(source.peek()) && (source.peek(1) == '<' || source.peek(1) == '>')) {
            fd = source.next() - '0';
        }
        for (var symbol : OPERATORS) {
            if (source.startsWith(symbol) && !(dialect == Dialect.DASH && BASH_ONLY.contains(symbol))) {
                source.take(symbol);
                if (symbol.equals("\n")) {
                    readDocuments();
                }
                return new Token.Operator(symbol, fd, line);
            }
        }
        return new Token.Text(words.word(), line);
    }

    /** Text up to the next blank, taken as it stands: the regular expression after {@code =~}. */
    Word regularExpression() {
        skipBlanks();
        return words.regularExpression();
    }

    /** What stands before the closing {@code ))} of {@code ((}. */
    Word sum() {
        return words.sum();
    }

    boolean adjacent(char c) {
        return source.peek() == c;
    }

    private void skipBlanks() {
        while (true) {
            char c = source.peek();
            if (c == ' ' || c == '\t' || c == '\r') {
                source.next();
            } else if (c == '\\' && source.peek(1) == '\n') {
                source.take("\\\n");
            } else if (c == '#') {
                while (!source.atEnd() && source.peek() != '\n') {
                    source.next();
                }
            } else {
                return;
            }
        }
    }

    private void readDocuments() {
        for (var document : pending) {
            var body = new StringBuilder();
            int line = source.line();
            while (!source.atEnd()) {
                var text = source.restOfLine();
                text = document.stripTabs ? text.replaceFirst("^\t+", "") : text;
                if (text.equals(document.delimiter)) {
                    break;
                }
                body.append(text).append('\n');
            }
            document.body = document.literal
                    ? Word.of(body.toString())
                    : new WordReader(new Source(body.toString(), line), dialect).document();
        }
        pending.clear();
    }
}
