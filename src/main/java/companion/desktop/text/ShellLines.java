package companion.desktop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks shell commands into lines between their options, so that an option and its value stay together where they fit. */
public final class ShellLines {
    private static final Pattern CONTINUED = Pattern.compile("\\s*\\\\\\n\\s*");
    private static final Pattern QUOTED_BREAK = Pattern.compile("\"[^\"\\n]*\\n[^\"]*\"|'[^'\\n]*\\n[^']*'");
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"']|[\"'])+");
    private static final String BREAK = " \\\n    ";
    private static final String DEEP_BREAK = BREAK + "    ";
    private static final int INDENT = 4;
    private static final int END = 2;

    private ShellLines() {}

    /**
     * @param commands one a line; a backslash at a line's end goes on with the command
     * @param columns how many characters fit on a line; what does not fit alone is left as it is
     */
    public static String wrap(String commands, int columns) {
        if (QUOTED_BREAK.matcher(commands).find()) {
            return commands;
        }
        return CONTINUED.matcher(commands).replaceAll(" ").lines()
                .map(command -> wrapOne(command, columns))
                .collect(Collectors.joining("\n"));
    }

    private static String wrapOne(String command, int columns) {
        var text = new StringBuilder();
        int column = 0;
        var groups = groups(command);
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            int end = i == groups.size() - 1 ? 0 : END;
            if (i > 0 && column + 1 + group.length() + end > columns) {
                text.append(BREAK);
                column = INDENT;
            } else if (i > 0) {
                text.append(' ');
                column++;
            }
            int option = i > 0 ? group.indexOf(' ') : -1;
            if (option > 0 && INDENT + group.length() + end > columns) {
                group = group.substring(0, option) + DEEP_BREAK + group.substring(option + 1);
            }
            text.append(group);
            column += group.length();
        }
        return text.toString();
    }

    /** The program's words, then each option with what belongs to it. */
    private static List<String> groups(String command) {
        var groups = new ArrayList<String>();
        var matcher = WORD.matcher(command);
        while (matcher.find()) {
            var word = matcher.group();
            if (groups.isEmpty() || word.startsWith("-")) {
                groups.add(word);
            } else {
                groups.add(groups.removeLast() + " " + word);
            }
        }
        return groups;
    }
}
