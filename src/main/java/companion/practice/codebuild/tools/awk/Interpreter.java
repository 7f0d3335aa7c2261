package companion.practice.codebuild.tools.awk;

import companion.practice.codebuild.tools.awk.Tree.Expression;
import companion.practice.codebuild.tools.awk.Tree.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Runs an awk program over lines. */
public final class Interpreter {

    /** Control that leaves statements. */
    private static final class Leave extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String how;

        private Leave(String how) {
            super(null, null, false, false);
            this.how = how;
        }
    }

    private final Tree.Program program;
    private final Consumer<String> out;
    private final UnaryOperator<CharSequence> guard;
    private final Runnable step;
    private final Map<String, Value> variables = new HashMap<>();
    private final Map<String, Map<String, Value>> arrays = new HashMap<>();
    private final Set<Tree.Rule> openRanges = new HashSet<>();
    private final Records records = new Records(this);
    private final Functions functions = new Functions(this);
    private int status;

    /**
     * Parses a program.
     *
     * @param guard wraps texts before regular expressions see them, so that an exploding one is stopped
     * @param step called at each step, so that an endless program is stopped
     * @throws AwkException if it cannot be parsed
     */
    public Interpreter(String program, Consumer<String> out, UnaryOperator<CharSequence> guard, Runnable step) {
        this.program = ProgramParser.parse(program);
        this.out = out;
        this.guard = guard;
        this.step = step;
        set("FS", " ");
        set("OFS", " ");
        set("ORS", "\n");
        set("SUBSEP", "\u001c");
        set("FILENAME", "");
    }

    /** Gives a variable a value, as {@code -v} does. */
    public void set(String name, String value) {
        variables.put(name, Value.input(value));
    }

    /** The variables of the environment. */
    public void environment(Map<String, String> values) {
        values.forEach((name, value) -> array("ENVIRON").put(name, Value.input(value)));
    }

    /** Whether it needs input at all: with {@code BEGIN} alone it does not. */
    public boolean reads() {
        return !program.rules().isEmpty() || !program.end().isEmpty();
    }

    /** Runs it. @return its exit status */
    public int run(List<String> lines) {
        try {
            program.begin().forEach(this::execute);
            for (int i = 0; i < lines.size() && reads(); i++) {
                assign("NR", Value.of(i + 1));
                assign("FNR", Value.of(i + 1));
                records.set(lines.get(i));
                try {
                    program.rules().forEach(this::apply);
                } catch (Leave leave) {
                    if (!leave.how.equals("next")) {
                        throw leave;
                    }
                }
            }
        } catch (Leave leave) {
            // The END rules run all the same.
        }
        try {
            program.end().forEach(this::execute);
        } catch (Leave leave) {
            return status;
        }
        return status;
    }

    private void apply(Tree.Rule rule) {
        if (!selects(rule)) {
            return;
        }
        if (rule.action() == null) {
            out.accept(records.get(0).text() + variable("ORS").text());
        } else {
            execute(rule.action());
        }
    }

    private boolean selects(Tree.Rule rule) {
        if (rule.pattern() == null) {
            return true;
        }
        if (rule.until() == null) {
            return value(rule.pattern()).truth();
        }
        if (openRanges.contains(rule) || value(rule.pattern()).truth()) {
            if (value(rule.until()).truth()) {
                openRanges.remove(rule);
            } else {
                openRanges.add(rule);
            }
            return true;
        }
        return false;
    }

    private void execute(Statement statement) {
        step.run();
        switch (statement) {
            case Tree.Block(var statements) -> statements.forEach(this::execute);
            case Tree.Evaluate(var expression) -> value(expression);
            case Tree.Print(var values) -> print(values);
            case Tree.Printf(var values) -> {
                if (values.isEmpty()) {
                    throw new AwkException("printf: no format");
                }
                var all = values.stream().map(this::value).toList();
                out.accept(Formatter.format(all.getFirst().text(), all.subList(1, all.size())));
            }
            case Tree.If(var condition, var then, var otherwise) -> {
                if (value(condition).truth()) {
                    execute(then);
                } else if (otherwise != null) {
                    execute(otherwise);
                }
            }
            case Tree.While(var condition, var body, var bodyFirst) -> {
                boolean more = bodyFirst || value(condition).truth();
                while (more && once(body)) {
                    more = value(condition).truth();
                }
            }
            case Tree.For loop -> {
                if (loop.first() != null) {
                    execute(loop.first());
                }
                while ((loop.condition() == null || value(loop.condition()).truth()) && once(loop.body())) {
                    if (loop.step() != null) {
                        execute(loop.step());
                    }
                }
            }
            case Tree.ForIn(var variable, var array, var body) -> {
                for (var key : new ArrayList<>(array(array).keySet())) {
                    assign(variable, Value.input(key));
                    if (!once(body)) {
                        break;
                    }
                }
            }
            case Tree.Delete(var array, var keys) -> {
                if (keys.isEmpty()) {
                    array(array).clear();
                } else {
                    array(array).remove(key(keys));
                }
            }
            case Tree.Leave(var how, var result) -> {
                if (result != null) {
                    status = (int) value(result).number() & 0xff;
                }
                throw new Leave(how);
            }
        }
    }

    private boolean once(Statement body) {
        step.run();
        try {
            execute(body);
            return true;
        } catch (Leave leave) {
            return switch (leave.how) {
                case "continue" -> true;
                case "break" -> false;
                default -> throw leave;
            };
        }
    }

    private void print(List<Expression> values) {
        var texts = values.isEmpty()
                ? List.of(records.get(0).text())
                : values.stream().map(value -> value(value).text()).toList();
        out.accept(String.join(variable("OFS").text(), texts) + variable("ORS").text());
    }

    Value value(Expression expression) {
        step.run();
        return switch (expression) {
            case Tree.Constant(var value) -> value;
            case Tree.Regex(var pattern) ->
                Value.of(pattern.matcher(guard(records.get(0).text())).find());
            case Tree.Variable(var name) -> variable(name);
            case Tree.Field(var index) -> records.get((int) value(index).number());
            case Tree.Element(var array, var keys) -> array(array).computeIfAbsent(key(keys), key -> Value.EMPTY);
            case Tree.In(var keys, var array) -> Value.of(array(array).containsKey(key(keys)));
            case Tree.Assign assign -> assign(assign);
            case Tree.Step(var target, var by, var prefix) -> {
                double before = value(target).number();
                put(target, Value.of(before + by));
                yield Value.of(prefix ? before + by : before);
            }
            case Tree.Unary(var operator, var operand) ->
                switch (operator) {
                    case '!' -> Value.of(!value(operand).truth());
                    case '-' -> Value.of(-value(operand).number());
                    default -> Value.of(value(operand).number());
                };
            case Tree.Binary(var operator, var left, var right) -> binary(operator, left, right);
            case Tree.Match(var text, var negated, var regex) ->
                Value.of(pattern(regex).matcher(guard(value(text).text())).find() != negated);
            case Tree.Conditional(var condition, var yes, var no) ->
                value(value(condition).truth() ? yes : no);
            case Tree.Call(var function, var arguments) -> functions.call(function, arguments);
        };
    }

    private Value binary(String operator, Expression left, Expression right) {
        if (operator.equals("&&") || operator.equals("||")) {
            boolean first = value(left).truth();
            return Value.of(
                    operator.equals("&&")
                            ? first && value(right).truth()
                            : first || value(right).truth());
        }
        var a = value(left);
        var b = value(right);
        return switch (operator) {
            case " " -> Value.of(a.text() + b.text());
            case "==" -> Value.of(a.compare(b) == 0);
            case "!=" -> Value.of(a.compare(b) != 0);
            case "<" -> Value.of(a.compare(b) < 0);
            case "<=" -> Value.of(a.compare(b) <= 0);
            case ">" -> Value.of(a.compare(b) > 0);
            case ">=" -> Value.of(a.compare(b) >= 0);
            default -> Value.of(arithmetic(operator, a.number(), b.number()));
        };
    }

    private static double arithmetic(String operator, double a, double b) {
        if (b == 0 && (operator.equals("/") || operator.equals("%"))) {
            throw new AwkException("division by zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            default -> Math.pow(a, b);
        };
    }

    private Value assign(Tree.Assign assign) {
        var value = value(assign.value());
        if (!assign.operator().equals("=")) {
            var operator = assign.operator().substring(0, 1);
            value = Value.of(arithmetic(operator, value(assign.target()).number(), value.number()));
        }
        put(assign.target(), value);
        return value;
    }

    void put(Expression target, Value value) {
        switch (target) {
            case Tree.Variable(var name) -> {
                assign(name, value);
                if (name.equals("NF")) {
                    records.resize((int) value.number());
                }
            }
            case Tree.Field(var index) -> records.put((int) value(index).number(), value.text());
            case Tree.Element(var array, var keys) -> array(array).put(key(keys), value);
            default -> throw new AwkException("assignment to something that is no variable");
        }
    }

    /** The regular expression that an expression stands for. */
    Pattern pattern(Expression expression) {
        return expression instanceof Tree.Regex(var pattern)
                ? pattern
                : compile(value(expression).text());
    }

    void assign(String name, Value value) {
        variables.put(name, value);
    }

    Value variable(String name) {
        @Nullable Value value = variables.get(name);
        return value == null ? Value.EMPTY : value;
    }

    Map<String, Value> array(String name) {
        return arrays.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    Records records() {
        return records;
    }

    CharSequence guard(String text) {
        return guard.apply(text);
    }

    static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex.replaceAll("\\[\\[:(\\w+):\\]\\]", "\\\\p{$1}")
                    .replace("\\p{alnum}", "\\p{Alnum}")
                    .replace("\\p{alpha}", "\\p{Alpha}")
                    .replace("\\p{digit}", "\\p{Digit}")
                    .replace("\\p{space}", "\\s")
                    .replace("\\p{upper}", "\\p{Upper}")
                    .replace("\\p{lower}", "\\p{Lower}")
                    .replace("\\p{punct}", "\\p{Punct}"));
        } catch (PatternSyntaxException e) {
            throw new AwkException("invalid regexp: " + regex);
        }
    }

    private String key(List<Expression> keys) {
        return String.join(
                variable("SUBSEP").text(),
                keys.stream().map(key -> value(key).text()).toList());
    }
}
