package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.world.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuickCloudTest {
    private static Optional<CloudCommand> parse(String... args) {
        return QuickCloud.parse(
                new FakeTerminal().piped(Map.of()),
                (_, _, _) -> {
                    throw new IOException();
                },
                args);
    }

    @Test
    void plainOptionsAreRead() {
        assertThat(parse("cloud", "--port", "4566", "--speed", "instant", "--state", "s", "--env-file", "e")
                        .orElseThrow())
                .satisfies(command -> {
                    assertThat(command.port).isEqualTo(4566);
                    assertThat(command.speed).isEqualTo(Speed.INSTANT);
                    assertThat(command.state).isEqualTo(Path.of("s"));
                    assertThat(command.environmentFile).isEqualTo(Path.of("e"));
                });
        assertThat(parse("cloud")).isPresent();
    }

    @Test
    void everythingElseIsLeftToTheLibrary() {
        assertThat(parse("cloud", "--help")).isEmpty();
        assertThat(parse("cloud", "--port", "many")).isEmpty();
        assertThat(parse("cloud", "--port")).isEmpty();
        assertThat(parse("cloud", "--state", "--speed")).isEmpty();
        assertThat(parse("cloud", "--port=1", "x")).isEmpty();
        assertThat(parse("run", "blue-green", "--practice")).isEmpty();
        assertThat(parse()).isEmpty();
    }
}
