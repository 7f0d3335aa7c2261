package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedRelease;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

    @Test
    void beforeADeploymentThereIsNoGreenToRollBack() {
        assertThat(green(Releases.failed())).isEqualTo("not there, nothing to roll back");
    }

    @Test
    void afterARollbackGreenIsGone() {
        assertThat(green(Releases.rolledBack())).isEqualTo("gone");
    }

    private static String green(ScriptedRelease feed) {
        return Meanwhile.of(Objects.requireNonNull(feed.release())).lanes().stream()
                .filter(Meanwhile.Lane::green)
                .findFirst()
                .orElseThrow()
                .about();
    }
}
