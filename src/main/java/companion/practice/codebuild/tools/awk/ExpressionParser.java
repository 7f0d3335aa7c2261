package companion.practice.codebuild.tools.awk;

import companion.practice.codebuild.tools.awk.Tokens.Kind;
import companion.practice.codebuild.tools.awk.Tokens.Token;
import companion.practice.codebuild.tools.awk.Tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses expressions, lowest precedence first. */
class ExpressionParser {
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "^=");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", "==", "!=", ">", ">=");
    private static final Set<String> KEYWORDS = Set.of("in", "getline");

    private final List<Token> tokens;
    private int at;
    /** Inside {@code print a > b} the sign would redirect, so it does not compare there outside of parentheses. */
    private boolean inPrint;

    ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Expression expression() {
        var condition = or();
        if (take("?")) {
            var yes = expression();
            expect(":");
            return new Tree.Conditional(condition, yes, expression());
        }
        if (token().kind() == Kind.SYMBOL && ASSIGNMENTS.contains(token().text()) && isTarget(condition)) {
            var operator = next().text();
            return new Tree.Assign(condition, operator, expression());
        }
        return condition;
    }

    List<Expression> printed() {
        inPrint = true;
        var values = new ArrayList<Expression>();
        if (!atStatementEnd()) {
            values.addAll(list());
        }
        inPrint = false;
        if (is(">") || is("|")) {
            throw new AwkException("output redirection is not available here");
        }
        if (values.size() == 1 && values.getFirst() instanceof Tree.Call(var name, var grouped) && name.equals("(,)")) {
            return grouped;
        }
        return values;
    }

    List<Expression> list() {
        var values = new ArrayList<Expression>();
        values.add(expression());
        while (take(",")) {
            skipNewlines();
            values.add(expression());
        }
        return values;
    }

    private static boolean isTarget(Expression expression) {
        return expression instanceof Tree.Variable
                || expression instanceof Tree.Field
                || expression instanceof Tree.Element;
    }

    private Expression or() {
        var left = and();
        while (take("||")) {
            skipNewlines();
            left = new Tree.Binary("||", left, and());
        }
        return left;
    }

    private Expression and() {
        var left = membership();
        while (take("&&")) {
            skipNewlines();
            left = new Tree.Binary("&&", left, membership());
        }
        return left;
    }

    private Expression membership() {
        var left = match();
        while (isName("in")) {
            next();
            var keys = left instanceof Tree.Call(var name, var grouped) && name.equals("(,)") ? grouped : List.of(left);
            left = new Tree.In(keys, next().text());
        }
        return left;
    }

    private Expression match() {
        var left = comparison();
        while (is("~") || is("!~")) {
            boolean negated = next().text().equals("!~");
            left = new Tree.Match(left, negated, comparison());
        }
        return left;
    }

    private Expression comparison() {
        var left = concatenation();
        if (token().kind() == Kind.SYMBOL && COMPARISONS.contains(token().text()) && !(inPrint && is(">"))) {
            var operator = next().text();
            return new Tree.Binary(operator, left, concatenation());
        }
        return left;
    }

    private Expression concatenation() {
        var left = sum();
        while (startsOperand()) {
            left = new Tree.Binary(" ", left, sum());
        }
        return left;
    }

    private boolean startsOperand() {
        return switch (token().kind()) {
            case NUMBER, TEXT, REGEX, FUNCTION -> true;
            case NAME -> !KEYWORDS.contains(token().text());
            case SYMBOL -> is("$") || is("!") || is("(") || is("++") || is("--");
            default -> false;
        };
    }

    private Expression sum() {
        var left = product();
        while (is("+") || is("-")) {
            left = new Tree.Binary(next().text(), left, product());
        }
        return left;
    }

    private Expression product() {
        var left = unary();
        while (is("*") || is("/") || is("%")) {
            left = new Tree.Binary(next().text(), left, unary());
        }
        return left;
    }

    private Expression unary() {
        if (is("!") || is("-") || is("+")) {
            return new Tree.Unary(next().text().charAt(0), unary());
        }
        var base = postfix();
        return take("^") ? new Tree.Binary("^", base, unary()) : base;
    }

    private Expression postfix() {
        var operand = primary();
        if ((is("++") || is("--")) && isTarget(operand)) {
            return new Tree.Step(operand, next().text().equals("++") ? 1 : -1, false);
        }
        return operand;
    }

    private Expression primary() {
        var token = next();
        return switch (token.kind()) {
            case NUMBER -> new Tree.Constant(Value.of(Double.parseDouble(token.text())));
            case TEXT -> new Tree.Constant(Value.of(token.text()));
            case REGEX -> new Tree.Regex(Interpreter.compile(token.text()));
            case FUNCTION -> {
                next();
                var arguments = is(")") ? List.<Expression>of() : inParentheses();
                expect(")");
                yield new Tree.Call(token.text(), arguments);
            }
            case NAME -> name(token.text());
            case SYMBOL -> symbol(token.text());
            default -> throw unexpected(token);
        };
    }

    private Expression name(String name) {
        if (take("[")) {
            var keys = list();
            expect("]");
            return new Tree.Element(name, keys);
        }
        // length without parentheses is that of the record
        return name.equals("length") ? new Tree.Call(name, List.of()) : new Tree.Variable(name);
    }

    private Expression symbol(String symbol) {
        switch (symbol) {
            case "$" -> {
                return new Tree.Field(is("-") ? unary() : primary());
            }
            case "(" -> {
                var values = inParentheses();
                expect(")");
                return values.size() == 1 ? values.getFirst() : new Tree.Call("(,)", values);
            }
            case "++", "--" -> {
                return new Tree.Step(primary(), symbol.equals("++") ? 1 : -1, true);
            }
            default -> throw unexpected(new Token(Kind.SYMBOL, symbol));
        }
    }

    private List<Expression> inParentheses() {
        boolean before = inPrint;
        inPrint = false;
        var values = list();
        inPrint = before;
        return values;
    }

    boolean atStatementEnd() {
        return is(";") || is("}") || is(">") || is("|") || token().kind() == Kind.NEWLINE || token().kind() == Kind.END;
    }

    Token token() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(at < tokens.size() - 1 ? at++ : at);
    }

    boolean is(String symbol) {
        return token().kind() == Kind.SYMBOL && token().text().equals(symbol);
    }

    boolean isName(String name) {
        return (token().kind() == Kind.NAME || token().kind() == Kind.FUNCTION)
                && token().text().equals(name);
    }

    boolean take(String symbol) {
        if (!is(symbol)) {
            return false;
        }
        next();
        return true;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw unexpected(token());
        }
    }

    void skipNewlines() {
        while (token().kind() == Kind.NEWLINE) {
            next();
        }
    }

    /** Looks at a token further on. */
    Token ahead(int by) {
        return tokens.get(Math.min(at + by, tokens.size() - 1));
    }

    static AwkException unexpected(Token token) {
        var text = token.kind() == Kind.END ? "end of source" : token.kind() == Kind.NEWLINE ? "newline" : token.text();
        return new AwkException("cmd. line:1: syntax error at or near " + text);
    }
}
