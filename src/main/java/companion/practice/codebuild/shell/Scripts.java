package companion.practice.codebuild.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs files of the container as scripts, and says what is wrong with names that mean nothing. */
final class Scripts {
    private static final Pattern PROGRAM_FOLDER = Pattern.compile("(/usr(/local)?)?/s?bin/[^/]+");

    private final Evaluator shell;
    private final ShellState state;

    Scripts(Evaluator shell) {
        this.shell = shell;
        this.state = shell.state;
    }

    /** Whether a name may be that of a program, and not of a file somewhere else. */
    static boolean isProgramPath(String name) {
        return !name.contains("/") || PROGRAM_FOLDER.matcher(name).matches();
    }

    /** Runs what a command name means that is no program: a shell, or a file. */
    int run(String name, List<String> arguments, Map<String, String> environment, Streams io) {
        if (isProgramPath(name)) {
            switch (FileTree.name(name)) {
                case "sh" -> {
                    return interpreter(name, state.dialect, arguments, environment, io);
                }
                case "bash" -> {
                    return interpreter(name, Dialect.BASH, arguments, environment, io);
                }
                default -> {
                    if (!name.contains("/")) {
                        return unknown(name, io);
                    }
                }
            }
        }
        return file(name, arguments, environment, io);
    }

    /** Runs the text of a file in this shell: {@code .} and {@code source}. */
    int source(String path, List<String> arguments, Streams io) throws FileProblem {
        var text = shell.machine.files().readText(FileTree.resolve(state.directory, path));
        var before = state.arguments;
        if (!arguments.isEmpty()) {
            state.arguments = List.copyOf(arguments);
        }
        try {
            return shell.runInPlace(new Parser(new Source(text, 1), state.dialect).script(), io);
        } catch (Jump.Return jump) {
            return jump.status;
        } finally {
            state.arguments = before;
        }
    }

    private int unknown(String name, Streams io) {
        io.err().println(state.here() + name + (state.dialect == Dialect.DASH ? ": not found" : ": command not found"));
        return 127;
    }

    private int file(String name, List<String> arguments, Map<String, String> environment, Streams io) {
        var path = FileTree.resolve(state.directory, name);
        switch (shell.machine.files().find(path)) {
            case null -> {
                io.err()
                        .println(state.here()
                                + name
                                + (state.dialect == Dialect.DASH ? ": not found" : ": No such file or directory"));
                return 127;
            }
            case FileTree.Directory directory -> {
                io.err().println(state.here() + name + ": Is a directory");
                return 126;
            }
            case FileTree.File file -> {
                if (!file.executable()) {
                    io.err().println(state.here() + name + ": Permission denied");
                    return 126;
                }
                return script(name, new String(file.bytes(), StandardCharsets.UTF_8), arguments, environment, io);
            }
        }
    }

    private int script(String name, String text, List<String> arguments, Map<String, String> environment, Streams io) {
        var dialect = state.dialect;
        if (text.startsWith("#!")) {
            var words = text.substring(2, text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n'))
                    .strip()
                    .split("\\s+");
            var interpreter = FileTree.name(words[0]);
            if (interpreter.equals("env") && words.length > 1) {
                interpreter = words[1];
            }
            switch (interpreter) {
                case "bash" -> dialect = Dialect.BASH;
                case "sh" -> dialect = state.dialect;
                default -> {
                    io.err()
                            .println(
                                    words[0].endsWith("/env")
                                            ? "/usr/bin/env: '" + interpreter + "': No such file or directory"
                                            : state.here() + name + ": " + words[0]
                                                    + ": bad interpreter: No such file or directory");
                    return words[0].endsWith("/env") ? 127 : 126;
                }
            }
        }
        return process(dialect, name, text, false, arguments, environment, io);
    }

    private int interpreter(
            String name, Dialect dialect, List<String> arguments, Map<String, String> environment, Streams io) {
        var options = arguments.stream().takeWhile(word -> word.startsWith("-")).toList();
        var rest = arguments.subList(options.size(), arguments.size());
        if (options.contains("--version")) {
            io.out().println("GNU bash, version 5.2.15(1)-release (x86_64-amazon-linux-gnu)");
            return 0;
        }
        boolean errexit = options.stream().anyMatch(option -> option.matches("-[a-z]*e[a-z]*"));
        if (options.stream().anyMatch(option -> option.matches("-[a-z]*c"))) {
            if (rest.isEmpty()) {
                io.err().println(name + ": -c: option requires an argument");
                return 2;
            }
            var words = rest.size() > 1 ? rest.subList(2, rest.size()) : List.<String>of();
            return process(
                    dialect, rest.size() > 1 ? rest.get(1) : name, rest.getFirst(), errexit, words, environment, io);
        }
        if (rest.isEmpty()) {
            return process(dialect, name, io.in().readText(), errexit, List.of(), environment, io);
        }
        var script = rest.getFirst();
        try {
            var text = shell.machine.files().readText(FileTree.resolve(state.directory, script));
            return process(dialect, script, text, errexit, rest.subList(1, rest.size()), environment, io);
        } catch (FileProblem e) {
            io.err()
                    .println(name + ": " + (dialect == Dialect.DASH ? "0: cannot open " : "") + script + ": "
                            + e.reason());
            return dialect == Dialect.DASH ? 2 : 127;
        }
    }

    private int process(
            Dialect dialect,
            String name,
            String text,
            boolean errexit,
            List<String> arguments,
            Map<String, String> environment,
            Streams io) {
        var child = new ShellState(dialect, name, environment, arguments, state.directory);
        child.errexit = errexit;
        return Shell.run(text, 1, new Evaluator(child, shell.machine, shell.programs), io);
    }
}
