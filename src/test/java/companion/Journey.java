package companion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.console.Console;
import companion.console.Practice;
import companion.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The console's commands, run in this process on the practice cloud of a workspace. */
public record Journey(Path workspace, Practice.Starter starter) {

    public Journey(Path workspace) {
        this(workspace, Companion::startPractice);
    }

    /** @param exit code */
    public record Result(int exit, String out, String err) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not one JSON document: " + out, e);
            }
        }
    }

    public Result run(String... options) {
        return command("run", options);
    }

    Result cleanUp() {
        return command("cleanup");
    }

    /** Where the practice cloud of the workspace keeps its journal. */
    public Path state() {
        return workspace.resolve("practice").resolve("cloud");
    }

    /** The arguments of a command on the workshop, as a shell would pass them. */
    List<String> arguments(String command, String... options) {
        var all = new ArrayList<>(List.of(command, "blue-green", "--practice", "--speed", "instant", "--json"));
        all.addAll(List.of("--workspace", workspace.toString()));
        all.addAll(List.of(options));
        return all;
    }

    private Result command(String command, String... options) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Map.of());
        int exit = new Console(terminal, starter)
                .run(arguments(command, options).toArray(String[]::new));
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
