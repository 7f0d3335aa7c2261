package companion.practice.codebuild.tools.awk;

import java.util.regex.Pattern;

/**
 * A value of awk, which is a number, a text, or a text from the input that counts as a number when it looks like one.
 *
 * @param numeric whether comparisons take it as a number
 */
record Value(String text, double number, boolean numeric) {
    static final Value EMPTY = new Value("", 0, true);
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");

    static Value of(double number) {
        return new Value(format(number), number, true);
    }

    static Value of(boolean truth) {
        return of(truth ? 1 : 0);
    }

    static Value of(String text) {
        return new Value(text, leading(text), false);
    }

    /** From the input, where {@code 10} is a number. */
    static Value input(String text) {
        var match = NUMBER.matcher(text);
        return new Value(
                text,
                leading(text),
                match.lookingAt() && text.substring(match.end()).isBlank());
    }

    boolean truth() {
        return numeric ? number != 0 : !text.isEmpty();
    }

    int compare(Value other) {
        return numeric && other.numeric ? Double.compare(number, other.number) : text.compareTo(other.text);
    }

    private static double leading(String text) {
        var match = NUMBER.matcher(text);
        return match.lookingAt() ? Double.parseDouble(match.group(1)) : 0;
    }

    private static String format(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e16) {
            return Long.toString((long) number);
        }
        return Formatter.general(number, 6);
    }
}
