package companion.desktop.live.log;

/** A row of the log pane. */
sealed interface LogItem {

    /** What is read aloud, and copied. */
    String text();

    /**
     * A line.
     *
     * @param muted whether it is the service's own line rather than a command's output
     */
    record Row(String time, String text, boolean muted, boolean failed) implements LogItem {}

    /**
     * The head of a phase, which folds it.
     *
     * @param section its index
     * @param lines how many lines it has
     */
    record Head(int section, String phase, int lines, boolean folded, boolean failed) implements LogItem {
        @Override
        public String text() {
            return phase + ", " + lines + (lines == 1 ? " line" : " lines")
                    + (failed ? ", failed" : "") + (folded ? ", folded" : "");
        }
    }
}
