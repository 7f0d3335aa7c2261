package companion.desktop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks shell commands into lines between their options, so that an option and its value stay together where they fit. */
public final class ShellLines {
    private static final Pattern TOKEN =
            Pattern.compile("(?<on>\\\\\\n)|(?<end>\\n)|(?<word>(?:\"[^\"]*\"|'[^']*'|\\\\(?!\\n)|[^\\s\"'\\\\]|[\"'])+)");
    private static final String BREAK = " \\\n    ";
    private static final String DEEP_BREAK = BREAK + "    ";
    private static final int INDENT = 4;
    private static final int END = 2;

    private ShellLines() {}

    /**
     * @param commands one a line; a backslash at a line's end goes on with the command, and so does a quote that is open
     * @param columns how many characters fit on a line; what does not fit alone is left as it is
     */
    public static String wrap(String commands, int columns) {
        return commands(commands).stream()
                .map(groups -> wrap(groups, columns))
                .collect(Collectors.joining("\n"));
    }

    private static String wrap(List<String> groups, int columns) {
        var text = new StringBuilder();
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            int end = i == groups.size() - 1 ? 0 : END;
            boolean fits = i == 0 || column(text) + 1 + width(group) + end <= columns;
            boolean tooLong = INDENT + width(group) + end > columns;
            int value = group.indexOf(' ');
            if (i > 0 && tooLong && value > 0) {
                boolean first = i == 1 && column(text) + 1 + value + END <= columns;
                text.append(first ? " " : BREAK).append(group, 0, value);
                text.append(first ? BREAK : DEEP_BREAK).append(group.substring(value + 1));
            } else {
                text.append(i == 0 ? "" : fits ? " " : BREAK).append(group);
            }
        }
        return text.toString();
    }

    /** How long the last line is. */
    private static int column(CharSequence text) {
        return text.length() - 1 - text.toString().lastIndexOf('\n');
    }

    /** How long the first line is, which is what has to fit. */
    private static int width(String group) {
        int end = group.indexOf('\n');
        return end < 0 ? group.length() : end;
    }

    /** Of each command the program's words, then each option with what belongs to it. */
    private static List<List<String>> commands(String text) {
        var commands = new ArrayList<List<String>>();
        var groups = new ArrayList<String>();
        commands.add(groups);
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            var word = matcher.group("word");
            if (matcher.group("end") != null) {
                groups = new ArrayList<>();
                commands.add(groups);
            } else if (word != null && (groups.isEmpty() || word.startsWith("-"))) {
                groups.add(word);
            } else if (word != null) {
                groups.add(groups.removeLast() + " " + word);
            }
        }
        return commands;
    }
}
