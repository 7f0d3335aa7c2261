package companion.practice.codebuild.tools;

import java.util.Locale;
import java.util.regex.Matcher;

/** The right side of sed's {@code s}: {@code &}, {@code \1}, and the changes of case that GNU adds. */
final class SedReplacement {
    private SedReplacement() {}

    static void append(String replacement, Matcher match, StringBuilder result) {
        char mode = 'E';
        char once = 0;
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            String piece;
            if (c == '&') {
                piece = match.group();
            } else if (c == '\\' && i + 1 < replacement.length()) {
                char next = replacement.charAt(++i);
                if ("ULE".indexOf(next) >= 0) {
                    mode = next;
                    continue;
                }
                if ("ul".indexOf(next) >= 0) {
                    once = next;
                    continue;
                }
                piece = escaped(next, match);
            } else {
                piece = String.valueOf(c);
            }
            piece = mode == 'U' ? piece.toUpperCase(Locale.ROOT) : mode == 'L' ? piece.toLowerCase(Locale.ROOT) : piece;
            if (once != 0 && !piece.isEmpty()) {
                var first = piece.substring(0, 1);
                piece = (once == 'u' ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT))
                        + piece.substring(1);
                once = 0;
            }
            result.append(piece);
        }
    }

    private static String escaped(char c, Matcher match) {
        if (Character.isDigit(c)) {
            int group = c - '0';
            var value = group <= match.groupCount() ? match.group(group) : "";
            return value == null ? "" : value;
        }
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> String.valueOf(c);
        };
    }
}
