package companion.practice.codebuild.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes that a program reads, with the place up to which somebody has read them already. */
public final class Input {
    private final byte[] bytes;
    private int at;

    private Input(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Input of(byte[] bytes) {
        return new Input(bytes);
    }

    public static Input of(String text) {
        return new Input(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Input empty() {
        return new Input(new byte[0]);
    }

    /** All that is left. */
    public byte[] readAll() {
        var rest = Arrays.copyOfRange(bytes, at, bytes.length);
        at = bytes.length;
        return rest;
    }

    /** All that is left, as text. */
    public String readText() {
        return new String(readAll(), StandardCharsets.UTF_8);
    }

    /** The next line without its end, or null if there is none. */
    public @Nullable String readLine() {
        if (at >= bytes.length) {
            return null;
        }
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        var line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        at = Math.min(end + 1, bytes.length);
        return line;
    }

    /** Whether the last line that was read ended the input without a line end. */
    public boolean endedOpen() {
        return at >= bytes.length && bytes.length > 0 && bytes[bytes.length - 1] != '\n';
    }

    /** The lines of a text; one without a line end at the end of the text counts too. */
    public static List<String> lines(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
