package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.Input;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code grep}, {@code egrep} and {@code fgrep}. Status 0: something matched, 1: nothing, 2: trouble. */
final class Grep {
    private static final Map<String, Character> NAMES = Map.ofEntries(
            Map.entry("quiet", 'q'),
            Map.entry("silent", 'q'),
            Map.entry("invert-match", 'v'),
            Map.entry("extended-regexp", 'E'),
            Map.entry("fixed-strings", 'F'),
            Map.entry("perl-regexp", 'P'),
            Map.entry("ignore-case", 'i'),
            Map.entry("only-matching", 'o'),
            Map.entry("count", 'c'),
            Map.entry("regexp", 'e'),
            Map.entry("line-number", 'n'),
            Map.entry("recursive", 'r'),
            Map.entry("files-with-matches", 'l'),
            Map.entry("word-regexp", 'w'),
            Map.entry("max-count", 'm'),
            Map.entry("no-messages", 's'));

    private final Call call;
    private final Flags flags;
    private final Pattern pattern;

    private Grep(Call call, Flags flags, Pattern pattern) {
        this.call = call;
        this.flags = flags;
        this.pattern = pattern;
    }

    static int run(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "qvEFGPioce:nrRlhHwxsm:a", NAMES);
        var operands = new ArrayList<>(flags.operands());
        var expressions = new ArrayList<>(flags.values('e'));
        if (expressions.isEmpty()) {
            if (operands.isEmpty()) {
                call.io().err().println("Usage: grep [OPTION]... PATTERNS [FILE]...");
                return 2;
            }
            expressions.addAll(List.of(operands.removeFirst().split("\n", -1)));
        }
        var grep = new Grep(call, flags, compile(call, flags, expressions));
        return grep.search(operands);
    }

    private static Pattern compile(Call call, Flags flags, List<String> expressions) throws ToolException {
        var alternatives = new ArrayList<String>();
        for (var expression : expressions) {
            if (flags.has('F') || call.name().equals("fgrep")) {
                alternatives.add(Pattern.quote(expression));
            } else if (flags.has('P')) {
                alternatives.add(expression);
            } else {
                alternatives.add(Posix.translate(
                        expression, flags.has('E') || call.name().equals("egrep")));
            }
        }
        var joined = "(?:" + String.join("|", alternatives) + ")";
        var whole = flags.has('x') ? "^" + joined + "$" : flags.has('w') ? "\\b" + joined + "\\b" : joined;
        try {
            return Pattern.compile(whole, flags.has('i') ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new ToolException("Invalid regular expression");
        }
    }

    private int search(List<String> operands) {
        boolean recursive = flags.has('r') || flags.has('R');
        var files = new ArrayList<String>();
        for (var operand : operands.isEmpty() ? List.of(recursive ? "." : "-") : operands) {
            if (recursive && call.files().isDirectory(call.path(operand))) {
                call.files().under(call.path(operand)).stream()
                        .filter(call.files()::isFile)
                        .map(path -> operand + path.substring(call.path(operand).length()))
                        .forEach(files::add);
            } else {
                files.add(operand);
            }
        }
        boolean named = flags.has('H') || !flags.has('h') && (files.size() > 1 || recursive);
        boolean found = false;
        boolean trouble = false;
        for (var file : files) {
            try {
                found |= searchFile(file, named);
            } catch (FileProblem e) {
                trouble = true;
                if (!flags.has('s')) {
                    call.fail(file + ": " + e.reason());
                }
            }
        }
        return found && (flags.has('q') || !trouble) ? 0 : trouble ? 2 : 1;
    }

    private boolean searchFile(String file, boolean named) throws FileProblem {
        var text = new String(call.read(file), StandardCharsets.UTF_8);
        var prefix = named ? (file.equals("-") ? "(standard input)" : file) + ":" : "";
        var limit = flags.value('m');
        int most = limit == null ? Integer.MAX_VALUE : Integer.parseInt(limit);
        int count = 0;
        int number = 0;
        for (var line : Input.lines(text)) {
            number++;
            var matcher = pattern.matcher(call.machine().budget().guard(line));
            if (matcher.find() == flags.has('v')) {
                continue;
            }
            count++;
            if (flags.has('l')) {
                call.println(file.equals("-") ? "(standard input)" : file);
                return true;
            }
            if (flags.has('q')) {
                return true;
            }
            var head = prefix + (flags.has('n') ? number + ":" : "");
            if (flags.has('o') && !flags.has('v')) {
                do {
                    if (!matcher.group().isEmpty()) {
                        call.println(head + matcher.group());
                    }
                } while (matcher.find());
            } else if (!flags.has('c')) {
                call.println(head + line);
            }
            if (count == most) {
                break;
            }
        }
        if (flags.has('c')) {
            call.println(prefix + count);
        }
        return count > 0;
    }
}
