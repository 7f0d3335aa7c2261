package companion.practice.codebuild;

import companion.practice.codebuild.shell.EndlessException;
import companion.practice.codebuild.shell.Output;
import companion.practice.codebuild.shell.Stopwatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command prints, with how far into it each piece came, so that the log can show it when virtual time gets
 * there.
 */
final class Transcript implements Output {
    /** Pieces closer together than this become one event of the queue. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private static final int LIMIT = 4 * 1024 * 1024;

    /** @param at since the command's start */
    record Piece(Duration at, String text) {}

    private final Stopwatch clock;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Duration openedAt = Duration.ZERO;
    private int size;

    Transcript(Stopwatch clock) {
        this.clock = clock;
    }

    @Override
    public void write(byte[] bytes) {
        size += bytes.length;
        if (size > LIMIT) {
            throw new EndlessException();
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!open.isEmpty() && clock.elapsed().minus(openedAt).compareTo(TOGETHER) >= 0) {
            close();
        }
        if (open.isEmpty()) {
            openedAt = clock.elapsed();
        }
        open.append(text);
    }

    List<Piece> pieces() {
        close();
        return pieces;
    }

    private void close() {
        if (!open.isEmpty()) {
            pieces.add(new Piece(openedAt, open.toString()));
            open.setLength(0);
        }
    }
}
