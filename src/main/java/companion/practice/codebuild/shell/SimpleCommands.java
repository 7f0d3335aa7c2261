package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs simple commands: finds out what a name means and gives it its words, variables and streams. */
final class SimpleCommands {
    private static final int DEEPEST = 200;

    private final Evaluator shell;
    private final ShellState state;
    private final Builtins builtins;
    private boolean substituted;

    SimpleCommands(Evaluator shell) {
        this.shell = shell;
        this.state = shell.state;
        this.builtins = new Builtins(shell, this);
    }

    /** Notes that a command substitution ran, whose status an assignment takes over. */
    void substituted() {
        substituted = true;
    }

    int run(Node.Simple command, Streams io) {
        substituted = false;
        var words = shell.expander.fields(command.words());
        boolean silent = words.isEmpty();
        var assignments = new LinkedHashMap<String, String>();
        for (var assignment : command.assignments()) {
            var value = shell.expander.text(assignment.value());
            var old = assignment.append() ? state.value(assignment.name()) : null;
            value = (old == null ? "" : old) + value;
            assignments.put(assignment.name(), value);
            if (silent) {
                state.variables.set(assignment.name(), value);
            }
        }
        if (state.xtrace) {
            trace(assignments, words, io);
        }
        int substitutionStatus = substituted ? state.status : 0;
        try (var redirection =
                Redirection.open(command.redirects(), state, shell.machine.files(), shell.expander, io)) {
            return silent ? substitutionStatus : launch(words, assignments, redirection.streams());
        } catch (FileProblem e) {
            io.err().println(state.here() + e.reason());
            return state.dialect == Dialect.DASH ? 2 : 1;
        }
    }

    /** Runs a command by its words: a function, a builtin, a program or a script. */
    int launch(List<String> words, Map<String, String> assignments, Streams io) {
        var name = words.getFirst();
        var arguments = words.subList(1, words.size());
        var function = state.functions.get(name);
        if (function != null || builtins.has(name)) {
            var before = new LinkedHashMap<String, Optional<String>>();
            assignments.forEach((key, value) -> {
                before.put(key, Optional.ofNullable(state.variables.get(key)));
                state.variables.set(key, value);
            });
            try {
                return function != null ? call(function, arguments, io) : builtins.run(name, arguments, io);
            } finally {
                before.forEach(this::restore);
            }
        }
        var environment = new LinkedHashMap<>(state.variables.exported());
        environment.putAll(assignments);
        return launchProgram(name, arguments, environment, io);
    }

    int launchProgram(String name, List<String> arguments, Map<String, String> environment, Streams io) {
        var program = Scripts.isProgramPath(name) ? shell.programs.apply(FileTree.name(name)) : null;
        if (program == null) {
            return new Scripts(shell).run(name, arguments, environment, io);
        }
        shell.machine.budget().spend(50);
        shell.machine.clock().passMillis(4);
        var call = new Call(
                name, List.copyOf(arguments), environment, state.directory, io, shell.machine, this::launchFromProgram);
        return program.run(call) & 0xff;
    }

    /** A program calls another one: functions and most builtins of this shell are unknown there. */
    private int launchFromProgram(List<String> words, Map<String, String> environment, Streams io) {
        var child = new ShellState(state.dialect, state.script, environment, List.of(), state.directory);
        child.line = state.line;
        var commands = new SimpleCommands(new Evaluator(child, shell.machine, shell.programs));
        return commands.builtins.isAlsoProgram(words.getFirst())
                ? commands.builtins.run(words.getFirst(), words.subList(1, words.size()), io)
                : commands.launchProgram(words.getFirst(), words.subList(1, words.size()), environment, io);
    }

    private int call(Node function, List<String> arguments, Streams io) {
        if (state.hidden.size() >= DEEPEST) {
            throw new ShellError(state.here() + "maximum function nesting level exceeded (" + DEEPEST + ")", 1);
        }
        var before = state.arguments;
        state.arguments = new ArrayList<>(arguments);
        state.hidden.push(new LinkedHashMap<>());
        try {
            return shell.runInPlace(function, io);
        } catch (Jump.Return jump) {
            return jump.status;
        } finally {
            state.hidden.pop().forEach(this::restore);
            state.arguments = before;
        }
    }

    private void restore(String name, Optional<String> value) {
        value.ifPresentOrElse(old -> state.variables.set(name, old), () -> state.variables.unset(name));
    }

    private static void trace(Map<String, String> assignments, List<String> words, Streams io) {
        var line = new StringBuilder("+");
        assignments.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(quote(value)));
        words.forEach(word -> line.append(' ').append(quote(word)));
        io.err().println(line.toString());
    }

    private static String quote(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
