package companion.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.ScriptedSession;
import org.junit.jupiter.api.Test;

class WizardNewsTest {
    private final ScriptedSession session = new ScriptedSession(true);

    private String news(String selected) {
        return WizardNews.of(WizardModel.of(session.state(), selected, WizardModel.Wish.NONE));
    }

    @Test
    void saysHowTheOpenStageIs() {
        assertThat(news("identity")).isEqualTo("Identity waiting");

        session.runStage("identity");

        assertThat(news("identity")).isEqualTo("Identity done");
    }

    @Test
    void theSameStateIsTheSameWords() {
        var before = news("identity");

        assertThat(news("identity")).isEqualTo(before);
    }
}
