package companion.desktop.live.log;

/**
 * A line of a log.
 *
 * @param muted whether it is the service's own line rather than a command's output
 */
record LogRow(String time, String text, boolean muted, boolean failed) {}
