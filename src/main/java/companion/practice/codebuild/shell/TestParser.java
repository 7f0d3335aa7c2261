package companion.practice.codebuild.shell;

import companion.practice.codebuild.shell.Node.Test;
import java.util.Set;

/**
 * Parses what stands between {@code [[} and {@code ]]}, where {@code &&}, {@code ||} and parentheses have meanings of
 * their own.
 */
final class TestParser {
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

    private final Parser parser;
    private final Lexer lexer;

    TestParser(Parser parser, Lexer lexer) {
        this.parser = parser;
        this.lexer = lexer;
    }

    Test either() {
        var left = both();
        while (parser.isOperator("||")) {
            next();
            left = new Test.Either(left, both());
        }
        return left;
    }

    private Test both() {
        var left = negation();
        while (parser.isOperator("&&")) {
            next();
            left = new Test.Both(left, negation());
        }
        return left;
    }

    private Test negation() {
        parser.skipNewlines();
        if ("!".equals(parser.bareWord())) {
            parser.advance();
            return new Test.Not(negation());
        }
        if (parser.isOperator("(")) {
            parser.advance();
            var inner = either();
            parser.expectOperator(")");
            return inner;
        }
        var operator = parser.bareWord();
        if (operator != null && operator.matches("-[a-zA-Z]")) {
            parser.advance();
            return new Test.Unary(operator, parser.takeWord());
        }
        return comparison();
    }

    private Test comparison() {
        var left = parser.takeWord();
        if (parser.isOperator("<") || parser.isOperator(">")) {
            var symbol = parser.isOperator("<") ? "<" : ">";
            parser.advance();
            return new Test.Binary(left, symbol, parser.takeWord());
        }
        var operator = parser.bareWord();
        if (operator == null || !BINARY.contains(operator)) {
            return new Test.Unary("-n", left);
        }
        if (operator.equals("=~")) {
            var pattern = lexer.regularExpression();
            parser.advance();
            return new Test.Binary(left, operator, pattern);
        }
        parser.advance();
        return new Test.Binary(left, operator, parser.takeWord());
    }

    private void next() {
        parser.advance();
        parser.skipNewlines();
    }
}
