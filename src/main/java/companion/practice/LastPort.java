package companion.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The port at which a practice cloud was last reached, kept beside its state: what others wrote down of it, such as the remote
 * of a clone, stays true after another start.
 */
final class LastPort {
    private final Path file;

    /** @param state the folder of the cloud's state */
    LastPort(Path state) {
        this.file = state.resolve("port");
    }

    /** 0 if there is none. */
    int read() {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    void write(int port) throws IOException {
        Files.writeString(file, port + "\n");
    }
}
