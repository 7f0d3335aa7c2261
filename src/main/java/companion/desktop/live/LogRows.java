package companion.desktop.live;

import companion.desktop.text.Format;
import companion.monitor.read.BuildLog;
import companion.monitor.snapshot.ReleaseSnapshot;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** What the log pane shows of a build's log and of a service's events. */
final class LogRows {
    private static final Pattern CONTAINER = Pattern.compile("^\\[Container] \\S+ \\S+ ");

    private LogRows() {}

    static List<LogRow> build(List<BuildLog.Line> lines, ZoneId zone) {
        return lines.stream().map(line -> row(line, zone)).toList();
    }

    /** The prefix only repeats the time, which the first column shows already. */
    private static LogRow row(BuildLog.Line line, ZoneId zone) {
        var matcher = CONTAINER.matcher(line.text());
        boolean agent = matcher.find();
        var text = agent ? line.text().substring(matcher.end()) : line.text();
        boolean failed = text.startsWith("Command did not exit successfully")
                || text.startsWith("Phase complete") && text.endsWith("FAILED")
                || text.contains("Reason: exit status");
        return new LogRow(Format.time(line.at(), zone), text, agent && !failed && !text.startsWith("Running command"), failed);
    }

    /** Oldest first, so that it reads like a log. */
    static List<LogRow> service(List<ReleaseSnapshot.ServiceEvent> events, ZoneId zone) {
        return events.reversed().stream()
                .map(event -> new LogRow(
                        Format.time(event.at(), zone),
                        event.message(),
                        false,
                        event.message().contains("unhealthy") || event.message().contains("failed")))
                .toList();
    }
}
