package companion.console;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The terminal's other screen, on which lines are drawn over and over; what was there before comes back when it is closed. Drawn
 * by one thread.
 */
final class AlternateScreen implements AutoCloseable {
    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";
    private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

    private final PrintStream out;

    AlternateScreen(PrintStream out) {
        this.out = out;
        out.print(ENTER);
        out.flush();
    }

    /** @param rows 0 where the terminal does not say */
    record Size(int rows, int columns) {
        private static final Size USUAL = new Size(30, 120);

        /** As the terminal says, or its environment. */
        static Size of(Map<String, String> environment) {
            try {
                var process = new ProcessBuilder("stty", "size")
                        .redirectInput(new File("/dev/tty"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor(1, TimeUnit.SECONDS)) {
                    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                    return parse(text, environment);
                }
            } catch (IOException e) {
                // No such command here.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return parse("", environment);
        }

        static Size parse(String stty, Map<String, String> environment) {
            var parts = stty.strip().split(" ");
            try {
                return parts.length == 2 && !parts[0].equals("0")
                        ? new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                        : new Size(
                                Integer.parseInt(environment.getOrDefault("LINES", "" + USUAL.rows)),
                                Integer.parseInt(environment.getOrDefault("COLUMNS", "" + USUAL.columns)));
            } catch (NumberFormatException e) {
                return USUAL;
            }
        }
    }

    /** Draws the lines that there is room for; the last one says how many there was none for. */
    void draw(List<String> lines, Size size) {
        var text = new StringBuilder(HOME);
        int room = Math.max(1, size.rows() - 1);
        boolean all = lines.size() <= room;
        var shown = all ? lines : lines.subList(0, room - 1);
        for (var line : shown) {
            text.append(cut(line, size.columns())).append(REST_OF_LINE).append('\n');
        }
        if (!all) {
            text.append("… ").append(lines.size() - shown.size()).append(" more lines").append(REST_OF_LINE).append('\n');
        }
        out.print(text.append(REST_OF_SCREEN));
        out.flush();
    }

    /** As much of a line as there are columns; its styles take none, and end where it does. */
    static String cut(String line, int columns) {
        var cut = new StringBuilder();
        var style = STYLE.matcher(line);
        int width = 0;
        int at = 0;
        while (at < line.length()) {
            if (style.region(at, line.length()).lookingAt()) {
                cut.append(style.group());
                at = style.end();
            } else {
                int character = line.codePointAt(at);
                width += Columns.of(character);
                at += Character.charCount(character);
                if (width > columns || width == columns && hasMore(line, at)) {
                    return cut.append("…\u001b[0m").toString();
                }
                cut.appendCodePoint(character);
            }
        }
        return cut.toString();
    }

    private static boolean hasMore(String line, int at) {
        return STYLE.matcher(line.substring(at)).replaceAll("").codePoints().anyMatch(each -> Columns.of(each) > 0);
    }

    @Override
    public void close() {
        out.print(LEAVE);
        out.flush();
    }
}
