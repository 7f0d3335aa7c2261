package companion.practice.codebuild.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a program, read as getopt reads them; what is left are the operands. */
final class Flags {
    private final Map<Character, List<String>> given = new LinkedHashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Flags() {}

    /**
     * Reads arguments.
     *
     * @param letters as for getopt: a letter takes a value if a colon follows it
     * @param names long options and the letters that they stand for
     */
    static Flags parse(List<String> arguments, String letters, Map<String, Character> names) throws ToolException {
        var flags = new Flags();
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (word.equals("--")) {
                flags.operands.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (word.startsWith("--")) {
                int equals = word.indexOf('=');
                var name = word.substring(2, equals < 0 ? word.length() : equals);
                var letter = names.get(name);
                if (letter == null) {
                    throw new ToolException("unrecognized option '" + word + "'");
                }
                boolean takesValue = letters.contains(letter + ":");
                if (takesValue && equals < 0 && i + 1 == arguments.size()) {
                    throw new ToolException("option '" + word + "' requires an argument");
                }
                flags.add(letter, !takesValue ? "" : equals >= 0 ? word.substring(equals + 1) : arguments.get(++i));
                continue;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                flags.operands.add(word);
                continue;
            }
            for (int at = 1; at < word.length(); at++) {
                char letter = word.charAt(at);
                int known = letters.indexOf(letter);
                if (known < 0 || letter == ':') {
                    throw new ToolException("invalid option -- '" + letter + "'");
                }
                if (!letters.startsWith(":", known + 1)) {
                    flags.add(letter, "");
                    continue;
                }
                if (at + 1 == word.length() && i + 1 == arguments.size()) {
                    throw new ToolException("option requires an argument -- '" + letter + "'");
                }
                flags.add(letter, at + 1 < word.length() ? word.substring(at + 1) : arguments.get(++i));
                break;
            }
        }
        return flags;
    }

    static Flags parse(List<String> arguments, String letters) throws ToolException {
        return parse(arguments, letters, Map.of());
    }

    boolean has(char letter) {
        return given.containsKey(letter);
    }

    /** The last value given, or null. */
    @Nullable
    String value(char letter) {
        var values = given.get(letter);
        return values == null ? null : values.getLast();
    }

    List<String> values(char letter) {
        return given.getOrDefault(letter, List.of());
    }

    int number(char letter, int otherwise) throws ToolException {
        var value = value(letter);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ToolException("invalid number: '" + value + "'");
        }
    }

    List<String> operands() {
        return operands;
    }

    private void add(char letter, String value) {
        given.computeIfAbsent(letter, key -> new ArrayList<>()).add(value);
    }
}
