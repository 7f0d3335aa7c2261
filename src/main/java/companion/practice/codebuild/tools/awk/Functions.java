package companion.practice.codebuild.tools.awk;

import companion.practice.codebuild.tools.awk.Tree.Expression;
import java.util.List;
import java.util.Locale;

/** awk's own functions. */
final class Functions {
    private final Interpreter interpreter;

    Functions(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Value call(String function, List<Expression> arguments) {
        return switch (function) {
            case "length" -> length(arguments);
            case "substr" -> substr(arguments);
            case "index" -> Value.of(text(arguments, 0).indexOf(text(arguments, 1)) + 1);
            case "split" -> split(arguments);
            case "sub", "gsub" -> substitute(arguments, function.equals("gsub"));
            case "match" -> match(arguments);
            case "sprintf" -> {
                var values = arguments.stream().map(interpreter::value).toList();
                yield Value.of(Formatter.format(text(arguments, 0), values.subList(1, values.size())));
            }
            case "toupper" -> Value.of(text(arguments, 0).toUpperCase(Locale.ROOT));
            case "tolower" -> Value.of(text(arguments, 0).toLowerCase(Locale.ROOT));
            case "int" -> Value.of((double) (long) number(arguments));
            case "sqrt" -> Value.of(Math.sqrt(number(arguments)));
            case "exp" -> Value.of(Math.exp(number(arguments)));
            case "log" -> Value.of(Math.log(number(arguments)));
            case "sin" -> Value.of(Math.sin(number(arguments)));
            case "cos" -> Value.of(Math.cos(number(arguments)));
            default -> throw new AwkException("function `" + function + "' not defined");
        };
    }

    private Value length(List<Expression> arguments) {
        if (arguments.isEmpty()) {
            return Value.of(interpreter.records().get(0).text().length());
        }
        if (arguments.getFirst() instanceof Tree.Variable(var name)
                && !interpreter.array(name).isEmpty()) {
            return Value.of(interpreter.array(name).size());
        }
        return Value.of(text(arguments, 0).length());
    }

    private Value substr(List<Expression> arguments) {
        var text = text(arguments, 0);
        long start = Math.round(interpreter.value(arguments.get(1)).number());
        long end = arguments.size() > 2
                ? start + Math.round(interpreter.value(arguments.get(2)).number())
                : Long.MAX_VALUE;
        int from = Math.clamp(start - 1, 0, text.length());
        int to = Math.clamp(end - 1, from, text.length());
        return Value.of(text.substring(from, to));
    }

    private Value split(List<Expression> arguments) {
        if (arguments.size() < 2 || !(arguments.get(1) instanceof Tree.Variable(var name))) {
            throw new AwkException("split: second argument is not an array");
        }
        var separator = arguments.size() < 3
                ? interpreter.variable("FS").text()
                : arguments.get(2) instanceof Tree.Regex(var pattern) ? pattern.pattern() : text(arguments, 2);
        var parts = interpreter.records().split(text(arguments, 0), separator);
        var array = interpreter.array(name);
        array.clear();
        for (int i = 0; i < parts.size(); i++) {
            array.put(Integer.toString(i + 1), Value.input(parts.get(i)));
        }
        return Value.of(parts.size());
    }

    private Value substitute(List<Expression> arguments, boolean all) {
        var pattern = interpreter.pattern(arguments.getFirst());
        var replacement = text(arguments, 1);
        Expression target = arguments.size() > 2 ? arguments.get(2) : new Tree.Field(new Tree.Constant(Value.of(0)));
        var text = interpreter.value(target).text();
        var matcher = pattern.matcher(interpreter.guard(text));
        var result = new StringBuilder();
        int from = 0;
        int count = 0;
        while (matcher.find() && (all || count == 0)) {
            count++;
            result.append(text, from, matcher.start());
            result.append(replacement
                    .replace("\\&", "\0")
                    .replace("&", matcher.group())
                    .replace("\0", "&"));
            from = matcher.end();
        }
        if (count > 0) {
            interpreter.put(target, Value.of(result.append(text.substring(from)).toString()));
        }
        return Value.of(count);
    }

    private Value match(List<Expression> arguments) {
        var matcher = interpreter.pattern(arguments.get(1)).matcher(interpreter.guard(text(arguments, 0)));
        boolean found = matcher.find();
        interpreter.assign("RSTART", Value.of(found ? matcher.start() + 1 : 0));
        interpreter.assign("RLENGTH", Value.of(found ? matcher.end() - matcher.start() : -1));
        return interpreter.variable("RSTART");
    }

    private String text(List<Expression> arguments, int index) {
        if (index >= arguments.size()) {
            throw new AwkException("not enough arguments to a function");
        }
        return interpreter.value(arguments.get(index)).text();
    }

    private double number(List<Expression> arguments) {
        if (arguments.isEmpty()) {
            throw new AwkException("not enough arguments to a function");
        }
        return interpreter.value(arguments.getFirst()).number();
    }
}
