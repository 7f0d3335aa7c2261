package companion.practice.codebuild.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the fields that a word expands to: what is quoted stays together, what is not is split and may be a pattern.
 */
final class Fields {
    private final String separators;
    private final List<String> patterns = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean open;

    Fields(String separators) {
        this.separators = separators;
    }

    /** Text that stays as it is, in one piece, even if it is empty. */
    void quoted(String text) {
        open = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("*?[]\\".indexOf(c) >= 0) {
                current.append('\\');
            }
            current.append(c);
        }
    }

    /** Text of the script outside quotes: not split, but a pattern where it has {@code * ? [}. */
    void literal(String text) {
        open |= !text.isEmpty();
        current.append(text.replace("\\", "\\\\"));
    }

    /** What an unquoted expansion yields: split at the separators. */
    void split(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (separators.indexOf(c) < 0) {
                open = true;
                current.append(c == '\\' ? "\\\\" : String.valueOf(c));
                i++;
                continue;
            }
            boolean hard = !Character.isWhitespace(c);
            if (open || hard) {
                open = true;
                close();
            }
            i++;
            while (i < text.length()
                    && Character.isWhitespace(text.charAt(i))
                    && separators.indexOf(text.charAt(i)) >= 0) {
                i++;
            }
        }
    }

    /** Ends the current field, as between the fields of {@code "$@"}. */
    void close() {
        if (open) {
            patterns.add(current.toString());
            current.setLength(0);
            open = false;
        }
    }

    /** Patterns, in which quoted characters are behind a backslash. */
    List<String> patterns() {
        close();
        return patterns;
    }
}
