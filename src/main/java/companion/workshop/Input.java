package companion.workshop;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something the learner may choose.
 *
 * @param id unique within the workshop: {@code repository-name}
 * @param label {@code Repository name}
 * @param help one sentence on what AWS accepts
 * @param suggestion the default, already right
 * @param choices the values to choose from; empty for free text
 * @param problem says what is wrong with a value, in a sentence for the learner; empty if it is right. Calls nothing
 */
public record Input(
        String id,
        String label,
        String help,
        Kind kind,
        String suggestion,
        List<String> choices,
        Function<String, Optional<String>> problem) {
    public enum Kind {
        TEXT,
        CHOICE,
        FOLDER
    }
}
