package companion.practice.codebuild.docker;

import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Glob;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files that a build may copy: those of its context without the ones that {@code .dockerignore} names, or those of
 * another stage.
 *
 * @param files by path relative to the root, without a leading slash
 */
record BuildContext(Map<String, byte[]> files) {

    static BuildContext of(FileTree tree, String directory) {
        var all = new TreeMap<String, byte[]>();
        var prefix = directory.equals("/") ? "/" : directory + "/";
        for (var path : tree.under(directory)) {
            if (tree.find(path) instanceof FileTree.File file) {
                all.put(path.substring(prefix.length()), file.bytes());
            }
        }
        var ignore = all.get(".dockerignore");
        if (ignore != null) {
            var rules = new String(ignore, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            all.keySet().removeIf(path -> isIgnored(path, rules));
        }
        return new BuildContext(all);
    }

    private static boolean isIgnored(String path, List<String> rules) {
        boolean ignored = false;
        for (var rule : rules) {
            boolean negated = rule.startsWith("!");
            var pattern = regex(
                    (negated ? rule.substring(1) : rule).replaceFirst("^/", "").replaceFirst("/$", ""));
            if (pattern.matcher(path).matches()) {
                ignored = !negated;
            }
        }
        return ignored;
    }

    /** The pattern, and all below what it matches. */
    private static Pattern regex(String glob) {
        var regex = new StringBuilder();
        var rest = glob;
        for (int stars = rest.indexOf("**"); stars >= 0; stars = rest.indexOf("**")) {
            boolean slash = rest.startsWith("/", stars + 2);
            regex.append(Glob.compile(rest.substring(0, stars), false).pattern())
                    .append(slash ? "(?:.*/)?" : ".*");
            rest = rest.substring(stars + (slash ? 3 : 2));
        }
        return Pattern.compile(regex + Glob.compile(rest, false).pattern() + "(?:/.*)?");
    }

    /** What a source of COPY stands for: where each file goes below the target. A directory gives its contents. */
    Map<String, byte[]> match(String source) {
        var path = FileTree.resolve("/", source).substring(1);
        var found = new TreeMap<String, byte[]>();
        if (path.isEmpty()) {
            found.putAll(files);
            return found;
        }
        var pattern = Glob.compile(path, false);
        for (var entry : files.entrySet()) {
            var name = entry.getKey();
            if (pattern.matcher(name).matches()) {
                found.put(FileTree.name("/" + name), entry.getValue());
                continue;
            }
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                if (pattern.matcher(name.substring(0, slash)).matches()) {
                    found.put(name.substring(slash + 1), entry.getValue());
                    break;
                }
            }
        }
        return found;
    }

    /** Whether a source is exactly one file, which then may be copied under another name. */
    boolean isFile(String source) {
        return files.containsKey(FileTree.resolve("/", source).substring(1));
    }

    long size() {
        return files.values().stream().mapToLong(bytes -> bytes.length).sum();
    }
}
