package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedSession;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CleanUpScreenTest extends WindowTest {
    private static final String QUESTION =
            "Remove 16 resources from account 4417…2209 in us-east-1? This cannot be undone.";

    @Override
    ScriptedContext context(ScriptedSession scripted) {
        return ScriptedContext.real(scripted);
    }

    @BeforeEach
    void runEverything() {
        session.state().stages().forEach(stage -> session.runStage(stage.stage().id()));
        settle();
        keys(KeyCode.CONTROL, KeyCode.DIGIT6);
    }

    @Test
    void asksOnceInPlaceAndNamesTheAccount() {
        press(spoken("Remove everything"));
        assertThat(session.asked()).doesNotContain("cleanUp");
        assertThat(this.<Node>find(QUESTION)).isNotNull();

        press(spoken(QUESTION + " Remove everything"));

        assertThat(session.asked()).contains("cleanUp");
        assertThat(this.<Node>find("Nothing left")).isNotNull();
        assertThat(spoken("Stacks, DescribeStacks, none")).isNotNull();
    }

    @Test
    void keepsItAllAtEsc() {
        press(spoken("Remove everything"));

        keys(KeyCode.ESCAPE);

        assertThat(session.asked()).doesNotContain("cleanUp");
        assertThat(spoken("Remove everything")).isNotNull();
        assertThat(spoken("Clean up, open")).isNotNull();
    }

    @Test
    void filtersTheLedger() {
        ListView<?> ledger = find("#ledger");
        int all = ledger.getItems().size();

        on(() -> window.shell().current().filter());
        type("nat");
        settle();

        assertThat(all).isEqualTo(21);
        assertThat(ledger.getItems()).hasSize(3);
    }
}
