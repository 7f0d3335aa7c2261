package companion.practice.codebuild.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.EndlessException;
import companion.practice.codebuild.shell.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** {@code jq}, on jackson-jq. Status 2: bad input or usage, 3: bad program, 5: it failed. */
final class Jq {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Call call;
    private final Scope scope;
    private final JqPrinter printer;
    private boolean raw;
    private boolean joined;
    private boolean exitByResult;
    private boolean nullInput;
    private boolean rawInput;
    private boolean slurp;
    private JsonNode last = NullNode.getInstance();

    private Jq(Call call) {
        this.call = call;
        this.scope = scope(call);
        this.printer = new JqPrinter();
    }

    static int run(Call call) throws ToolException {
        if (call.arguments().contains("--version")) {
            call.println("jq-1.7.1");
            return 0;
        }
        return new Jq(call).run();
    }

    /** The library's functions, but those that look out of the container or at the real clock. */
    private static Scope scope(Call call) {
        var scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, scope);
        var environment = JsonNodeFactory.instance.objectNode();
        call.environment().forEach(environment::put);
        scope.setValue("ENV", environment);
        scope.addFunction("env", 0, (where, arguments, in, path, output, version) -> output.emit(environment, null));
        scope.addFunction(
                "now",
                0,
                (where, arguments, in, path, output, version) -> output.emit(
                        JsonNodeFactory.instance.numberNode(
                                call.machine().clock().now().toEpochMilli() / 1000.0),
                        null));
        for (int arity = 1; arity <= 3; arity++) {
            count(scope, "range", arity, call);
        }
        return scope;
    }

    /** Each value that a function yields costs, so that an endless one is stopped before it fills the memory. */
    private static void count(Scope scope, String name, int arity, Call call) {
        var function = scope.getFunction(name, arity);
        if (function != null) {
            scope.addFunction(
                    name,
                    arity,
                    (where, arguments, in, path, output, version) -> function.apply(
                            where,
                            arguments,
                            in,
                            path,
                            (value, at) -> {
                                call.machine().budget().spend(1);
                                output.emit(value, at);
                            },
                            version));
        }
    }

    private int run() throws ToolException {
        var operands = options();
        if (operands.isEmpty()) {
            call.io().err().println("Usage:\tjq [OPTIONS] FILTER [FILES...]");
            return 2;
        }
        JsonQuery query;
        try {
            query = JsonQuery.compile(operands.getFirst(), Versions.JQ_1_6);
        } catch (JsonQueryException | RuntimeException e) {
            call.io().err().println("jq: error: syntax error (Unix shell quoting issues?) at <top-level>, line 1:");
            call.io().err().println(operands.getFirst());
            call.io().err().println("jq: 1 compile error");
            return 3;
        }
        return evaluate(query, inputs(operands.subList(1, operands.size())));
    }

    private int evaluate(JsonQuery query, List<JsonNode> inputs) {
        int status = 0;
        for (var input : inputs) {
            call.machine().budget().spend(100);
            try {
                query.apply(scope, input, this::emit);
            } catch (JsonQueryException e) {
                call.io().err().println("jq: error (at <stdin>:0): " + message(e));
                status = 5;
            } catch (StackOverflowError e) {
                throw new EndlessException();
            }
        }
        if (status == 0 && exitByResult) {
            return last.isNull() || last.isBoolean() && !last.booleanValue() ? 1 : 0;
        }
        return status;
    }

    /** jq's words, where the library's differ. */
    private static String message(JsonQueryException e) {
        return e.getOriginalMessage().replace(" with string \"", " with \"");
    }

    private void emit(JsonNode value) {
        last = value;
        var text = raw && value.isTextual() ? value.textValue() : printer.print(value);
        call.print(joined ? text : text + "\n");
    }

    private List<JsonNode> inputs(List<String> files) throws ToolException {
        if (nullInput) {
            return List.of(NullNode.getInstance());
        }
        var text = Inputs.text(call, files);
        if (rawInput) {
            return slurp
                    ? List.of(TextNode.valueOf(text))
                    : Input.lines(text).stream()
                            .<JsonNode>map(TextNode::valueOf)
                            .toList();
        }
        var values = parse(text);
        return slurp ? List.of(JsonNodeFactory.instance.arrayNode().addAll(values)) : values;
    }

    private static List<JsonNode> parse(String text) throws ToolException {
        var values = new ArrayList<JsonNode>();
        try (var parser = JSON.createParser(text)) {
            for (JsonNode value = JSON.readTree(parser); value != null; value = JSON.readTree(parser)) {
                values.add(value);
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new ToolException(
                    "parse error: Invalid numeric literal at line " + (at == null ? 1 : at.getLineNr()) + ", column "
                            + (at == null ? 1 : at.getColumnNr()),
                    2);
        } catch (IOException e) {
            throw new ToolException("error: " + e.getMessage(), 2);
        }
        return values;
    }

    private List<String> options() throws ToolException {
        var operands = new ArrayList<String>();
        var words = new ArrayList<>(call.arguments());
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            switch (word) {
                case "--arg" -> {
                    var name = value(word, words);
                    scope.setValue(name, TextNode.valueOf(value(word, words)));
                }
                case "--argjson" -> {
                    var name = value(word, words);
                    var values = parse(value(word, words));
                    scope.setValue(name, values.isEmpty() ? NullNode.getInstance() : values.getFirst());
                }
                case "--slurpfile", "--rawfile" -> {
                    var name = value(word, words);
                    var text = Inputs.text(call, List.of(value(word, words)));
                    scope.setValue(
                            name,
                            word.equals("--rawfile")
                                    ? TextNode.valueOf(text)
                                    : JsonNodeFactory.instance.arrayNode().addAll(parse(text)));
                }
                case "--indent" -> printer.indent(Integer.parseInt(value(word, words)));
                case "--from-file", "-f" -> operands.addFirst(Inputs.text(call, List.of(value(word, words))));
                case "--raw-output" -> raw = true;
                case "--compact-output" -> printer.compact();
                case "--null-input" -> nullInput = true;
                case "--raw-input" -> rawInput = true;
                case "--slurp" -> slurp = true;
                case "--exit-status" -> exitByResult = true;
                case "--sort-keys" -> printer.sortKeys();
                case "--join-output" -> raw = joined = true;
                case "--tab" -> printer.tab();
                case "--monochrome-output", "--color-output", "--ascii-output", "--unbuffered" -> {
                    // No terminal here.
                }
                default -> {
                    if (!word.startsWith("-") || word.length() == 1) {
                        operands.add(word);
                        continue;
                    }
                    letters(word);
                }
            }
        }
        return operands;
    }

    private void letters(String word) throws ToolException {
        for (char letter : word.substring(1).toCharArray()) {
            switch (letter) {
                case 'r' -> raw = true;
                case 'j' -> raw = joined = true;
                case 'c' -> printer.compact();
                case 'n' -> nullInput = true;
                case 'e' -> exitByResult = true;
                case 's' -> slurp = true;
                case 'R' -> rawInput = true;
                case 'S' -> printer.sortKeys();
                case 'M', 'C', 'a' -> {
                    // No terminal here.
                }
                default -> throw new ToolException("error: Unknown arguments", 2);
            }
        }
    }

    private static String value(String option, List<String> words) throws ToolException {
        if (words.isEmpty()) {
            throw new ToolException("error: " + option + " takes a parameter", 2);
        }
        return words.removeFirst();
    }
}
