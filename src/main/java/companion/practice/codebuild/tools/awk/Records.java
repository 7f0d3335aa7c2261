package companion.practice.codebuild.tools.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The current record and its fields, which are rebuilt from one another. */
final class Records {
    private final Interpreter interpreter;
    private List<String> fields = new ArrayList<>();
    private String record = "";

    Records(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    void set(String text) {
        record = text;
        fields = new ArrayList<>(split(text, interpreter.variable("FS").text()));
        interpreter.assign("NF", Value.of(fields.size()));
    }

    Value get(int index) {
        if (index < 0) {
            throw new AwkException("attempt to access field " + index);
        }
        return index == 0
                ? Value.input(record)
                : index <= fields.size() ? Value.input(fields.get(index - 1)) : Value.EMPTY;
    }

    void put(int index, String text) {
        if (index == 0) {
            set(text);
            return;
        }
        if (index < 0 || index > 100_000) {
            throw new AwkException("attempt to access field " + index);
        }
        while (fields.size() < index) {
            fields.add("");
        }
        fields.set(index - 1, text);
        interpreter.assign("NF", Value.of(fields.size()));
        join();
    }

    /** After an assignment to NF. */
    void resize(int count) {
        while (fields.size() > Math.max(0, count)) {
            fields.removeLast();
        }
        while (fields.size() < Math.min(count, 100_000)) {
            fields.add("");
        }
        join();
    }

    private void join() {
        record = String.join(interpreter.variable("OFS").text(), fields);
    }

    /** Fields by a separator: a space means white space, one character itself, more a regular expression. */
    List<String> split(String text, String separator) {
        if (separator.equals(" ")) {
            return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
        }
        if (text.isEmpty()) {
            return List.of();
        }
        if (separator.isEmpty()) {
            return List.of(text.split(""));
        }
        var pattern = separator.length() == 1 && !separator.equals("\\")
                ? Pattern.compile(Pattern.quote(separator))
                : Interpreter.compile(separator);
        return List.of(pattern.split(interpreter.guard(text), -1));
    }
}
