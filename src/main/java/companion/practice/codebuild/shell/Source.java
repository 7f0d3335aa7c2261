package companion.practice.codebuild.shell;

/** A place in the text of a script. */
final class Source {
    static final char END = '\uffff';

    private final String text;
    private int at;
    private int line;

    Source(String text, int firstLine) {
        this.text = text;
        this.line = firstLine;
    }

    int line() {
        return line;
    }

    int position() {
        return at;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    char next() {
        char c = peek();
        if (c != END) {
            at++;
            if (c == '\n') {
                line++;
            }
        }
        return c;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** Steps over a text if it comes next. */
    boolean take(String expected) {
        if (!startsWith(expected)) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            next();
        }
        return true;
    }

    /** The rest of the line, without its end, which is stepped over too. */
    String restOfLine() {
        var rest = new StringBuilder();
        while (!atEnd() && peek() != '\n') {
            rest.append(next());
        }
        next();
        return rest.toString();
    }

    String between(int from, int to) {
        return text.substring(from, to);
    }
}
