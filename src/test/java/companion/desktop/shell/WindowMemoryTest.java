package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class WindowMemoryTest extends WindowTest {

    @Test
    void aWindowThatClosesOnAWholeScreenComesBackWhereItWas() {
        var memory = new WindowMemory(context.memory());
        on(() -> {
            var stage = (Stage) window.scene().getWindow();
            memory.restore(stage);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(900);
            stage.setHeight(700);
        });
        settle();
        on(() -> {
            var stage = (Stage) window.scene().getWindow();
            stage.setFullScreen(true);
        });
        settle();
        on(() -> memory.close((Stage) window.scene().getWindow(), appearance));

        assertThat(context.memory().read())
                .containsEntry("x", "0")
                .containsEntry("y", "0")
                .containsEntry("width", "900")
                .containsEntry("height", "700");
        on(() -> ((Stage) window.scene().getWindow()).setFullScreen(false));
        settle();
    }
}
