package companion.monitor.why;

import companion.monitor.snapshot.BuildSnapshot.Buildspec;
import companion.monitor.why.Why.Failed;
import companion.monitor.why.Why.Source;

/** Where a command stands in its buildspec. */
final class BuildspecLine {
    private static final String ITEM = "- ";

    private BuildspecLine() {}

    /** With the line of the command, if there is exactly one that says it. */
    static Failed locate(Failed failed, Buildspec buildspec) {
        var command = failed.what().lines().findFirst().orElse("").strip();
        var lines = buildspec.text().lines().toList();
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!command.isEmpty() && said(lines.get(i)).equals(command)) {
                if (found > 0) {
                    return failed;
                }
                found = i + 1;
            }
        }
        return found == 0 ? failed : failed.in(new Source(buildspec.file(), found, buildspec.revision()));
    }

    /** An item of a YAML list without its dash and quotes. */
    private static String said(String line) {
        var text = line.strip();
        text = text.startsWith(ITEM) ? text.substring(ITEM.length()).strip() : text;
        if (isQuoted(text, '"')) {
            return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        return isQuoted(text, '\'') ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    private static boolean isQuoted(String text, char quote) {
        return text.length() > 1 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
    }
}
