package companion.desktop.live.log;

import companion.monitor.snapshot.Log;
import java.util.AbstractList;
import javafx.collections.ObservableListBase;

/** The rows of a log as a list that JavaFX can show; it holds none of them. */
final class LogItems extends ObservableListBase<LogItem> {
    private final LogModel model;
    private int shown;

    LogItems(LogModel model) {
        this.model = model;
    }

    LogModel model() {
        return model;
    }

    /** @return whether anything changed */
    boolean show(Log log) {
        if (log == model.log() || log.size() == model.log().size() && log.equals(model.log())) {
            return false;
        }
        boolean phases = model.hasPhases();
        int before = shown;
        boolean more = model.show(log) && phases == model.hasPhases() && before <= model.size();
        if (more) {
            beginChange();
            shown = model.size();
            if (before > 0) {
                // The head above counts its lines.
                nextUpdate(before - 1);
            }
            nextAdd(before, shown);
            endChange();
        } else {
            replaced(before);
        }
        return true;
    }

    /** Tells that rows were folded or unfolded. */
    void refold() {
        replaced(shown);
    }

    private void replaced(int before) {
        beginChange();
        shown = model.size();
        nextReplace(0, shown, new Gone(before));
        endChange();
    }

    @Override
    public LogItem get(int index) {
        return model.get(index);
    }

    @Override
    public int size() {
        return shown;
    }

    /** Rows that are there no more; nobody asks what they were. */
    private static final class Gone extends AbstractList<LogItem> {
        private static final LogItem NOTHING = new LogItem.Row("", "", false, false);
        private final int size;

        Gone(int size) {
            this.size = size;
        }

        @Override
        public LogItem get(int index) {
            return NOTHING;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
