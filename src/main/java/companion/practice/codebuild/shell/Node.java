package companion.practice.codebuild.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command of the shell's language, as parsed. */
sealed interface Node {

    /** Assignments, a program and its arguments: {@code A=1 echo hello > file}. */
    record Simple(List<Assignment> assignments, List<Word> words, List<Redirect> redirects, int line) implements Node {}

    /** {@code a | b}; one stage when there is only the {@code !}. */
    record Pipeline(List<Node> stages, boolean negated) implements Node {}

    /** {@code a && b} or {@code a || b}. */
    record AndOr(Node first, boolean and, Node second) implements Node {}

    /** Commands one after another. */
    record Sequence(List<Node> nodes) implements Node {}

    record Subshell(Node body) implements Node {}

    record If(Node condition, Node then, @Nullable Node otherwise) implements Node {}

    record While(Node condition, boolean until, Node body) implements Node {}

    /** @param words null: the positional parameters */
    record For(String name, @Nullable List<Word> words, Node body) implements Node {}

    record Case(Word subject, List<Arm> arms) implements Node {}

    record Function(String name, Node body) implements Node {}

    /** {@code [[ … ]]}. */
    record Condition(Test test, int line) implements Node {}

    /** {@code (( … ))}. */
    record Sum(Word expression, int line) implements Node {}

    /** A compound command whose output goes elsewhere. */
    record Redirected(Node body, List<Redirect> redirects, int line) implements Node {}

    record Assignment(String name, boolean append, Word value) {}

    record Arm(List<Word> patterns, Node body) {}

    /** @param fd the stream that is redirected, -1 for the operator's own default */
    record Redirect(
            int fd, String operator, Word target, @Nullable HereDocument document) {}

    /** The text after the line with {@code <<}; it is read when that line ends. */
    final class HereDocument {
        final String delimiter;
        final boolean literal;
        final boolean stripTabs;
        Word body = Word.of("");

        HereDocument(String delimiter, boolean literal, boolean stripTabs) {
            this.delimiter = delimiter;
            this.literal = literal;
            this.stripTabs = stripTabs;
        }
    }

    /** What stands between {@code [[} and {@code ]]}. */
    sealed interface Test {
        record Both(Test first, Test second) implements Test {}

        record Either(Test first, Test second) implements Test {}

        record Not(Test test) implements Test {}

        record Unary(String operator, Word operand) implements Test {}

        record Binary(Word left, String operator, Word right) implements Test {}
    }
}
