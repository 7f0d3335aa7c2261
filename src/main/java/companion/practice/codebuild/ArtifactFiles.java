package companion.practice.codebuild;

import companion.practice.codebuild.buildspec.Buildspec;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the files that a buildspec names as artifacts, and says so in the log as the agent does. */
record ArtifactFiles(FileTree files, String directory) {

    /**
     * @param found by their names in the artifact
     * @param lines for the log
     */
    record Selection(Map<String, FileTree.File> found, List<String> lines) {}

    Selection select(Buildspec.Artifacts artifacts) throws BuildFailure {
        var base =
                artifacts.baseDirectory() == null || artifacts.baseDirectory().isEmpty()
                        ? "."
                        : artifacts.baseDirectory();
        var lines = new ArrayList<>(
                List.of("Expanding base directory path: " + base, "Assembling file list", "Expanding " + base));
        var root = baseDirectory(base);
        if (root == null) {
            throw new BuildFailure("CLIENT_ERROR", "no matching base directory path found for " + base, lines);
        }
        var found = new LinkedHashMap<String, FileTree.File>();
        for (var pattern : artifacts.files()) {
            lines.addAll(List.of(
                    "Expanding file paths for base directory " + base, "Assembling file list", "Expanding " + pattern));
            var matching = matching(root, pattern);
            if (matching.isEmpty() && !isGlob(pattern)) {
                lines.add("Skipping invalid file path " + pattern);
            }
            for (var path : matching) {
                if (files.find(path) instanceof FileTree.File file && !isExcluded(root, path, artifacts)) {
                    found.put(nameOf(root, path, artifacts.discardPaths()), file);
                }
            }
        }
        if (found.isEmpty()) {
            throw new BuildFailure("CLIENT_ERROR", "no matching artifact paths found", lines);
        }
        lines.add("Found " + found.size() + " file(s)");
        return new Selection(found, lines);
    }

    private @Nullable String baseDirectory(String base) {
        var path = FileTree.resolve(directory, base);
        if (!isGlob(base)) {
            return files.isDirectory(path) ? path : null;
        }
        var pattern = Glob.compile(path, false);
        return files.under("/").stream()
                .filter(each -> files.isDirectory(each) && pattern.matcher(each).matches())
                .findFirst()
                .orElse(null);
    }

    private List<String> matching(String root, String pattern) {
        var path = FileTree.resolve(root, pattern);
        if (!isGlob(pattern)) {
            return files.isFile(path) ? List.of(path) : List.of();
        }
        var regex = regex(path);
        return files.under("/").stream()
                .filter(each -> files.isFile(each) && regex.matcher(each).matches())
                .toList();
    }

    private static boolean isGlob(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('[') >= 0;
    }

    /** Two stars stand for any number of directories. */
    private static Pattern regex(String glob) {
        var regex = new StringBuilder();
        var rest = glob;
        for (int stars = rest.indexOf("**/"); stars >= 0; stars = rest.indexOf("**/")) {
            regex.append(Glob.compile(rest.substring(0, stars), false).pattern())
                    .append("(?:.*/)?");
            rest = rest.substring(stars + 3);
        }
        boolean deep = rest.equals("**");
        regex.append(deep ? ".*" : Glob.compile(rest, false).pattern());
        return Pattern.compile(regex.toString());
    }

    private boolean isExcluded(String root, String path, Buildspec.Artifacts artifacts) {
        return artifacts.excludePaths().stream()
                .anyMatch(pattern ->
                        regex(FileTree.resolve(root, pattern)).matcher(path).matches());
    }

    private static String nameOf(String root, String path, boolean discardPaths) {
        return discardPaths
                ? FileTree.name(path)
                : path.startsWith(root + "/") ? path.substring(root.length() + 1) : path.substring(1);
    }
}
