package companion.practice.codebuild.shell;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Walks a command tree in one shell process. */
final class Evaluator {
    final ShellState state;
    final Machine machine;
    final Function<String, @Nullable Program> programs;
    final Expander expander;
    private final SimpleCommands commands;
    /** Whether somebody looks at the status of the command that runs now. */
    private boolean watched;

    private Streams substitutionStreams = new Streams(Input.empty(), Output.NOWHERE, Output.NOWHERE);

    Evaluator(ShellState state, Machine machine, Function<String, @Nullable Program> programs) {
        this.state = state;
        this.machine = machine;
        this.programs = programs;
        this.expander = new Expander(state, machine, this::substitute);
        this.commands = new SimpleCommands(this);
    }

    /**
     * Runs a command.
     *
     * @param guarded whether somebody looks at the status, so that {@code set -e} does not end the script
     */
    int run(Node node, Streams io, boolean guarded) {
        machine.budget().spend(10);
        int status = switch (node) {
            case Node.Simple simple -> {
                state.line = simple.line();
                substitutionStreams = io;
                watched = guarded;
                yield checked(commands.run(simple, io), guarded);
            }
            case Node.Pipeline pipeline -> pipeline(pipeline, io, guarded);
            case Node.AndOr andOr -> andOr(andOr, io, guarded);
            case Node.Sequence(var nodes) -> {
                int last = nodes.isEmpty() ? 0 : state.status;
                for (var each : nodes) {
                    last = run(each, io, guarded);
                }
                yield last;
            }
            case Node.Subshell(var body) -> checked(subshell(body, io, guarded), guarded);
            case Node.If(var condition, var then, var otherwise) ->
                run(condition, io, true) == 0
                        ? run(then, io, guarded)
                        : otherwise == null ? 0 : run(otherwise, io, guarded);
            case Node.While loop -> loop(loop, io, guarded);
            case Node.For loop -> each(loop, io, guarded);
            case Node.Case choice -> choice(choice, io, guarded);
            case Node.Function(var name, var body) -> {
                state.functions.put(name, body);
                yield 0;
            }
            case Node.Condition(var test, var line) -> {
                state.line = line;
                substitutionStreams = io;
                yield checked(condition(test, io), guarded);
            }
            case Node.Sum(var expression, var line) -> {
                state.line = line;
                substitutionStreams = io;
                yield checked(expander.sum(expression) == 0 ? 1 : 0, guarded);
            }
            case Node.Redirected redirected -> redirected(redirected, io, guarded);
        };
        state.status = status;
        return status;
    }

    /** Runs what the current command stands for, such as the body of a function: watched as that command is. */
    int runInPlace(Node node, Streams io) {
        return run(node, io, watched);
    }

    /** Runs a command in a copy of this shell; what it assigns is lost. */
    int subshell(Node body, Streams io, boolean guarded) {
        try {
            return new Evaluator(state.copy(), machine, programs).run(body, io, guarded);
        } catch (Jump.Exit exit) {
            return exit.status;
        } catch (Jump jump) {
            return state.status;
        } catch (ShellError error) {
            io.err().println(String.valueOf(error.getMessage()));
            return error.status();
        }
    }

