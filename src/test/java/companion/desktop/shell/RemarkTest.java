package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedSession;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RemarkTest extends WindowTest {
    @Override
    ScriptedContext context(ScriptedSession scripted) {
        var told = ScriptedContext.practice(scripted);
        told.setRemark("The earlier one is kept.");
        return told;
    }

    @Test
    void whatThereIsToKnowOfTheAccountIsToldWhenTheWindowOpens() throws TimeoutException {
        assertThat(spoken("A new practice account. The earlier one is kept.")).isNotNull();

        press(spoken("Close: A new practice account"));
        until(() -> window.scene().getRoot().lookupAll(".toast").isEmpty());
    }
}
