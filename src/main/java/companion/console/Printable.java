package companion.console;

import java.util.regex.Pattern;

/**
 * Text of others, as a line of a terminal can show it. A commit message or a build's log may hold what moves the cursor, clears the
 * screen or changes the colours, and a progress bar is written over and over.
 */
final class Printable {
    /** Control sequences (CSI), strings that a terminal takes for itself (OSC), and other escapes. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|\u001b[ -/]*[0-~]?|\u009b[0-?]*[ -/]*[@-~]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]");

    private Printable() {}

    /** One line: what was written over is left out, line ends and tabs are blanks. */
    static String of(String text) {
        var plain = ESCAPES.matcher(text).replaceAll("").replaceAll("[\r\n]+$", "").replaceAll("\r?\n|\t", " ");
        var last = plain.substring(plain.lastIndexOf('\r') + 1);
        return CONTROLS.matcher(last).replaceAll("");
    }
}
