package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    @TempDir
    Path folder;

    private final FakeTerminal fake = new FakeTerminal();
    private final Console console = new Console(fake.piped(Map.of()), (_, _, _) -> {
        throw new IOException("The folder is in use. Choose another one with --workspace.");
    });

    @Test
    void noCommandIsWrongUse() {
        assertThat(console.run()).isEqualTo(2);
        assertThat(fake.errText()).contains("Which command?", "run", "cloud", "cleanup");
    }

    @Test
    void anUnknownWorkshopIsWrongUseAndTheOnesThereAreAreNamed() {
        assertThat(console.run("run", "yellow")).isEqualTo(2);
        assertThat(fake.errText()).contains("there is no workshop yellow").contains("blue-green");
    }

    @Test
    void aSpeedThatIsNoneIsWrongUse() {
        assertThat(console.run("run", "blue-green", "--speed", "fast")).isEqualTo(2);
        assertThat(fake.errText()).contains("Speed is a factor");
    }

    @Test
    void twoAccountsAtOnceAreWrongUse() {
        assertThat(console.run("run", "blue-green", "--practice", "--profile", "x"))
                .isEqualTo(2);
    }

    @Test
    void helpAndVersionAreDone() {
        assertThat(console.run("--help")).isZero();
        assertThat(console.run("run", "--help")).isZero();
        assertThat(fake.outText()).contains("--until", "--keep", "--json", "--practice", "--region");
        assertThat(console.run("--version")).isZero();
        assertThat(fake.outText()).contains("Workshop Companion");
    }

    @Test
    void whatCannotStartSaysWhyAndWhatNextAndExitsWith1() {
        assertThat(console.run("run", "blue-green", "--workspace", folder.toString()))
                .isEqualTo(1);
        assertThat(fake.errText())
                .contains("The folder is in use", "Next:", "NOT_STARTED")
                .doesNotContain("Exception");
        assertThat(fake.outText()).isEmpty();
    }
}
