package companion.practice.codebuild.tools.awk;

import companion.practice.codebuild.tools.awk.Tokens.Kind;
import companion.practice.codebuild.tools.awk.Tree.Expression;
import companion.practice.codebuild.tools.awk.Tree.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses rules and statements. */
final class ProgramParser extends ExpressionParser {

    private ProgramParser(String text) {
        super(Tokens.of(text));
    }

    static Tree.Program parse(String text) {
        return new ProgramParser(text).program();
    }

    private Tree.Program program() {
        var begin = new ArrayList<Statement>();
        var rules = new ArrayList<Tree.Rule>();
        var end = new ArrayList<Statement>();
        skipSeparators();
        while (token().kind() != Kind.END) {
            if (isName("BEGIN") || isName("END")) {
                var target = next().text().equals("BEGIN") ? begin : end;
                target.add(block());
            } else {
                rules.add(rule());
            }
            skipSeparators();
        }
        return new Tree.Program(List.copyOf(begin), List.copyOf(rules), List.copyOf(end));
    }

    private Tree.Rule rule() {
        if (isName("function") || isName("func")) {
            throw new AwkException("function definitions are not available here");
        }
        @Nullable Expression pattern = is("{") ? null : expression();
        @Nullable Expression until = pattern != null && take(",") ? expression() : null;
        return new Tree.Rule(pattern, until, is("{") ? block() : null);
    }

    private Statement block() {
        expect("{");
        var statements = new ArrayList<Statement>();
        skipSeparators();
        while (!is("}")) {
            statements.add(statement());
            skipSeparators();
        }
        expect("}");
        return new Tree.Block(List.copyOf(statements));
    }

    private Statement statement() {
        if (is("{")) {
            return block();
        }
        if (token().kind() == Kind.NAME || token().kind() == Kind.FUNCTION) {
            switch (token().text()) {
                case "if" -> {
                    return conditional();
                }
                case "while" -> {
                    next();
                    var condition = parenthesized();
                    return new Tree.While(condition, body(), false);
                }
                case "do" -> {
                    next();
                    skipSeparators();
                    var body = statement();
                    skipSeparators();
                    if (!isName("while")) {
                        throw unexpected(token());
                    }
                    next();
                    return new Tree.While(parenthesized(), body, true);
                }
                case "for" -> {
                    return loop();
                }
                default -> {
                    // A simple statement.
                }
            }
        }
        var statement = simple();
        if (!atStatementEnd()) {
            throw unexpected(token());
        }
        return statement;
    }

    private Statement simple() {
        if (token().kind() == Kind.NAME || token().kind() == Kind.FUNCTION) {
            switch (token().text()) {
                case "print" -> {
                    next();
                    return new Tree.Print(printed());
                }
                case "printf" -> {
                    next();
                    return new Tree.Printf(printed());
                }
                case "next", "break", "continue", "exit" -> {
                    var how = next().text();
                    return new Tree.Leave(how, how.equals("exit") && !atStatementEnd() ? expression() : null);
                }
                case "delete" -> {
                    next();
                    var array = next().text();
                    List<Expression> keys = List.of();
                    if (take("[")) {
                        keys = list();
                        expect("]");
                    }
                    return new Tree.Delete(array, keys);
                }
                default -> {
                    // An expression.
                }
            }
        }
        return new Tree.Evaluate(expression());
    }

    private Statement conditional() {
        next();
        var condition = parenthesized();
        var then = body();
        int ahead = 0;
        while (ahead(ahead).kind() == Kind.NEWLINE
                || ahead(ahead).text().equals(";") && ahead(ahead).kind() == Kind.SYMBOL) {
            ahead++;
        }
        if (ahead(ahead).kind() == Kind.NAME && ahead(ahead).text().equals("else")) {
            skipSeparators();
            next();
            return new Tree.If(condition, then, body());
        }
        return new Tree.If(condition, then, null);
    }

    private Statement loop() {
        next();
        expect("(");
        if (token().kind() == Kind.NAME
                && ahead(1).text().equals("in")
                && ahead(3).text().equals(")")) {
            var variable = next().text();
            next();
            var array = next().text();
            expect(")");
            return new Tree.ForIn(variable, array, body());
        }
        @Nullable Statement first = is(";") ? null : simple();
        expect(";");
        @Nullable Expression condition = is(";") ? null : expression();
        expect(";");
        @Nullable Statement step = is(")") ? null : simple();
        expect(")");
        return new Tree.For(first, condition, step, body());
    }

    private Statement body() {
        skipNewlines();
        if (take(";")) {
            return new Tree.Block(List.of());
        }
        return statement();
    }

    private Expression parenthesized() {
        expect("(");
        var condition = expression();
        expect(")");
        return condition;
    }

    private void skipSeparators() {
        while (is(";") || token().kind() == Kind.NEWLINE) {
            next();
        }
    }
}
