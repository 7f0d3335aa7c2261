package companion.practice.codebuild.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shell process knows; a subshell works on a copy. */
final class ShellState {
    final Dialect dialect;
    final String script;
    final Variables variables;
    final Map<String, Node> functions = new LinkedHashMap<>();
    /** What {@code local} hid, one map per function that is running; an empty value was unset. */
    final Deque<Map<String, Optional<String>>> hidden = new ArrayDeque<>();

    List<String> arguments;
    String directory;
    int status;
    int line;
    boolean errexit;
    boolean nounset;
    boolean xtrace;
    boolean pipefail;
    boolean noglob;

    ShellState(
            Dialect dialect, String script, Map<String, String> environment, List<String> arguments, String directory) {
        this.dialect = dialect;
        this.script = script;
        this.variables = new Variables();
        environment.forEach(variables::exportAs);
        this.arguments = new ArrayList<>(arguments);
        this.directory = directory;
    }

    private ShellState(ShellState other) {
        this.dialect = other.dialect;
        this.script = other.script;
        this.variables = new Variables(other.variables);
        this.functions.putAll(other.functions);
        this.arguments = new ArrayList<>(other.arguments);
        this.directory = other.directory;
        this.status = other.status;
        this.line = other.line;
        this.errexit = other.errexit;
        this.nounset = other.nounset;
        this.xtrace = other.xtrace;
        this.pipefail = other.pipefail;
        this.noglob = other.noglob;
        other.hidden.forEach(hidden::addLast);
    }

    ShellState copy() {
        return new ShellState(this);
    }

    /** How a message about the current line begins. */
    String here() {
        return dialect.at(script, line);
    }

    /** The value of a variable or of a special parameter; null if it is unset. */
    @Nullable
    String value(String name) {
        return switch (name) {
            case "?" -> Integer.toString(status);
            case "#" -> Integer.toString(arguments.size());
            case "@", "*" -> arguments.isEmpty() ? null : String.join(" ", arguments);
            case "$" -> "1";
            case "!" -> "";
            case "-" -> "h" + (errexit ? "e" : "") + (nounset ? "u" : "") + (xtrace ? "x" : "");
            case "0" -> script;
            case "PWD" -> directory;
            default -> Character.isDigit(name.charAt(0)) ? argument(Integer.parseInt(name)) : variables.get(name);
        };
    }

    private @Nullable String argument(int number) {
        return number <= arguments.size() ? arguments.get(number - 1) : null;
    }
}
