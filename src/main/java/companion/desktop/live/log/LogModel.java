package companion.desktop.live.log;

import companion.monitor.snapshot.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of a log: a head for each phase, and below it its lines unless it is folded. A row is made when it is looked at, so
 * that a log of any length costs no more than its lines. Not thread-safe.
 */
final class LogModel {
    private static final String ENTERING = "Entering phase ";
    private static final String BEFORE = "Start";

    private final Function<Log.Line, LogItem.Row> rows;
    private final boolean phases;
    private final List<Section> sections = new ArrayList<>();
    private Log log = Log.EMPTY;

    /** Where the lines of a phase begin; they go on to the next one's. */
    private static final class Section {
        private final String phase;
        private final int from;
        private boolean folded;
        private boolean failed;

        Section(String phase, int from) {
            this.phase = phase;
            this.from = from;
        }
    }

    /**
     * @param rows makes the row of a line
     * @param phases whether the log is a build's, which has phases
     */
    LogModel(Function<Log.Line, LogItem.Row> rows, boolean phases) {
        this.rows = rows;
        this.phases = phases;
        sections.add(new Section(BEFORE, 0));
    }

    Log log() {
        return log;
    }

    /**
     * Shows a log.
     *
     * @return whether it goes on from the one before, so that rows were added at the end at most
     */
    boolean show(Log next) {
        boolean more = log.size() <= next.size()
                && (log.isEmpty()
                        || log.getFirst().equals(next.getFirst()) && log.getLast().equals(next.get(log.size() - 1)));
        if (!more) {
            sections.clear();
            sections.add(new Section(BEFORE, 0));
            log = Log.EMPTY;
        }
        int known = log.size();
        log = next;
        for (int i = known; phases && i < next.size(); i++) {
            look(i);
        }
        return more;
    }

    private void look(int line) {
        var text = log.get(line).text();
        if (text.startsWith("[Container]")) {
            int at = text.indexOf(ENTERING);
            if (at > 0) {
                sections.add(new Section(text.substring(at + ENTERING.length()).strip(), line));
            }
        }
        if (LogRows.isFailed(text)) {
            sections.getLast().failed = true;
        }
    }

    /** Whether there is anything to fold. */
    boolean hasPhases() {
        return sections.size() > 1;
    }

    int size() {
        int size = 0;
        for (int i = 0; i < sections.size(); i++) {
            size += rows(i);
        }
        return size;
    }

    LogItem get(int index) {
        int left = index;
        for (int i = 0; i < sections.size(); i++) {
            int length = rows(i);
            if (left < length) {
                int head = heads(i);
                return left < head ? head(i) : rows.apply(log.get(sections.get(i).from + left - head));
            }
            left -= length;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** The line that a row shows; negative for a head. */
    int line(int index) {
        int left = index;
        for (int i = 0; i < sections.size(); i++) {
            int length = rows(i);
            if (left < length) {
                return left < heads(i) ? -1 : sections.get(i).from + left - heads(i);
            }
            left -= length;
        }
        return -1;
    }

    /** The row of a line, whose phase is unfolded if it was folded. */
    int reveal(int line) {
        int before = 0;
        for (int i = 0; i < sections.size(); i++) {
            if (line < end(i)) {
                sections.get(i).folded = false;
                return before + heads(i) + line - sections.get(i).from;
            }
            before += rows(i);
        }
        throw new IndexOutOfBoundsException(line);
    }

    void fold(int section, boolean folded) {
        sections.get(section).folded = folded;
    }

    /** Folds all phases but those that failed, or unfolds all. */
    void foldAll(boolean folded) {
        sections.forEach(section -> section.folded = folded && !section.failed);
    }

    boolean isFolded() {
        return sections.stream().anyMatch(section -> section.folded);
    }

    private LogItem.Head head(int section) {
        var at = sections.get(section);
        return new LogItem.Head(section, at.phase, end(section) - at.from, at.folded, at.failed);
    }

    private int rows(int section) {
        int lines = end(section) - sections.get(section).from;
        return heads(section) + (sections.get(section).folded ? 0 : lines);
    }

    /** A section without lines is not worth a head, nor is a log without phases. */
    private int heads(int section) {
        return hasPhases() && end(section) > sections.get(section).from ? 1 : 0;
    }

    private int end(int section) {
        return section + 1 < sections.size() ? sections.get(section + 1).from : log.size();
    }
}
