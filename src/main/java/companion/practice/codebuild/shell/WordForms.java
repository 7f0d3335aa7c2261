package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that mean more than themselves: assignments, and the delimiters of here-documents. */
final class WordForms {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\+?)=(.*)", Pattern.DOTALL);

    private WordForms() {}

    /** The assignment that a word at the beginning of a command is, or null. */
    static Node.@Nullable Assignment assignment(Word word) {
        if (word.parts().isEmpty() || !(word.parts().getFirst() instanceof Word.Literal(var first))) {
            return null;
        }
        var match = ASSIGNMENT.matcher(first);
        if (!match.matches()) {
            return null;
        }
        var rest = new ArrayList<Word.Part>();
        if (!match.group(3).isEmpty()) {
            rest.add(new Word.Literal(match.group(3)));
        }
        rest.addAll(word.parts().subList(1, word.parts().size()));
        return new Node.Assignment(match.group(1), !match.group(2).isEmpty(), new Word(List.copyOf(rest)));
    }

    /** The document that a delimiter announces; any quoting in it keeps the document as it is. */
    static Node.HereDocument document(Word delimiter, boolean stripTabs) {
        var text = new StringBuilder();
        boolean literal = false;
        for (var part : delimiter.parts()) {
            switch (part) {
                case Word.Literal(var plain) -> text.append(plain);
                case Word.Quoted(var quoted) -> {
                    text.append(quoted);
                    literal = true;
                }
                case Word.DoubleQuoted(var parts) -> {
                    parts.forEach(inner -> text.append(inner instanceof Word.Quoted(var quoted) ? quoted : ""));
                    literal = true;
                }
                default -> literal = true;
            }
        }
        return new Node.HereDocument(text.toString(), literal, stripTabs);
    }
}
