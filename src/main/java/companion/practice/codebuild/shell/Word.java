package companion.practice.codebuild.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One word of a command as it was written, before any expansion. */
record Word(List<Part> parts) {

    /** A stretch of a word that expands in one way. */
    sealed interface Part {}

    /** Unquoted text, in which {@code * ? [} make patterns. */
    record Literal(String text) implements Part {}

    /** Text in single quotes or behind a backslash: nothing in it means anything. */
    record Quoted(String text) implements Part {}

    /** What stands in double quotes: expanded, but neither split nor taken as a pattern. */
    record DoubleQuoted(List<Part> parts) implements Part {}

    /** {@code $name} or {@code ${name…}}. */
    record Parameter(String name, Operation operation) implements Part {}

    /** {@code $(…)} or backticks. */
    record Substitution(Node body) implements Part {}

    /** {@code $((…))}. */
    record Sum(Word expression) implements Part {}

    /** What {@code ${…}} does with its parameter. */
    sealed interface Operation {}

    record Plain() implements Operation {}

    record Length() implements Operation {}

    /** @param symbol one of {@code - = + ?} @param colon whether an empty value counts as unset */
    record Substitute(char symbol, boolean colon, Word operand) implements Operation {}

    /** {@code %} and {@code #}: cuts what matches off an end. */
    record Trim(boolean suffix, boolean longest, Word pattern) implements Operation {}

    /** {@code /}: bash only. @param anchor 0, or {@code #} or {@code %} */
    record Replace(boolean all, char anchor, Word pattern, Word replacement) implements Operation {}

    /** {@code :offset:length}: bash only. */
    record Slice(Word offset, @Nullable Word length) implements Operation {}

    /** {@code ^^} and {@code ,,}: bash only. */
    record Recase(boolean upper, boolean all) implements Operation {}

    /** What no shell can make sense of; it fails when it is expanded, as in the real ones. */
    record Bad() implements Operation {}

    static Word of(String text) {
        return new Word(List.of(new Quoted(text)));
    }

    /** The text of a word that is entirely unquoted and constant, as reserved words must be; otherwise null. */
    @Nullable
    String bare() {
        return parts.size() == 1 && parts.getFirst() instanceof Literal(var text) ? text : null;
    }
}
