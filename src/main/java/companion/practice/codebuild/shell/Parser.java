package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses a script by recursive descent, along the grammar of POSIX's section 2.10. */
final class Parser {
    private static final Set<String> REDIRECTIONS =
            Set.of("<", ">", ">>", "<<", "<<-", "<<<", ">&", "<&", "&>", "&>>", ">|");
    private static final Set<String> CLOSERS = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

    private final Lexer lexer;
    private final Dialect dialect;
    private Token token;

    Parser(Source source, Dialect dialect) {
        this.lexer = new Lexer(source, dialect);
        this.dialect = dialect;
        this.token = lexer.next();
    }

    /** A whole script. */
    Node script() {
        var body = sequence();
        if (!(token instanceof Token.End)) {
            throw unexpected();
        }
        return body;
    }

    /** The commands of {@code $(…)}; the source is left right behind the closing parenthesis. */
    Node substitution() {
        var body = sequence();
        if (!isOperator(")")) {
            throw unexpected();
        }
        return body;
    }

    private Node sequence() {
        var nodes = new ArrayList<Node>();
        skipNewlines();
        while (!atListEnd()) {
            var node = andOr();
            if (isOperator("&")) {
                nodes.add(new Node.AndOr(new Node.Subshell(node), false, new Node.Sequence(List.of())));
                advance();
            } else {
                nodes.add(node);
                if (isOperator(";")) {
                    advance();
                } else if (!isOperator("\n") && !atListEnd()) {
                    throw unexpected();
                }
            }
            skipNewlines();
        }
        return nodes.size() == 1 ? nodes.getFirst() : new Node.Sequence(List.copyOf(nodes));
    }

    private Node andOr() {
        var left = pipeline();
        while (isOperator("&&") || isOperator("||")) {
            boolean and = isOperator("&&");
            advance();
            skipNewlines();
            left = new Node.AndOr(left, and, pipeline());
        }
        return left;
    }

    private Node pipeline() {
        boolean negated = takeWord("!");
        var stages = new ArrayList<Node>();
        stages.add(command());
        while (isOperator("|") || isOperator("|&")) {
            advance();
            skipNewlines();
            stages.add(command());
        }
        return stages.size() == 1 && !negated ? stages.getFirst() : new Node.Pipeline(List.copyOf(stages), negated);
    }

    private Node command() {
        int line = token.line();
        var compound = compound();
        if (compound == null) {
            return simple();
        }
        var redirects = new ArrayList<Node.Redirect>();
        while (isRedirection()) {
            redirects.add(redirect());
        }
        return redirects.isEmpty() ? compound : new Node.Redirected(compound, List.copyOf(redirects), line);
    }

    private @Nullable Node compound() {
        if (isOperator("(")) {
            if (dialect == Dialect.BASH && lexer.adjacent('(')) {
                return sum();
            }
            advance();
            var body = sequence();
            expectOperator(")");
            return new Node.Subshell(body);
        }
        var word = bareWord();
        return switch (word == null ? "" : word) {
            case "{" -> {
                advance();
                var body = sequence();
                expectWord("}");
                yield body;
            }
            case "if" -> conditional();
            case "while", "until" -> loop(word);
            case "for" -> each();
            case "case" -> choice();
            case "[[" -> dialect == Dialect.BASH ? condition() : null;
            case "function" -> dialect == Dialect.BASH ? function() : null;
            default -> null;
        };
    }

    private Node sum() {
        int line = token.line();
        // The second parenthesis is still in the source: the token is the first one.
        lexer.next();
        var expression = lexer.sum();
        advance();
        return new Node.Sum(expression, line);
    }

    private Node conditional() {
        advance();
        var condition = sequence();
        expectWord("then");
        var then = sequence();
        @Nullable Node otherwise = null;
        if ("elif".equals(bareWord())) {
            otherwise = conditional();
            return new Node.If(condition, then, otherwise);
        }
        if (takeWord("else")) {
            otherwise = sequence();
        }
        expectWord("fi");
        return new Node.If(condition, then, otherwise);
    }

    private Node loop(String kind) {
        advance();
        var condition = sequence();
        return new Node.While(condition, kind.equals("until"), doGroup());
    }

    private Node each() {
        advance();
        var name = bareWord();
        if (name == null) {
            throw unexpected();
        }
        advance();
        skipNewlines();
        @Nullable List<Word> words = null;
        if (takeWord("in")) {
            words = new ArrayList<>();
            while (token instanceof Token.Text(var word, var line)) {
                words.add(word);
                advance();
            }
        }
        if (isOperator(";")) {
            advance();
        }
        skipNewlines();
        return new Node.For(name, words, doGroup());
    }

    private Node doGroup() {
        skipNewlines();
        expectWord("do");
        var body = sequence();
        expectWord("done");
        return body;
    }

