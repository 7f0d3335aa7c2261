package companion.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryFileTest {
    @TempDir
    Path folder;

    @Test
    void theFirstTimeThereIsNothingToRemember() {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void whatWasWrittenIsReadTheNextTimeBesideWhatOthersWrote() {
        file().write(Map.of("theme", "dark", "type", "15"));
        file().write(Map.of("theme", "light", "wall.pinned", "one"));

        assertThat(file().read())
                .containsOnly(Map.entry("theme", "light"), Map.entry("type", "15"), Map.entry("wall.pinned", "one"));
    }

    @Test
    void aFileThatCannotBeReadIsLikeNone() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/window.properties"), "theme=\\u00zz");

        assertThat(file().read()).isEmpty();
    }

    private MemoryFile file() {
        return new MemoryFile(folder.resolve("data/window.properties"));
    }
}
