package companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ExecTest {
    /** What is run in a process of its own. */
    static final class Replaced {
        public static void main(String[] command) {
            Exec.replace(List.of(command), Map.of("GREETING", "good day"));
            System.out.println("still here");
        }
    }

    @Test
    void theOtherProgramGoesOnInTheSameProcess() throws Exception {
        var process = replaced("/bin/sh", "-c", "echo $$ $GREETING $1; exit 7", "sh", "two words");

        assertThat(answer(process)).isEqualTo(process.pid() + " good day two words");
        assertThat(process.waitFor()).isEqualTo(7);
    }

    @Test
    void nothingChangesIfThereIsNoSuchProgram() throws Exception {
        var process = replaced("/no/such/program");

        assertThat(answer(process)).isEqualTo("still here");
        assertThat(process.waitFor()).isZero();
    }

    private static Process replaced(String... command) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--class-path",
                System.getProperty("java.class.path"),
                Replaced.class.getName());
        builder.command().addAll(List.of(command));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String answer(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
