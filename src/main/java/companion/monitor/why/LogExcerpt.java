package companion.monitor.why;

import companion.monitor.snapshot.Log;
import companion.monitor.why.Why.Failed;
import companion.monitor.why.Why.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a build log around the one that failed.
 *
 * @param failed the command and how it ended; null if none failed
 * @param output what that command wrote; the whole log if none failed
 */
record LogExcerpt(@Nullable Failed failed, String output, List<LogLine> lines) {
    private static final Pattern NOT_SUCCESSFUL =
            Pattern.compile("Command did not exit successfully (.*) (exit status \\d+)\\s*$", Pattern.DOTALL);
    private static final Pattern CONTEXT = Pattern.compile("Phase context status code: (\\w+) Message: (.+)");
    private static final Pattern ERROR = Pattern.compile(
            "^(?:.*\\b(?:ERROR|FATAL)\\b|error:|.*An error occurred|.*: not found$|.*denied|.*No such file or directory)");
    private static final int BEFORE = 4;
    private static final int AFTER = 2;
    private static final int OUTPUT = 200;

    static LogExcerpt of(Log log) {
        int end = first(log, line -> NOT_SUCCESSFUL.matcher(line).find());
        if (end < 0) {
            end = first(log, line -> CONTEXT.matcher(line).find());
            return new LogExcerpt(null, text(log, Math.max(0, log.size() - OUTPUT), log.size()), around(log, end, end));
        }
        var match = NOT_SUCCESSFUL.matcher(log.get(end).text());
        var failed = match.find() ? new Failed(match.group(1), match.group(2)) : null;
        int begin = begin(log, end);
        int telling = telling(log, begin, end);
        return new LogExcerpt(
                failed, text(log, Math.max(begin, end - OUTPUT), end), around(log, telling, end));
    }

    /** The line that tells most: an error that the command wrote, or else the last that it wrote. */
    private static int telling(Log log, int begin, int end) {
        for (int i = end - 1; i > begin; i--) {
            if (ERROR.matcher(log.get(i).text()).find()) {
                return i;
            }
        }
        for (int i = end - 1; i > begin; i--) {
            if (!log.get(i).text().isBlank()) {
                return i;
            }
        }
        return end;
    }

    private static int begin(Log log, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (log.get(i).text().contains("Running command ")) {
                return i;
            }
        }
        return Math.max(0, end - BEFORE);
    }

    private static int first(Log log, Predicate<String> test) {
        for (int i = 0; i < log.size(); i++) {
            if (test.test(log.get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    private static List<LogLine> around(Log log, int from, int to) {
        if (from < 0) {
            return List.of();
        }
        var lines = new ArrayList<LogLine>();
        for (int i = Math.max(0, from - BEFORE); i < Math.min(log.size(), to + 1 + AFTER); i++) {
            // A command may have written hundreds of lines between the one that tells and its end.
            if (i <= from + AFTER || i >= to) {
                lines.add(new LogLine(i + 1, log.get(i).at(), log.get(i).text(), i == from || i == to));
            }
        }
        return lines;
    }

    private static String text(Log log, int from, int to) {
        return log.subList(from, to).stream().map(Log.Line::text).collect(Collectors.joining("\n"));
    }
}
