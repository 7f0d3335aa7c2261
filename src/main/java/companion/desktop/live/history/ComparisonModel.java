package companion.desktop.live.history;

import companion.desktop.text.Format;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.Comparison.Change;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What changed from one execution to another, short enough to stand side by side. */
record ComparisonModel(String before, String after, List<Row> rows) {
    private static final String NONE = "none";
    private static final Pattern SECONDS = Pattern.compile("(\\d+) s");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final int COMMIT_SHOWN = 7;
    private static final int ID_SHOWN = 8;

    ComparisonModel {
        rows = List.copyOf(rows);
    }

    record Row(String field, Value before, Value after) {}

    /** @param full as AWS has it; the same where nothing was left out */
    record Value(String shown, String full) {
        boolean isCut() {
            return !shown.equals(full);
        }
    }

    static ComparisonModel of(Comparison comparison) {
        return new ComparisonModel(
                HistoryModel.start(comparison.before().id(), ID_SHOWN),
                HistoryModel.start(comparison.after().id(), ID_SHOWN),
                comparison.changes().stream().map(ComparisonModel::row).toList());
    }

    private static Row row(Change change) {
        // Of an image in the same repository only the tag can differ.
        var repository = repository(change.before());
        boolean same = change.before().isEmpty() || change.after().isEmpty() || repository.equals(repository(change.after()));
        return new Row(change.field(), value(change, change.before(), same), value(change, change.after(), same));
    }

    private static Value value(Change change, String full, boolean sameRepository) {
        if (full.isEmpty()) {
            return new Value(NONE, NONE);
        }
        var seconds = SECONDS.matcher(full);
        if (seconds.matches()) {
            var time = Format.minutes(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
            return new Value(time, time);
        }
        if (COMMIT.matcher(full).matches()) {
            return new Value(HistoryModel.start(full, COMMIT_SHOWN), full);
        }
        var shown = change.field().equals("Image") && sameRepository ? full.substring(repository(full).length()) : full;
        return new Value(shown, full);
    }

    /** With what separates it from the tag or digest. */
    private static String repository(String image) {
        int name = image.lastIndexOf('/') + 1;
        int digest = image.indexOf('@', name);
        int tag = image.indexOf(':', name);
        int end = digest >= 0 ? digest : tag;
        return end < 0 ? image.substring(0, name) : image.substring(0, end + 1);
    }
}