    private Node choice() {
        advance();
        var subject = takeWord();
        skipNewlines();
        expectWord("in");
        skipNewlines();
        var arms = new ArrayList<Node.Arm>();
        while (!"esac".equals(bareWord())) {
            if (isOperator("(")) {
                advance();
            }
            var patterns = new ArrayList<Word>();
            patterns.add(takeWord());
            while (isOperator("|")) {
                advance();
                patterns.add(takeWord());
            }
            expectOperator(")");
            arms.add(new Node.Arm(List.copyOf(patterns), sequence()));
            if (isOperator(";;")) {
                advance();
            }
            skipNewlines();
        }
        advance();
        return new Node.Case(subject, List.copyOf(arms));
    }

    private Node function() {
        advance();
        var name = bareWord();
        if (name == null) {
            throw unexpected();
        }
        advance();
        if (isOperator("(")) {
            advance();
            expectOperator(")");
        }
        return functionBody(name);
    }

    private Node functionBody(String name) {
        skipNewlines();
        return new Node.Function(name, command());
    }

    private Node condition() {
        int line = token.line();
        advance();
        var test = new TestParser(this, lexer).either();
        expectWord("]]");
        return new Node.Condition(test, line);
    }

    private Node simple() {
        int line = token.line();
        var assignments = new ArrayList<Node.Assignment>();
        var words = new ArrayList<Word>();
        var redirects = new ArrayList<Node.Redirect>();
        while (true) {
            if (isRedirection()) {
                redirects.add(redirect());
            } else if (token instanceof Token.Text(var word, var at)) {
                var assignment = words.isEmpty() ? WordForms.assignment(word) : null;
                if (assignment != null) {
                    assignments.add(assignment);
                } else if (words.isEmpty() && CLOSERS.contains(String.valueOf(word.bare()))) {
                    throw unexpected();
                } else {
                    words.add(word);
                }
                advance();
            } else if (isOperator("(") && words.size() == 1 && words.getFirst().bare() != null && redirects.isEmpty()) {
                advance();
                expectOperator(")");
                return functionBody(Objects.requireNonNull(words.getFirst().bare()));
            } else {
                break;
            }
        }
        if (assignments.isEmpty() && words.isEmpty() && redirects.isEmpty()) {
            throw unexpected();
        }
        return new Node.Simple(List.copyOf(assignments), List.copyOf(words), List.copyOf(redirects), line);
    }

    private Node.Redirect redirect() {
        var operator = (Token.Operator) token;
        if (dialect == Dialect.DASH && operator.symbol().equals("<<<")) {
            throw unexpected();
        }
        advance();
        var target = token instanceof Token.Text(var word, var line) ? word : null;
        if (target == null) {
            throw unexpected();
        }
        Node.@Nullable HereDocument document = null;
        if (operator.symbol().equals("<<") || operator.symbol().equals("<<-")) {
            document = WordForms.document(target, operator.symbol().equals("<<-"));
            lexer.expect(document);
        }
        advance();
        return new Node.Redirect(operator.fd(), operator.symbol(), target, document);
    }

    void advance() {
        token = lexer.next();
    }

    @Nullable
    String bareWord() {
        return token instanceof Token.Text(var word, var line) ? word.bare() : null;
    }

    boolean isOperator(String symbol) {
        return token instanceof Token.Operator(var actual, var fd, var line) && actual.equals(symbol);
    }

    Word takeWord() {
        if (token instanceof Token.Text(var word, var line)) {
            advance();
            return word;
        }
        throw unexpected();
    }

    void expectOperator(String symbol) {
        if (!isOperator(symbol)) {
            throw unexpected();
        }
        advance();
    }

    void skipNewlines() {
        while (isOperator("\n")) {
            advance();
        }
    }

    ShellSyntaxException unexpected() {
        return switch (token) {
            case Token.End(var line) -> ShellSyntaxException.end(dialect, line);
            case Token.Operator(var symbol, var fd, var line) -> ShellSyntaxException.unexpected(dialect, symbol, line);
            case Token.Text(var word, var line) ->
                ShellSyntaxException.unexpected(dialect, word.bare() == null ? "word" : word.bare(), line);
        };
    }

    private boolean takeWord(String text) {
        if (!text.equals(bareWord())) {
            return false;
        }
        advance();
        return true;
    }

    private void expectWord(String text) {
        if (!takeWord(text)) {
            throw unexpected();
        }
    }

    private boolean isRedirection() {
        return token instanceof Token.Operator(var symbol, var fd, var line) && REDIRECTIONS.contains(symbol);
    }

    private boolean atListEnd() {
        return token instanceof Token.End
                || isOperator(")")
                || isOperator(";;")
                || CLOSERS.contains(String.valueOf(bareWord()));
    }
}
