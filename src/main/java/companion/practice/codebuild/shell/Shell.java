package companion.practice.codebuild.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shell of one build. It lives as long as the build does: what a command sets, exports or changes into is there for
 * the
 * next one, as with version 0.2 of the buildspec.
 */
public final class Shell {
    /** The file in which CodeBuild's agent puts a command; the shell's messages name it. */
    private static final String SCRIPT = "/codebuild/output/tmp/script.sh";
    /** The agent's own lines before the command. */
    private static final int FIRST_LINE = 4;

    private final ShellState state;
    private final Evaluator evaluator;
    private final int firstLine;

    /**
     * @param environment all exported
     * @param programs what command names mean; null: unknown
     */
    public Shell(
            Dialect dialect,
            Machine machine,
            Map<String, String> environment,
            String directory,
            Function<String, @Nullable Program> programs) {
        this(new ShellState(dialect, SCRIPT, environment, List.of(), directory), machine, programs, FIRST_LINE);
    }

    private Shell(ShellState state, Machine machine, Function<String, @Nullable Program> programs, int firstLine) {
        this.state = state;
        this.evaluator = new Evaluator(state, machine, programs);
        this.firstLine = firstLine;
    }

    /** The {@code /bin/sh} of a container image, for RUN in a Dockerfile. */
    public static Shell inImage(
            Dialect dialect,
            Machine machine,
            Map<String, String> environment,
            String directory,
            Function<String, @Nullable Program> programs) {
        return new Shell(new ShellState(dialect, "/bin/sh", environment, List.of(), directory), machine, programs, 1);
    }

    /**
     * Runs one command of a buildspec.
     *
     * @return its exit status
     * @throws EndlessException if it would not end in time
     */
    public int run(String command, Streams io) {
        return run(command, firstLine, evaluator, io);
    }

    /** The value of a variable, exported or not; null if it is unset. */
    public @Nullable String variable(String name) {
        return state.value(name);
    }

    public void export(String name, String value) {
        state.variables.exportAs(name, value);
    }

    static int run(String text, int firstLine, Evaluator evaluator, Streams io) {
        var state = evaluator.state;
        try {
            return evaluator.run(new Parser(new Source(text, firstLine), state.dialect).script(), io, false);
        } catch (Jump.Exit exit) {
            state.status = exit.status;
        } catch (Jump jump) {
            // A return, break or continue outside of anything that it could leave ends nothing.
            state.status = 0;
        } catch (ShellError error) {
            io.err().println(String.valueOf(error.getMessage()));
            state.status = error.status();
        } catch (ShellSyntaxException error) {
            io.err().println(state.dialect.at(state.script, error.line()) + error.getMessage());
            state.status = 2;
        } catch (StackOverflowError error) {
            io.err().println("Segmentation fault (core dumped)");
            state.status = 139;
        }
        return state.status;
    }
}
