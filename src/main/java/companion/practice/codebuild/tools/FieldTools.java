package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Programs that look into lines: {@code cut}, {@code tr}, {@code sort}, {@code uniq}. */
final class FieldTools {
    private FieldTools() {}

    static int cut(Call call) throws ToolException {
        var flags = Flags.parse(
                call.arguments(),
                "c:b:d:f:s",
                Map.of("delimiter", 'd', "fields", 'f', "characters", 'c', "bytes", 'b', "only-delimited", 's'));
        var list = flags.has('f') ? flags.value('f') : flags.has('c') ? flags.value('c') : flags.value('b');
        if (list == null) {
            throw new ToolException("you must specify a list of bytes, characters, or fields");
        }
        var ranges = Ranges.parse(list);
        var delimiter = flags.value('d') == null ? "\t" : flags.value('d');
        if (delimiter.length() > 1) {
            throw new ToolException("the delimiter must be a single character");
        }
        for (var line : Inputs.lines(call, flags.operands())) {
            if (!flags.has('f')) {
                call.println(ranges.pick(List.of(line.split("")), ""));
            } else if (line.contains(delimiter)) {
                call.println(ranges.pick(List.of(line.split(Pattern.quote(delimiter), -1)), delimiter));
            } else if (!flags.has('s')) {
                call.println(line);
            }
        }
        return 0;
    }

    /** The list of {@code cut}: numbers from 1, and ranges with open ends. */
    private record Ranges(List<int[]> all) {
        static Ranges parse(String list) throws ToolException {
            var ranges = new ArrayList<int[]>();
            for (var part : list.split(",")) {
                if (!part.matches("\\d+|\\d+-\\d*|-\\d+")) {
                    throw new ToolException("invalid field value '" + part + "'");
                }
                int dash = part.indexOf('-');
                var from = dash < 0 ? part : part.substring(0, dash);
                var to = dash < 0 ? part : part.substring(dash + 1);
                ranges.add(new int[] {
                    from.isEmpty() ? 1 : Integer.parseInt(from), to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to)
                });
            }
            return new Ranges(ranges);
        }

        String pick(List<String> pieces, String separator) {
            var picked = new ArrayList<String>();
            for (int i = 1; i <= pieces.size(); i++) {
                int number = i;
                if (all.stream().anyMatch(range -> range[0] <= number && number <= range[1])) {
                    picked.add(pieces.get(i - 1));
                }
            }
            return String.join(separator, picked);
        }
    }

    static int tr(Call call) throws ToolException {
        var flags =
                Flags.parse(call.arguments(), "dscC", Map.of("delete", 'd', "squeeze-repeats", 's', "complement", 'c'));
        if (flags.operands().isEmpty()) {
            throw new ToolException("missing operand");
        }
        var from = CharacterSets.expand(flags.operands().getFirst());
        boolean complement = flags.has('c') || flags.has('C');
        var to = flags.operands().size() > 1
                ? CharacterSets.expand(flags.operands().get(1))
                : "";
        if (to.isEmpty() && !flags.has('d') && !flags.has('s')) {
            throw new ToolException("missing operand after '" + flags.operands().getFirst() + "'");
        }
        var squeezed = flags.has('s') ? to.isEmpty() ? from : to : "";
        var out = new StringBuilder();
        for (char c : call.io().in().readText().toCharArray()) {
            int index = from.indexOf(c);
            boolean member = complement ? index < 0 : index >= 0;
            if (member && flags.has('d')) {
                continue;
            }
            char mapped = !member || to.isEmpty() || flags.has('d')
                    ? c
                    : to.charAt(complement ? to.length() - 1 : Math.min(index, to.length() - 1));
            boolean repeated = !out.isEmpty() && out.charAt(out.length() - 1) == mapped;
            boolean squeeze = complement && to.isEmpty() ? squeezed.indexOf(mapped) < 0 : squeezed.indexOf(mapped) >= 0;
            if (!(flags.has('s') && repeated && squeeze)) {
                out.append(mapped);
            }
        }
        call.print(out.toString());
        return 0;
    }

    static int sort(Call call) throws ToolException {
        var flags = Flags.parse(
                call.arguments(),
                "rnuVfbhk:t:o:s",
                Map.of("reverse", 'r', "numeric-sort", 'n', "unique", 'u', "version-sort", 'V', "key", 'k'));
        var lines = new ArrayList<>(Inputs.lines(call, flags.operands()));
        var order = SortOrder.of(flags);
        lines.sort(order);
        if (flags.has('u')) {
            for (int i = lines.size() - 1; i > 0; i--) {
                if (order.compare(lines.get(i), lines.get(i - 1)) == 0) {
                    lines.remove(i);
                }
            }
        }
        call.print(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        return 0;
    }

    static int uniq(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "cdui");
        Comparator<String> order = flags.has('i') ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder();
        var lines = Inputs.lines(call, flags.operands());
        for (int start = 0; start < lines.size(); ) {
            int end = start;
            while (end < lines.size() && order.compare(lines.get(start), lines.get(end)) == 0) {
                end++;
            }
            int count = end - start;
            if (!(flags.has('d') && count == 1) && !(flags.has('u') && count > 1)) {
                call.println(flags.has('c') ? String.format("%7d %s", count, lines.get(start)) : lines.get(start));
            }
            start = end;
        }
        return 0;
    }
}
