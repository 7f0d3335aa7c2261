package companion.practice.codebuild.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands that are part of the shell itself. */
final class Builtins {
    private static final Set<String> NAMES = Set.of(
            ":",
            ".",
            "[",
            "alias",
            "break",
            "cd",
            "command",
            "continue",
            "declare",
            "echo",
            "eval",
            "exec",
            "exit",
            "export",
            "false",
            "hash",
            "let",
            "local",
            "printf",
            "pwd",
            "read",
            "readonly",
            "return",
            "set",
            "shift",
            "test",
            "times",
            "trap",
            "true",
            "type",
            "typeset",
            "ulimit",
            "umask",
            "unset",
            "wait");
    private static final Set<String> BASH_ONLY = Set.of("source", "shopt");
    private static final Set<String> ALSO_PROGRAMS = Set.of("[", "echo", "false", "printf", "pwd", "test", "true");

    private final Evaluator shell;
    private final ShellState state;
    private final SimpleCommands commands;

    Builtins(Evaluator shell, SimpleCommands commands) {
        this.shell = shell;
        this.state = shell.state;
        this.commands = commands;
    }

    boolean has(String name) {
        return NAMES.contains(name) || BASH_ONLY.contains(name) && state.dialect == Dialect.BASH;
    }

    boolean isAlsoProgram(String name) {
        return ALSO_PROGRAMS.contains(name);
    }

    int run(String name, List<String> arguments, Streams io) {
        return switch (name) {
            case ":", "true", "alias", "hash", "shopt", "times", "trap", "ulimit", "umask", "wait" -> 0;
            case "false" -> 1;
            case "echo" -> Printing.echo(arguments, state.dialect, io);
            case "printf" -> Printing.printf(arguments, state.here(), io);
            case "test", "[" -> test(name, arguments, io);
            case "cd" -> cd(arguments, io);
            case "pwd" -> {
                io.out().println(state.directory);
                yield 0;
            }
            case "exit" -> throw new Jump.Exit(arguments.isEmpty() ? state.status : number(name, arguments.getFirst()));
            case "return" ->
                throw new Jump.Return(arguments.isEmpty() ? state.status : number(name, arguments.getFirst()));
            case "break", "continue" ->
                throw new Jump.Loop(
                        arguments.isEmpty() ? 1 : number(name, arguments.getFirst()), name.equals("continue"));
            case "export", "readonly", "declare", "typeset", "local" -> declare(name, arguments, io);
            case "unset" -> unset(arguments);
            case "set" -> Options.set(state, arguments, io);
            case "shift" -> shift(arguments);
            case "read" -> read(arguments, io);
            case "eval" ->
                shell.runInPlace(
                        new Parser(new Source(String.join(" ", arguments), state.line), state.dialect).script(), io);
            case "let" -> new Arithmetic(String.join(" ", arguments), state).value() == 0 ? 1 : 0;
            case "exec" -> arguments.isEmpty() ? 0 : exit(commands.launch(arguments, Map.of(), io));
            case "command" -> command(arguments, io);
            case "type" -> type(arguments, io);
            default -> source(name, arguments, io);
        };
    }

    private static int exit(int status) {
        throw new Jump.Exit(status);
    }

