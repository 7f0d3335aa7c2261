package companion.practice.codebuild.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One call of a program.
 *
 * @param name as it was typed
 * @param arguments without the name
 * @param environment exported variables
 * @param directory where it was called
 * @param launcher calls other programs with the same environment, as {@code xargs} does
 */
public record Call(
        String name,
        List<String> arguments,
        Map<String, String> environment,
        String directory,
        Streams io,
        Machine machine,
        Launcher launcher) {

    /** Runs a command by its words. */
    @FunctionalInterface
    public interface Launcher {
        int launch(List<String> words, Map<String, String> environment, Streams io);
    }

    public FileTree files() {
        return machine.files();
    }

    /** The absolute path of a path in the call's directory. */
    public String path(String typed) {
        return FileTree.resolve(directory, typed);
    }

    public void print(String text) {
        io.out().print(text);
    }

    public void println(String line) {
        io.out().println(line);
    }

    /** Says what went wrong on the error stream, after the program's name. @return 1 */
    public int fail(String message) {
        io.err().println(name + ": " + message);
        return 1;
    }

    /** The bytes of a file; {@code -} is the input. */
    public byte[] read(String typed) throws FileProblem {
        return typed.equals("-") ? io.in().readAll() : files().read(path(typed));
    }

    /** The text of a file; {@code -} is the input. */
    public String readText(String typed) throws FileProblem {
        return new String(read(typed), StandardCharsets.UTF_8);
    }
}
