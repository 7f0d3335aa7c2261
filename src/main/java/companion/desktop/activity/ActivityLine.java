package companion.desktop.activity;

import companion.desktop.status.State;
import java.time.Instant;

/**
 * An event, or a line of the log.
 *
 * @param subject what it is about: a stage, a step, a resource
 * @param text what happened to it
 */
public record ActivityLine(Instant at, State state, String subject, String text) {
    boolean matches(String filter) {
        return (subject + " " + text).toLowerCase(java.util.Locale.ROOT).contains(filter);
    }
}
