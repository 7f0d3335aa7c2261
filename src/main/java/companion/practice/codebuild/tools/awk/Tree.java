package companion.practice.codebuild.tools.awk;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An awk program, parsed. */
final class Tree {
    private Tree() {}

    /** @param pattern null: every record @param action null: print it */
    record Rule(
            @Nullable Expression pattern,
            @Nullable Expression until,
            @Nullable Statement action) {}

    record Program(List<Statement> begin, List<Rule> rules, List<Statement> end) {}

    sealed interface Expression {}

    record Constant(Value value) implements Expression {}

    /** A regular expression on its own is matched against the record. */
    record Regex(Pattern pattern) implements Expression {}

    record Variable(String name) implements Expression {}

    record Field(Expression index) implements Expression {}

    record Element(String array, List<Expression> keys) implements Expression {}

    record In(List<Expression> keys, String array) implements Expression {}

    record Assign(Expression target, String operator, Expression value) implements Expression {}

    /** @param by 1 or -1 */
    record Step(Expression target, int by, boolean prefix) implements Expression {}

    record Unary(char operator, Expression operand) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record Match(Expression text, boolean negated, Expression regex) implements Expression {}

    record Conditional(Expression condition, Expression yes, Expression no) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    sealed interface Statement {}

    record Block(List<Statement> statements) implements Statement {}

    record Evaluate(Expression expression) implements Statement {}

    record Print(List<Expression> values) implements Statement {}

    record Printf(List<Expression> values) implements Statement {}

    record If(
            Expression condition, Statement then, @Nullable Statement otherwise) implements Statement {}

    record While(Expression condition, Statement body, boolean bodyFirst) implements Statement {}

    record For(
            @Nullable Statement first,
            @Nullable Expression condition,
            @Nullable Statement step,
            Statement body) implements Statement {}

    record ForIn(String variable, String array, Statement body) implements Statement {}

    record Delete(String array, List<Expression> keys) implements Statement {}

    /** {@code next}, {@code break}, {@code continue}, {@code exit}. */
    record Leave(String how, @Nullable Expression status) implements Statement {}
}
