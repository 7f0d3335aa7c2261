package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.Input;
import companion.practice.codebuild.tools.awk.AwkException;
import companion.practice.codebuild.tools.awk.Interpreter;
import java.util.ArrayList;
import java.util.List;

/** {@code awk}, as a command. */
final class Awk {
    private Awk() {}

    static int run(Call call) throws ToolException {
        var flags = Flags.parse(leading(call.arguments()), "F:v:f:");
        var operands = new ArrayList<>(flags.operands());
        String text;
        if (flags.has('f')) {
            text = Inputs.text(call, flags.values('f'));
        } else if (operands.isEmpty()) {
            call.io().err().println("Usage: awk [POSIX or GNU style options] [--] 'program' file ...");
            return 1;
        } else {
            text = operands.removeFirst();
        }
        try {
            var budget = call.machine().budget();
            var program = new Interpreter(text, call::print, budget::guard, () -> budget.spend(1));
            program.environment(call.environment());
            var separator = flags.value('F');
            if (separator != null) {
                program.set("FS", separator.equals("t") ? "\t" : separator.replace("\\t", "\t"));
            }
            for (var assignment : flags.values('v')) {
                assign(program, assignment);
            }
            // An operand of the form name=value is an assignment, not a file.
            var assignments = operands.stream()
                    .filter(word -> word.matches("[A-Za-z_]\\w*=.*"))
                    .toList();
            for (var assignment : assignments) {
                assign(program, assignment);
            }
            operands.removeAll(assignments);
            return program.run(program.reads() ? Input.lines(Inputs.text(call, operands)) : List.of());
        } catch (AwkException e) {
            throw new ToolException(String.valueOf(e.getMessage()), 2);
        }
    }

    private static void assign(Interpreter program, String assignment) throws ToolException {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new ToolException("`" + assignment + "' argument to `-v' not in `var=value' form", 2);
        }
        program.set(
                assignment.substring(0, equals),
                assignment.substring(equals + 1).replace("\\n", "\n").replace("\\t", "\t"));
    }

    /** Options end at the program's text; what follows may begin with a dash. */
    private static List<String> leading(List<String> arguments) {
        var words = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (!word.startsWith("-") || word.equals("-") || word.equals("--")) {
                words.add("--");
                words.addAll(arguments.subList(word.equals("--") ? i + 1 : i, arguments.size()));
                return words;
            }
            words.add(word);
            if (word.matches("-[Fvf]") && i + 1 < arguments.size()) {
                words.add(arguments.get(++i));
            }
        }
        return words;
    }
}
