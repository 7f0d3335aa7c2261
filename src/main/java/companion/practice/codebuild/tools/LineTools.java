package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.Input;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Programs that pass lines on: all of them, some, or counted. */
final class LineTools {
    private LineTools() {}

    static int cat(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "nbAETsuv");
        int status = 0;
        int number = 1;
        for (var file : flags.operands().isEmpty() ? List.of("-") : flags.operands()) {
            try {
                var bytes = call.read(file);
                if (!flags.has('n')) {
                    call.io().out().write(bytes);
                    continue;
                }
                for (var line : Input.lines(new String(bytes, StandardCharsets.UTF_8))) {
                    call.println(String.format("%6d\t%s", number++, line));
                }
            } catch (FileProblem e) {
                status = call.fail(file + ": " + e.reason());
            }
        }
        return status;
    }

    static int head(Call call) throws ToolException {
        var flags = Flags.parse(counted(call.arguments()), "n:c:q", Map.of("lines", 'n', "bytes", 'c'));
        var text = Inputs.text(call, flags.operands());
        if (flags.has('c')) {
            call.print(text.substring(0, Math.min(text.length(), flags.number('c', 0))));
            return 0;
        }
        var lines = Input.lines(text);
        int count = flags.number('n', 10);
        print(call, lines.subList(0, Math.clamp(count < 0 ? lines.size() + count : count, 0, lines.size())));
        return 0;
    }

    static int tail(Call call) throws ToolException {
        var flags = Flags.parse(counted(call.arguments()), "n:c:qf", Map.of("lines", 'n', "bytes", 'c'));
        var text = Inputs.text(call, flags.operands());
        if (flags.has('c')) {
            call.print(text.substring(Math.max(0, text.length() - flags.number('c', 0))));
            return 0;
        }
        var lines = Input.lines(text);
        var from = flags.value('n');
        int count = flags.number('n', 10);
        int start = from != null && from.startsWith("+") ? count - 1 : lines.size() - Math.abs(count);
        print(call, lines.subList(Math.clamp(start, 0, lines.size()), lines.size()));
        return 0;
    }

    static int tee(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "ai");
        var bytes = call.io().in().readAll();
        call.io().out().write(bytes);
        int status = 0;
        for (var file : flags.operands()) {
            try {
                if (flags.has('a')) {
                    call.files().append(call.path(file), bytes);
                } else {
                    call.files().write(call.path(file), bytes);
                }
            } catch (FileProblem e) {
                status = call.fail(file + ": " + e.reason());
            }
        }
        return status;
    }

    static int wc(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "lwcm");
        boolean all = !flags.has('l') && !flags.has('w') && !flags.has('c') && !flags.has('m');
        for (var file : flags.operands().isEmpty() ? List.of("-") : flags.operands()) {
            var bytes = Inputs.file(call, file);
            var text = new String(bytes, StandardCharsets.UTF_8);
            var counts = new ArrayList<String>();
            if (all || flags.has('l')) {
                counts.add(Long.toString(text.chars().filter(c -> c == '\n').count()));
            }
            if (all || flags.has('w')) {
                counts.add(Integer.toString(text.isBlank() ? 0 : text.strip().split("\\s+").length));
            }
            if (flags.has('m')) {
                counts.add(Integer.toString(text.codePointCount(0, text.length())));
            }
            if (all || flags.has('c')) {
                counts.add(Integer.toString(bytes.length));
            }
            if (counts.size() > 1) {
                counts.replaceAll(count -> String.format("%7s", count));
            }
            call.println(String.join(" ", counts) + (file.equals("-") ? "" : " " + file));
        }
        return 0;
    }

    static int tac(Call call) throws ToolException {
        var lines = new ArrayList<>(Inputs.lines(call, call.arguments()));
        Collections.reverse(lines);
        print(call, lines);
        return 0;
    }

    static int rev(Call call) throws ToolException {
        for (var line : Inputs.lines(call, call.arguments())) {
            call.println(new StringBuilder(line).reverse().toString());
        }
        return 0;
    }

    static int seq(Call call) throws ToolException {
        var operands = call.arguments();
        try {
            long first = operands.size() > 1 ? Long.parseLong(operands.getFirst()) : 1;
            long step = operands.size() > 2 ? Long.parseLong(operands.get(1)) : 1;
            long last = Long.parseLong(operands.getLast());
            for (long i = first; step > 0 ? i <= last : step < 0 && i >= last; i += step) {
                call.machine().budget().spend(5);
                call.println(Long.toString(i));
            }
            return 0;
        } catch (NumberFormatException | NoSuchElementException e) {
            throw new ToolException(operands.isEmpty() ? "missing operand" : "invalid floating point argument");
        }
    }

    private static void print(Call call, List<String> lines) {
        if (!lines.isEmpty()) {
            call.print(String.join("\n", lines) + "\n");
        }
    }

    /** {@code -5} means {@code -n 5}. */
    private static List<String> counted(List<String> arguments) {
        return arguments.stream()
                .map(word -> word.matches("-\\d+") ? "-n" + word.substring(1) : word)
                .toList();
    }
}
