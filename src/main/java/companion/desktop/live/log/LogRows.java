package companion.desktop.live.log;

import companion.desktop.text.Format;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.ReleaseSnapshot;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** What the log pane shows of a line of a build's log, and of a service's events. */
public final class LogRows {
    private static final Pattern CONTAINER = Pattern.compile("^\\[Container] \\S+ \\S+ ");

    private LogRows() {}

    /** The prefix only repeats the time, which the first column shows already. */
    static LogItem.Row build(Log.Line line, ZoneId zone) {
        var text = text(line.text());
        boolean agent = text.length() < line.text().length();
        boolean failed = isFailed(line.text());
        return new LogItem.Row(
                Format.time(line.at(), zone), text, agent && !failed && !text.startsWith("Running command"), failed);
    }

    /** A line as it is shown, without the agent's prefix. */
    static String text(String line) {
        if (!line.startsWith("[Container]")) {
            return line;
        }
        var matcher = CONTAINER.matcher(line);
        return matcher.find() ? line.substring(matcher.end()) : line;
    }

    /** Whether a line of a build's log says that something failed; with or without the agent's prefix. */
    public static boolean isFailed(String line) {
        var text = text(line);
        return text.startsWith("Command did not exit successfully")
                || text.startsWith("Phase complete") && text.endsWith("FAILED")
                || text.contains("Reason: exit status");
    }

    /** Oldest first, so that they read like a log. */
    static Log service(List<ReleaseSnapshot.ServiceEvent> events) {
        return Log.of(events.reversed().stream()
                .map(event -> new Log.Line(event.at(), event.message()))
                .toList());
    }

    static LogItem.Row service(Log.Line line, ZoneId zone) {
        boolean failed = line.text().contains("unhealthy") || line.text().contains("failed");
        return new LogItem.Row(Format.time(line.at(), zone), line.text(), false, failed);
    }
}
