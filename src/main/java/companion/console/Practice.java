package companion.console;

import companion.practice.PracticeClock;
import companion.practice.world.Speed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * A practice cloud that runs. Its text shows no secret.
 *
 * @param learner the keys made at its start
 * @param gitPassword of the Git credentials (HTTPS)
 * @param remark what the learner should know about its state; mostly empty
 */
public record Practice(
        URI endpoint,
        AwsBasicCredentials learner,
        String gitUserName,
        String gitPassword,
        PracticeClock clock,
        Optional<String> remark,
        Runnable stop)
        implements AutoCloseable {

    /** Starts one. */
    @FunctionalInterface
    public interface Starter {
        /**
         * @param state the folder that it goes on from and keeps its journal in
         * @param port 0 for a free one
         * @throws IOException if the folder or the port is in use, with a sentence for the learner
         */
        Practice start(Path state, int port, Speed speed) throws IOException;

        /** Also tells whoever listens what there is to know about the state it starts from. */
        default Starter telling(Consumer<String> listener) {
            return (state, port, speed) -> {
                var practice = start(state, port, speed);
                practice.remark().ifPresent(listener);
                return practice;
            };
        }
    }

    @Override
    public void close() {
        stop.run();
    }

    @Override
    public String toString() {
        return "Practice[" + endpoint + "]";
    }
}
