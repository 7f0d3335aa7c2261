package companion.monitor.read;

import companion.monitor.snapshot.Comparison.Line;
import companion.monitor.snapshot.Comparison.Line.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Two texts line by line, by Git's own algorithm. */
final class LineDiff {
    private LineDiff() {}

    /** @return empty if they are the same */
    static List<Line> of(String before, String after) {
        var was = new RawText(before.getBytes(StandardCharsets.UTF_8));
        var is = new RawText(after.getBytes(StandardCharsets.UTF_8));
        var edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, was, is);
        var lines = new ArrayList<Line>();
        int at = 0;
        for (var edit : edits) {
            add(lines, Kind.SAME, was, at, edit.getBeginA());
            add(lines, Kind.REMOVED, was, edit.getBeginA(), edit.getEndA());
            add(lines, Kind.ADDED, is, edit.getBeginB(), edit.getEndB());
            at = edit.getEndA();
        }
        if (!edits.isEmpty()) {
            add(lines, Kind.SAME, was, at, was.size());
        }
        return lines;
    }

    private static void add(List<Line> lines, Kind kind, RawText text, int from, int to) {
        for (int i = from; i < to; i++) {
            lines.add(new Line(kind, text.getString(i)));
        }
    }
}