    private String substitute(Node body) {
        var output = new OutputBuffer();
        state.status = subshell(body, substitutionStreams.withOut(output), false);
        commands.substituted();
        var text = output.text();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private int checked(int status, boolean guarded) {
        if (status != 0 && state.errexit && !guarded) {
            throw new Jump.Exit(status);
        }
        return status;
    }

    private int pipeline(Node.Pipeline pipeline, Streams io, boolean guarded) {
        var stages = pipeline.stages();
        boolean watched = guarded || pipeline.negated();
        if (stages.size() == 1) {
            return invert(run(stages.getFirst(), io, watched), pipeline, guarded);
        }
        var in = io.in();
        int status = 0;
        int failed = 0;
        for (int i = 0; i < stages.size(); i++) {
            boolean last = i == stages.size() - 1;
            var pipe = new OutputBuffer();
            var streams = new Streams(in, last ? io.out() : pipe, io.err());
            status = subshell(stages.get(i), streams, true);
            failed = status == 0 ? failed : status;
            in = pipe.toInput();
        }
        return invert(state.pipefail ? failed : status, pipeline, guarded);
    }

    private int invert(int status, Node.Pipeline pipeline, boolean guarded) {
        return pipeline.negated() ? (status == 0 ? 1 : 0) : checked(status, guarded);
    }

    private int andOr(Node.AndOr node, Streams io, boolean guarded) {
        int first = run(node.first(), io, true);
        return (first == 0) == node.and() ? run(node.second(), io, guarded) : first;
    }

    private int loop(Node.While loop, Streams io, boolean guarded) {
        int status = 0;
        while ((run(loop.condition(), io, true) == 0) != loop.until()) {
            try {
                status = run(loop.body(), io, guarded);
            } catch (Jump.Loop jump) {
                if (leaves(jump)) {
                    break;
                }
            }
        }
        return status;
    }

    private int each(Node.For loop, Streams io, boolean guarded) {
        substitutionStreams = io;
        var values = loop.words() == null ? List.copyOf(state.arguments) : expander.fields(loop.words());
        int status = 0;
        for (var value : values) {
            state.variables.set(loop.name(), value);
            try {
                status = run(loop.body(), io, guarded);
            } catch (Jump.Loop jump) {
                if (leaves(jump)) {
                    break;
                }
            }
        }
        return status;
    }

    private static boolean leaves(Jump.Loop jump) {
        if (jump.levels > 1) {
            throw new Jump.Loop(jump.levels - 1, jump.again);
        }
        return !jump.again;
    }

    private int choice(Node.Case choice, Streams io, boolean guarded) {
        substitutionStreams = io;
        var subject = expander.text(choice.subject());
        for (var arm : choice.arms()) {
            for (var pattern : arm.patterns()) {
                if (Glob.compile(expander.pattern(pattern), true)
                        .matcher(machine.budget().guard(subject))
                        .matches()) {
                    return run(arm.body(), io, guarded);
                }
            }
        }
        return 0;
    }

    private int redirected(Node.Redirected node, Streams io, boolean guarded) {
        state.line = node.line();
        substitutionStreams = io;
        try (var redirection = Redirection.open(node.redirects(), state, machine.files(), expander, io)) {
            return run(node.body(), redirection.streams(), guarded);
        } catch (FileProblem e) {
            io.err().println(state.here() + e.reason());
            return checked(1, guarded);
        }
    }

    private int condition(Node.Test test, Streams io) {
        try {
            return holds(test) ? 0 : 1;
        } catch (Conditions.BadTest | PatternSyntaxException e) {
            io.err().println(state.here() + "[[: " + e.getMessage());
            return 2;
        }
    }

    private boolean holds(Node.Test test) {
        var conditions = new Conditions(state, machine.files());
        return switch (test) {
            case Node.Test.Both(var first, var second) -> holds(first) && holds(second);
            case Node.Test.Either(var first, var second) -> holds(first) || holds(second);
            case Node.Test.Not(var inner) -> !holds(inner);
            case Node.Test.Unary(var operator, var operand) -> conditions.unary(operator, expander.text(operand));
            case Node.Test.Binary(var left, var operator, var right) -> {
                var subject = expander.text(left);
                yield switch (operator) {
                    case "=", "==" -> matches(subject, right);
                    case "!=" -> !matches(subject, right);
                    case "=~" ->
                        Pattern.compile(expander.text(right))
                                .matcher(machine.budget().guard(subject))
                                .find();
                    default -> conditions.binary(subject, operator, expander.text(right));
                };
            }
        };
    }

    private boolean matches(String subject, Word pattern) {
        return Glob.compile(expander.pattern(pattern), true)
                .matcher(machine.budget().guard(subject))
                .matches();
    }
}