    private int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ShellError(
                    state.here()
                            + name
                            + (state.dialect == Dialect.DASH
                                    ? ": Illegal number: " + text
                                    : ": " + text + ": numeric argument required"),
                    2);
        }
    }

    private int test(String name, List<String> arguments, Streams io) {
        try {
            if (name.equals("[")) {
                if (arguments.isEmpty() || !arguments.getLast().equals("]")) {
                    throw new Conditions.BadTest("missing `]'");
                }
                arguments = arguments.subList(0, arguments.size() - 1);
            }
            return new Conditions(state, shell.machine.files()).test(arguments) ? 0 : 1;
        } catch (Conditions.BadTest e) {
            io.err().println(state.here() + name + ": " + e.getMessage());
            return 2;
        }
    }

    private int cd(List<String> arguments, Streams io) {
        var typed = arguments.stream()
                .filter(word -> !word.matches("-[LP]|--"))
                .findFirst()
                .orElse("~");
        var old = state.variables.get("OLDPWD");
        var home = state.variables.get("HOME");
        var target = FileTree.resolve(
                state.directory,
                typed.equals("~") ? home == null ? "/root" : home : typed.equals("-") && old != null ? old : typed);
        if (!shell.machine.files().isDirectory(target)) {
            var reason = shell.machine.files().exists(target) ? "Not a directory" : "No such file or directory";
            io.err()
                    .println(state.here()
                            + (state.dialect == Dialect.DASH
                                    ? "cd: can't cd to " + typed
                                    : "cd: " + typed + ": " + reason));
            return state.dialect == Dialect.DASH ? 2 : 1;
        }
        state.variables.exportAs("OLDPWD", state.directory);
        state.directory = target;
        state.variables.exportAs("PWD", target);
        return 0;
    }

    private int declare(String name, List<String> arguments, Streams io) {
        if (arguments.isEmpty() || arguments.equals(List.of("-p"))) {
            state.variables
                    .exported()
                    .forEach((key, value) -> io.out()
                            .println((state.dialect == Dialect.DASH
                                            ? "export " + key + "='"
                                            : "declare -x " + key + "=\"")
                                    + value
                                    + (state.dialect == Dialect.DASH ? "'" : "\"")));
            return 0;
        }
        boolean export = name.equals("export") || arguments.contains("-x");
        for (var argument : arguments) {
            if (argument.startsWith("-")) {
                continue;
            }
            int equals = argument.indexOf('=');
            var key = equals < 0 ? argument : argument.substring(0, equals);
            if (!key.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                io.err()
                        .println(state.here()
                                + name
                                + (state.dialect == Dialect.DASH
                                        ? ": " + key + ": bad variable name"
                                        : ": `" + argument + "': not a valid identifier"));
                return state.dialect == Dialect.DASH ? 2 : 1;
            }
            if (name.equals("local") && state.hidden.peek() instanceof Map<String, Optional<String>> hidden) {
                hidden.putIfAbsent(key, Optional.ofNullable(state.variables.get(key)));
            }
            if (equals >= 0) {
                state.variables.set(key, argument.substring(equals + 1));
            }
            if (export) {
                state.variables.export(key);
            }
            if (name.equals("readonly")) {
                state.variables.protect(key);
            }
        }
        return 0;
    }

    private int unset(List<String> arguments) {
        for (var name : arguments) {
            state.variables.unset(name);
            state.functions.remove(name);
        }
        return 0;
    }

    private int shift(List<String> arguments) {
        int by = arguments.isEmpty() ? 1 : number("shift", arguments.getFirst());
        if (by > state.arguments.size()) {
            return 1;
        }
        state.arguments = state.arguments.subList(by, state.arguments.size());
        return 0;
    }

    private int read(List<String> arguments, Streams io) {
        boolean raw = arguments.stream().anyMatch(word -> word.matches("-[a-z]*r[a-z]*"));
        var names = arguments.stream().filter(word -> !word.startsWith("-")).toList();
        names = names.isEmpty() ? List.of("REPLY") : names;
        var line = io.in().readLine();
        boolean complete = line != null && !io.in().endedOpen();
        var text = line == null ? "" : raw ? line : line.replaceAll("\\\\(.)", "$1");
        var ifs = state.variables.get("IFS");
        var separators = ifs == null ? " \t\n" : ifs;
        for (int i = 0; i < names.size(); i++) {
            int start = 0;
            while (start < text.length()
                    && separators.indexOf(text.charAt(start)) >= 0
                    && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            text = text.substring(start);
            int end = i == names.size() - 1 ? text.length() : 0;
            while (end < text.length() && separators.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            var value = text.substring(0, end);
            state.variables.set(
                    names.get(i), i == names.size() - 1 && !separators.isEmpty() ? value.stripTrailing() : value);
            text = end < text.length() ? text.substring(end + 1) : "";
        }
        return complete ? 0 : 1;
    }

    private int command(List<String> arguments, Streams io) {
        if (arguments.isEmpty()) {
            return 0;
        }
        if (!arguments.getFirst().equals("-v") && !arguments.getFirst().equals("-V")) {
            return commands.launch(arguments, Map.of(), io);
        }
        for (var name : arguments.subList(1, arguments.size())) {
            var where = where(name);
            if (where.isEmpty()) {
                return state.dialect == Dialect.DASH ? 127 : 1;
            }
            io.out().println(where);
        }
        return 0;
    }

    private int type(List<String> arguments, Streams io) {
        for (var name : arguments) {
            var where = where(name);
            if (where.isEmpty()) {
                io.err().println(state.here() + "type: " + name + ": not found");
                return 1;
            }
            io.out().println(where.equals(name) ? name + " is a shell builtin" : name + " is " + where);
        }
        return 0;
    }

    private String where(String name) {
        if (state.functions.containsKey(name) || has(name)) {
            return name;
        }
        return shell.programs.apply(name) != null || name.equals("sh") || name.equals("bash") ? "/usr/bin/" + name : "";
    }

    private int source(String name, List<String> arguments, Streams io) {
        if (arguments.isEmpty()) {
            io.err().println(state.here() + name + ": filename argument required");
            return 2;
        }
        try {
            return new Scripts(shell).source(arguments.getFirst(), arguments.subList(1, arguments.size()), io);
        } catch (FileProblem e) {
            io.err().println(state.here() + arguments.getFirst() + ": " + e.reason());
            return 1;
        }
    }
}
