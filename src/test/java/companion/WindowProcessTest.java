package companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowProcessTest {
    @Test
    void linuxNeedsADisplayServerAndOthersHaveOne() {
        assertThat(WindowProcess.hasDisplay("Linux", Map.of())).isFalse();
        assertThat(WindowProcess.hasDisplay("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(WindowProcess.hasDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(WindowProcess.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
        assertThat(WindowProcess.hasDisplay("Mac OS X", Map.of())).isTrue();
        assertThat(WindowProcess.hasDisplay("Windows 11", Map.of())).isTrue();
    }

    @Test
    void javaFxIsOnTheModulePathBesideTheJar(@TempDir Path folder) throws Exception {
        var jar = Files.createFile(folder.resolve("workshop-companion.jar"));

        assertThat(WindowProcess.command(jar))
                .containsSequence(
                        "--module-path", folder.resolve("lib").resolve("javafx").toString())
                .contains("--enable-native-access=javafx.graphics")
                .endsWith("companion.WindowMain");
    }

    @Test
    void whatStartsItIsTheSameWithAndWithoutAGraphicsCard(@TempDir Path folder) throws Exception {
        var jar = Files.createFile(folder.resolve("workshop-companion.jar"));

        assertThat(WindowProcess.builder(jar).command())
                .startsWith(WindowProcess.command(jar).getFirst())
                .containsSubsequence(WindowProcess.command(jar));
    }
}
