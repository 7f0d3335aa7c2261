package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Glob;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ls} and {@code find}. */
final class Listing {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Listing() {}

    static int ls(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "laAh1RtrFdS", Map.of("all", 'a'));
        var operands = new ArrayList<>(flags.operands().isEmpty() ? List.of(".") : flags.operands());
        // Files first, then directories, each in order.
        operands.sort(
                Comparator.<String, Boolean>comparing(typed -> call.files().isDirectory(call.path(typed)))
                        .thenComparing(Comparator.naturalOrder()));
        int status = 0;
        for (int i = 0; i < operands.size(); i++) {
            var typed = operands.get(i);
            var path = call.path(typed);
            switch (call.files().find(path)) {
                case null -> {
                    call.fail("cannot access '" + typed + "': No such file or directory");
                    status = 2;
                }
                case FileTree.File file -> line(call, flags, typed, path);
                case FileTree.Directory directory -> {
                    if (flags.has('d')) {
                        line(call, flags, typed, path);
                        continue;
                    }
                    if (operands.size() > 1) {
                        call.println((i > 0 ? "\n" : "") + typed + ":");
                    }
                    folder(call, flags, path);
                }
            }
        }
        return status;
    }

    private static void folder(Call call, Flags flags, String path) {
        var names = new ArrayList<String>();
        if (flags.has('a')) {
            names.addAll(List.of(".", ".."));
        }
        call.files().list(path).stream()
                .filter(name -> flags.has('a') || flags.has('A') || !name.startsWith("."))
                .forEach(names::add);
        if (flags.has('l')) {
            call.println("total " + 4 * names.size());
        }
        for (var name : names) {
            line(call, flags, name, FileTree.resolve(path, name));
        }
    }

    private static void line(Call call, Flags flags, String shown, String path) {
        if (!flags.has('l')) {
            call.println(shown);
            return;
        }
        var entry = call.files().find(path);
        var mode = entry instanceof FileTree.File file ? file.executable() ? "-rwxr-xr-x" : "-rw-r--r--" : "drwxr-xr-x";
        int size = entry instanceof FileTree.File file ? file.bytes().length : 4096;
        var when = entry == null ? "" : WHEN.format(entry.modified());
        call.println(String.format("%s 1 root root %6d %s %s", mode, size, when, shown));
    }

    static int find(Call call) throws ToolException {
        var words = call.arguments();
        int tests = 0;
        while (tests < words.size()
                && !words.get(tests).startsWith("-")
                && !words.get(tests).equals("!")) {
            tests++;
        }
        var starts = tests == 0 ? List.of(".") : words.subList(0, tests);
        var filter = Filter.parse(words.subList(tests, words.size()));
        int status = 0;
        for (var start : starts) {
            var root = call.path(start);
            if (!call.files().exists(root)) {
                status = call.fail("'" + start + "': No such file or directory");
                continue;
            }
            var paths = new ArrayList<>(List.of(root));
            paths.addAll(call.files().under(root));
            for (var path : paths) {
                call.machine().budget().spend(5);
                var below = path.substring(root.equals("/") ? 0 : root.length());
                if (filter.accepts(call, path, below)) {
                    filter.act(call, path, start.replaceFirst("/+$", "") + below);
                }
            }
        }
        return status;
    }

    /** The tests that {@code find} is given, all of which must hold. */
    private record Filter(
            String type,
            List<String> names,
            List<String> notNames,
            List<String> paths,
            int minDepth,
            int maxDepth,
            boolean delete,
            boolean nul) {

        static Filter parse(List<String> words) throws ToolException {
            var type = "";
            var names = new ArrayList<String>();
            var notNames = new ArrayList<String>();
            var paths = new ArrayList<String>();
            int min = 0;
            int max = Integer.MAX_VALUE;
            boolean delete = false;
            boolean nul = false;
            boolean not = false;
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                boolean takesValue = List.of("-type", "-name", "-iname", "-path", "-mindepth", "-maxdepth")
                        .contains(word);
                if (takesValue && i + 1 == words.size()) {
                    throw new ToolException("missing argument to `" + word + "'");
                }
                var value = takesValue ? words.get(++i) : "";
                switch (word) {
                    case "-type" -> type = value;
                    case "-name" -> (not ? notNames : names).add(value);
                    case "-iname" -> names.add("(?i)" + value);
                    case "-path" -> paths.add(value);
                    case "-mindepth" -> min = Integer.parseInt(value);
                    case "-maxdepth" -> max = Integer.parseInt(value);
                    case "-delete" -> delete = true;
                    case "-print0" -> nul = true;
                    case "-print", "-a" -> {
                        // What happens anyway.
                    }
                    case "!", "-not" -> {
                        not = true;
                        continue;
                    }
                    default -> throw new ToolException("unknown predicate `" + word + "'");
                }
                not = false;
            }
            return new Filter(type, names, notNames, paths, min, max, delete, nul);
        }

        boolean accepts(Call call, String path, String below) {
            long depth = below.chars().filter(c -> c == '/').count();
            var name = FileTree.name(path);
            return depth >= minDepth
                    && depth <= maxDepth
                    && (type.isEmpty() || type.equals(call.files().isDirectory(path) ? "d" : "f"))
                    && names.stream().allMatch(glob -> matches(name, glob))
                    && notNames.stream().noneMatch(glob -> matches(name, glob))
                    && paths.stream().allMatch(glob -> matches(path, glob));
        }

        private static boolean matches(String text, String glob) {
            return glob.startsWith("(?i)")
                    ? Glob.compile(glob.substring(4).toLowerCase(Locale.ROOT), true)
                            .matcher(text.toLowerCase(Locale.ROOT))
                            .matches()
                    : Glob.compile(glob, true).matcher(text).matches();
        }

        void act(Call call, String path, String shown) {
            if (delete) {
                call.files().delete(path);
            } else {
                call.print(shown + (nul ? "\0" : "\n"));
            }
        }
    }
}
