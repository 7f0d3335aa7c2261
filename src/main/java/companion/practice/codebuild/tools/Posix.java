package companion.practice.codebuild.tools;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** POSIX regular expressions, turned into Java's. */
final class Posix {
    private Posix() {}

    /** @param extended as with {@code -E}: the operators mean something without a backslash, not with one */
    static Pattern compile(String regex, boolean extended, boolean ignoreCase) throws ToolException {
        try {
            return Pattern.compile(translate(regex, extended), ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new ToolException("Invalid regular expression");
        }
    }

    static String translate(String regex, boolean extended) {
        var java = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                char next = regex.charAt(++i);
                if ("(){}|+?".indexOf(next) >= 0) {
                    java.append(extended ? "\\" : "").append(next);
                } else if (next == '<' || next == '>') {
                    java.append("\\b");
                } else {
                    java.append('\\').append(next);
                }
            } else if (c == '[') {
                int end = bracketEnd(regex, i);
                java.append(bracket(regex.substring(i + 1, end)));
                i = end;
            } else if (!extended && "(){}|+?".indexOf(c) >= 0) {
                java.append('\\').append(c);
            } else if (c == '*' && atStart(java)) {
                java.append("\\*");
            } else if (c == '{'
                    && !regex.startsWith("{", i + 1)
                    && !regex.substring(i).matches("(?s)\\{\\d*,?\\d*\\}.*")) {
                java.append("\\{");
            } else if (c == '^' && !extended && !atStart(java)) {
                java.append("\\^");
            } else if (c == '$' && !extended && i + 1 < regex.length() && !regex.startsWith("\\)", i + 1)) {
                java.append("\\$");
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }

    private static boolean atStart(StringBuilder java) {
        int length = java.length();
        return length == 0
                || java.charAt(length - 1) == '^' && length == 1
                || java.charAt(length - 1) == '(' && (length == 1 || java.charAt(length - 2) != '\\');
    }

    private static int bracketEnd(String regex, int start) {
        int i = start + 1;
        if (i < regex.length() && regex.charAt(i) == '^') {
            i++;
        }
        if (i < regex.length() && regex.charAt(i) == ']') {
            i++;
        }
        while (i < regex.length() && regex.charAt(i) != ']') {
            i = regex.startsWith("[:", i) && regex.indexOf(":]", i) > 0 ? regex.indexOf(":]", i) + 2 : i + 1;
        }
        return Math.min(i, regex.length() - 1);
    }

    private static String bracket(String inside) {
        var set = new StringBuilder("[");
        int i = 0;
        if (inside.startsWith("^")) {
            set.append('^');
            i++;
        }
        for (; i < inside.length(); i++) {
            if (inside.startsWith("[:", i) && inside.indexOf(":]", i) > 0) {
                int end = inside.indexOf(":]", i);
                set.append(characterClass(inside.substring(i + 2, end)));
                i = end + 1;
            } else {
                char c = inside.charAt(i);
                boolean escape = c == '\\' && i + 1 < inside.length() && "ntr\\".indexOf(inside.charAt(i + 1)) >= 0;
                if (escape) {
                    set.append('\\').append(inside.charAt(++i));
                } else {
                    set.append("[]\\&^".indexOf(c) >= 0 ? "\\" : "").append(c);
                }
            }
        }
        return set.append(']').toString();
    }

    private static String characterClass(String name) {
        return switch (name) {
            case "alnum" -> "\\p{Alnum}";
            case "alpha" -> "\\p{Alpha}";
            case "blank" -> " \\t";
            case "digit" -> "0-9";
            case "lower" -> "a-z";
            case "upper" -> "A-Z";
            case "punct" -> "\\p{Punct}";
            case "space" -> "\\s";
            default -> "0-9A-Fa-f";
        };
    }
}
