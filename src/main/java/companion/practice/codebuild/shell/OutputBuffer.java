package companion.practice.codebuild.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Output that is kept: the near end of a pipe, or what a command substitution yields. */
public final class OutputBuffer implements Output {
    private static final int LIMIT = 32 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(byte[] more) {
        if (bytes.size() + more.length > LIMIT) {
            throw new EndlessException();
        }
        bytes.writeBytes(more);
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    public Input toInput() {
        return Input.of(bytes());
    }
}
