package companion.practice.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An unstructured filter pattern: all terms must be in the message; with {@code ?} any of them may; {@code -} excludes;
 * quotes keep words together; {@code %…%} is a regular expression. Terms are case-sensitive.
 */
final class LogFilter {
    private static final Pattern TERM = Pattern.compile("([-?]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|%([^%]*)%|(\\S+))");

    private final List<Pattern> all = new ArrayList<>();
    private final List<Pattern> any = new ArrayList<>();
    private final List<Pattern> none = new ArrayList<>();

    private LogFilter() {}

    static LogFilter parse(String pattern) {
        var filter = new LogFilter();
        var text = pattern.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            throw LogFaults.invalid("Invalid filter pattern: JSON and space-delimited patterns are not available here");
        }
        var matcher = TERM.matcher(text);
        while (matcher.find()) {
            var list = switch (matcher.group(1)) {
                case "-" -> filter.none;
                case "?" -> filter.any;
                default -> filter.all;
            };
            list.add(term(matcher.group(2), matcher.group(3), matcher.group(4)));
        }
        return filter;
    }

    private static Pattern term(String quoted, String regex, String plain) {
        try {
            return regex != null
                    ? Pattern.compile(regex)
                    : Pattern.compile(Pattern.quote(quoted == null ? plain : quoted.replace("\\\"", "\"")));
        } catch (PatternSyntaxException e) {
            throw LogFaults.invalid("Invalid filter pattern");
        }
    }

    boolean accepts(String message) {
        return all.stream().allMatch(term -> term.matcher(message).find())
                && (any.isEmpty()
                        || any.stream().anyMatch(term -> term.matcher(message).find()))
                && none.stream().noneMatch(term -> term.matcher(message).find());
    }
}
