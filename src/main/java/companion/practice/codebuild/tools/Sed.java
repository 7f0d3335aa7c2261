package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.Input;
import companion.practice.codebuild.tools.SedProgram.Address;
import companion.practice.codebuild.tools.SedProgram.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code sed}: runs its program over the lines of the input, or of files in place. */
final class Sed {
    private static final Map<String, Character> NAMES = Map.of(
            "quiet", 'n', "silent", 'n', "expression", 'e', "regexp-extended", 'E', "in-place", 'i', "file", 'f');

    /** What a command does to the cycle it is in. */
    private enum Cycle {
        GOES_ON,
        DELETED,
        LAST
    }

    private final Call call;
    private final List<Command> program;
    private final boolean quiet;
    private final Set<Command> openRanges = new HashSet<>();
    private final StringBuilder out = new StringBuilder();
    private List<String> lines = List.of();
    private String space = "";
    private String hold = "";
    private String appended = "";
    private int number;

    private Sed(Call call, List<Command> program, boolean quiet) {
        this.call = call;
        this.program = program;
        this.quiet = quiet;
    }

    static int run(Call call) throws ToolException, FileProblem {
        // -i and --in-place may carry a suffix, -i.bak, but never take the next word.
        var suffix = "";
        var arguments = new ArrayList<String>();
        for (var word : call.arguments()) {
            if (word.matches("(-i|--in-place=).+") && !word.matches("-i[nEre]+")) {
                suffix = word.replaceFirst("-i|--in-place=", "");
                arguments.add("-i");
            } else {
                arguments.add(word);
            }
        }
        var flags = Flags.parse(arguments, "ne:f:Eris", NAMES);
        var operands = new ArrayList<>(flags.operands());
        var scripts = new ArrayList<>(flags.values('e'));
        for (var file : flags.values('f')) {
            scripts.add(Inputs.text(call, List.of(file)));
        }
        if (scripts.isEmpty()) {
            if (operands.isEmpty()) {
                call.io().err().println("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...");
                return 1;
            }
            scripts.add(operands.removeFirst());
        }
        var program = SedProgram.parse(String.join("\n", scripts), flags.has('E') || flags.has('r'));
        if (!flags.has('i')) {
            call.print(new Sed(call, program, flags.has('n')).edit(Inputs.text(call, operands)));
            return 0;
        }
        int status = 0;
        for (var file : operands) {
            try {
                var text = new String(call.files().read(call.path(file)), StandardCharsets.UTF_8);
                if (!suffix.isEmpty()) {
                    call.files().copy(call.path(file), call.path(file + suffix));
                }
                var edited = new Sed(call, program, flags.has('n')).edit(text);
                call.files().write(call.path(file), edited.getBytes(StandardCharsets.UTF_8));
            } catch (FileProblem e) {
                call.fail("can't read " + file + ": " + e.reason());
                status = 2;
            }
        }
        return status;
    }

    private String edit(String text) {
        lines = Input.lines(text);
        while (number < lines.size()) {
            space = lines.get(number++);
            call.machine().budget().spend(5);
            var cycle = apply(program);
            if (cycle != Cycle.DELETED && !quiet) {
                out.append(space).append('\n');
            }
            out.append(appended);
            appended = "";
            if (cycle == Cycle.LAST) {
                break;
            }
        }
        boolean open = !text.endsWith("\n") && !out.isEmpty() && number == lines.size();
        return open ? out.substring(0, out.length() - 1) : out.toString();
    }

    private Cycle apply(List<Command> commands) {
        for (var command : commands) {
            if (selects(command) == command.negated()) {
                continue;
            }
            var cycle = switch (command.action()) {
                case SedProgram.Substitute substitute -> substitute(substitute);
                case SedProgram.Transliterate(var from, var to) -> transliterate(from, to);
                case SedProgram.Insert(var where, var line) -> insert(where, line);
                case SedProgram.Block(var inner) -> apply(inner);
                case SedProgram.Simple(var letter) -> simple(letter);
            };
            if (cycle != Cycle.GOES_ON) {
                return cycle;
            }
        }
        return Cycle.GOES_ON;
    }

    private boolean selects(Command command) {
        if (command.from() == null) {
            return true;
        }
        if (command.to() == null) {
            return matches(command.from());
        }
        if (openRanges.contains(command)) {
            if (command.to() instanceof SedProgram.Line(var last) ? number >= last : matches(command.to())) {
                openRanges.remove(command);
            }
            return !(command.to() instanceof SedProgram.Line(var last) && number > last);
        }
        if (!matches(command.from())) {
            return false;
        }
        if (!(command.to() instanceof SedProgram.Line(var last) && last <= number)) {
            openRanges.add(command);
        }
        return true;
    }

    private boolean matches(Address address) {
        return switch (address) {
            case SedProgram.Line(var wanted) -> number == wanted;
            case SedProgram.Last last -> number == lines.size();
            case SedProgram.Matching(var pattern) ->
                pattern.matcher(call.machine().budget().guard(space)).find();
            case SedProgram.Step(var first, var by) ->
                number >= first && (by == 0 ? number == first : (number - first) % by == 0);
        };
    }

    private Cycle substitute(SedProgram.Substitute command) {
        var matcher = command.pattern().matcher(call.machine().budget().guard(space));
        var result = new StringBuilder();
        int from = 0;
        int count = 0;
        boolean changed = false;
        while (matcher.find()) {
            if (++count < command.occurrence()) {
                continue;
            }
            result.append(space, from, matcher.start());
            SedReplacement.append(command.replacement(), matcher, result);
            from = matcher.end();
            changed = true;
            if (!command.all()) {
                break;
            }
        }
        if (changed) {
            space = result.append(space.substring(from)).toString();
            if (command.print()) {
                out.append(space).append('\n');
            }
        }
        return Cycle.GOES_ON;
    }

    private Cycle transliterate(String from, String to) {
        var mapped = new StringBuilder();
        for (char c : space.toCharArray()) {
            int index = from.indexOf(c);
            mapped.append(index < 0 ? c : to.charAt(index));
        }
        space = mapped.toString();
        return Cycle.GOES_ON;
    }

    private Cycle insert(char where, String line) {
        switch (where) {
            case 'i' -> out.append(line).append('\n');
            case 'a' -> appended += line + "\n";
            default -> {
                out.append(line).append('\n');
                return Cycle.DELETED;
            }
        }
        return Cycle.GOES_ON;
    }

    private Cycle simple(char letter) {
        switch (letter) {
            case 'd', 'D' -> {
                return Cycle.DELETED;
            }
            case 'q' -> {
                return Cycle.LAST;
            }
            case 'p' -> out.append(space).append('\n');
            case 'P' -> out.append(space.lines().findFirst().orElse("")).append('\n');
            case '=' -> out.append(number).append('\n');
            case 'n' -> {
                if (number == lines.size()) {
                    return quiet ? Cycle.DELETED : Cycle.LAST;
                }
                out.append(quiet ? "" : space + "\n");
                space = lines.get(number++);
            }
            case 'N' -> {
                if (number == lines.size()) {
                    return Cycle.LAST;
                }
                space += "\n" + lines.get(number++);
            }
            case 'h' -> hold = space;
            case 'H' -> hold += "\n" + space;
            case 'g' -> space = hold;
            case 'G' -> space += "\n" + hold;
            default -> {
                var swapped = hold;
                hold = space;
                space = swapped;
            }
        }
        return Cycle.GOES_ON;
    }
}
