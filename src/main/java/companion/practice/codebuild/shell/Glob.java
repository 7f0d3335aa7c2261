package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A shell pattern: {@code *}, {@code ?} and {@code […]}, in which a backslash takes the meaning from the next
 * character.
 */
public final class Glob {
    private Glob() {}

    /** Whether a pattern matches anything but itself. */
    static boolean isPattern(String glob) {
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?' || c == '[' && glob.indexOf(']', i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The pattern as a regular expression. @param slash whether {@code *} and {@code ?} match a slash */
    public static Pattern compile(String glob, boolean slash) {
        var any = slash ? "." : "[^/]";
        var regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append(any).append('*');
                case '?' -> regex.append(any);
                case '\\' -> {
                    i++;
                    regex.append(Pattern.quote(i < glob.length() ? glob.substring(i, i + 1) : "\\"));
                }
                case '[' -> {
                    int end = glob.indexOf(']', i + 2);
                    if (end < 0) {
                        regex.append("\\[");
                    } else {
                        regex.append(bracket(glob.substring(i + 1, end)));
                        i = end;
                    }
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String bracket(String inside) {
        boolean negated = inside.startsWith("!") || inside.startsWith("^");
        var set = (negated ? inside.substring(1) : inside)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("&", "\\&")
                .replace("^", "\\^");
        return "[" + (negated ? "^" : "") + set + "]";
    }

    /** The text that a pattern without meaning stands for. */
    static String unescape(String glob) {
        var text = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            text.append(c == '\\' && i + 1 < glob.length() ? glob.charAt(++i) : c);
        }
        return text.toString();
    }

    /** Paths that match, sorted, written as the pattern is: relative or absolute. */
    static List<String> paths(FileTree files, String directory, String glob) {
        var found = List.of(glob.startsWith("/") ? "/" : "");
        for (var segment : glob.replaceFirst("^/+", "").split("/+")) {
            var next = new ArrayList<String>();
            for (var base : found) {
                var folder = FileTree.resolve(directory, base.isEmpty() ? "." : base);
                if (!isPattern(segment)) {
                    var path = base + unescape(segment);
                    if (files.exists(FileTree.resolve(directory, path))) {
                        next.add(path + "/");
                    }
                    continue;
                }
                var pattern = compile(segment, false);
                for (var name : files.list(folder)) {
                    if (pattern.matcher(name).matches() && (!name.startsWith(".") || segment.startsWith("."))) {
                        next.add(base + name + "/");
                    }
                }
            }
            found = next;
        }
        boolean folders = glob.endsWith("/");
        return found.stream()
                .map(path -> path.substring(0, path.length() - 1))
                .map(path -> folders ? path + "/" : path)
                .toList();
    }
}
