package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns words into the fields that a program gets, along POSIX's section 2.6. */
final class Expander {
    private final ShellState state;
    private final Machine machine;
    private final Function<Node, String> substitution;
    private final Parameters parameters;

    /** @param substitution runs what stands in {@code $(…)} and gives its output */
    Expander(ShellState state, Machine machine, Function<Node, String> substitution) {
        this.state = state;
        this.machine = machine;
        this.substitution = substitution;
        this.parameters = new Parameters(state, machine, this);
    }

    List<String> fields(List<Word> words) {
        var result = new ArrayList<String>();
        words.forEach(word -> result.addAll(fields(word)));
        return result;
    }

    List<String> fields(Word word) {
        var separators = state.variables.get("IFS");
        var fields = new Fields(separators == null ? " \t\n" : separators);
        for (int i = 0; i < word.parts().size(); i++) {
            var part = word.parts().get(i);
            add(part instanceof Word.Literal(var text) && i == 0 ? new Word.Literal(tilde(text)) : part, fields, false);
        }
        var result = new ArrayList<String>();
        for (var pattern : fields.patterns()) {
            machine.budget().spend(1);
            var paths = state.noglob || !Glob.isPattern(pattern)
                    ? List.<String>of()
                    : Glob.paths(machine.files(), state.directory, pattern);
            if (paths.isEmpty()) {
                result.add(Glob.unescape(pattern));
            } else {
                result.addAll(paths);
            }
        }
        return result;
    }

    /** The word as one text, without splitting: assignments, redirection targets, here-documents. */
    String text(Word word) {
        return Glob.unescape(pattern(word));
    }

    /** The word as a pattern, in which quoted characters are behind a backslash. */
    String pattern(Word word) {
        var fields = new Fields("");
        for (int i = 0; i < word.parts().size(); i++) {
            var part = word.parts().get(i);
            add(part instanceof Word.Literal(var text) && i == 0 ? new Word.Literal(tilde(text)) : part, fields, false);
        }
        return String.join(" ", fields.patterns());
    }

    /** The value of an arithmetic expression. */
    long sum(Word expression) {
        return new Arithmetic(text(expression), state).value();
    }

    private String tilde(String text) {
        return text.equals("~") || text.startsWith("~/") ? "/root" + text.substring(1) : text;
    }

    private void add(Word.Part part, Fields fields, boolean quoted) {
        switch (part) {
            case Word.Literal(var text) -> {
                if (quoted) {
                    fields.quoted(text);
                } else {
                    fields.literal(text);
                }
            }
            case Word.Quoted(var text) -> fields.quoted(text);
            case Word.DoubleQuoted(var parts) -> {
                if (!isAllArguments(parts)) {
                    fields.quoted("");
                }
                parts.forEach(inner -> add(inner, fields, true));
            }
            case Word.Parameter parameter -> addParameter(parameter, fields, quoted);
            case Word.Substitution(var body) -> addText(substitution.apply(body), fields, quoted);
            case Word.Sum(var expression) -> addText(Long.toString(sum(expression)), fields, quoted);
        }
    }

    private void addParameter(Word.Parameter parameter, Fields fields, boolean quoted) {
        if (parameter.name().equals("@") && parameter.operation() instanceof Word.Plain) {
            for (int i = 0; i < state.arguments.size(); i++) {
                if (i > 0) {
                    fields.close();
                }
                addText(state.arguments.get(i), fields, quoted);
            }
            return;
        }
        if (parameter.operation() instanceof Word.Substitute operation
                && parameters.usesOperand(parameter.name(), operation)) {
            // The operand keeps its own quoting: ${A:-"two words"}.
            operation.operand().parts().forEach(part -> add(part, fields, quoted));
            return;
        }
        addText(parameters.value(parameter), fields, quoted);
    }

    private static void addText(String text, Fields fields, boolean quoted) {
        if (quoted) {
            fields.quoted(text);
        } else {
            fields.split(text);
        }
    }

    private static boolean isAllArguments(List<Word.Part> parts) {
        return parts.size() == 1
                && parts.getFirst() instanceof Word.Parameter(var name, var operation)
                && name.equals("@")
                && operation instanceof Word.Plain;
    }
}
