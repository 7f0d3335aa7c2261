package companion.practice.codebuild.tools;

import java.util.Map;

/** The sets of {@code tr}: ranges, classes and backslashes. */
final class CharacterSets {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final Map<String, String> CLASSES = Map.of(
            "lower",
            LOWER,
            "upper",
            UPPER,
            "alpha",
            UPPER + LOWER,
            "digit",
            DIGITS,
            "alnum",
            DIGITS + UPPER + LOWER,
            "space",
            "\t\n\u000b\f\r ",
            "blank",
            "\t ",
            "xdigit",
            DIGITS + "ABCDEFabcdef",
            "punct",
            "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private CharacterSets() {}

    /** All characters of a set, in its order. */
    static String expand(String set) throws ToolException {
        var all = new StringBuilder();
        for (int i = 0; i < set.length(); i++) {
            if (set.startsWith("[:", i) && set.indexOf(":]", i) > 0) {
                int end = set.indexOf(":]", i);
                var name = set.substring(i + 2, end);
                if (!CLASSES.containsKey(name)) {
                    throw new ToolException("invalid character class '" + name + "'");
                }
                all.append(CLASSES.get(name));
                i = end + 1;
                continue;
            }
            char c = set.charAt(i);
            if (c == '\\' && i + 1 < set.length()) {
                c = escaped(set.charAt(++i));
            }
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                char last = set.charAt(i + 2);
                if (last < c) {
                    throw new ToolException(
                            "range-endpoints of '" + c + "-" + last + "' are in reverse collating sequence order");
                }
                for (char each = c; each <= last; each++) {
                    all.append(each);
                }
                i += 2;
            } else {
                all.append(c);
            }
        }
        return all.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> c;
        };
    }
}
