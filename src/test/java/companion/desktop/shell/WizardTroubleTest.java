package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.workshop.Check;
import companion.workshop.Problem;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class WizardTroubleTest extends WindowTest {
    private static final Problem PROBLEM =
            new Problem("NOT_READY", "CodePipeline can’t assume the role.", "It is new.", "Wait, then retry.", "id 1");

    @Override
    boolean atOnce() {
        return false;
    }

    @Test
    void stopsAfterTheStepAndThenOffersToInterrupt() {
        press(find("#primary"));
        assertThat(text("#halt")).isEqualTo("Stop after this step");
        assertThat(this.<Button>find("#nextStep").isDisabled()).isTrue();

        press(find("#halt"));
        assertThat(text("#halt")).isEqualTo("Stop now");

        press(find("#halt"));

        assertThat(session.asked()).containsExactly("runStage identity", "stopAfterStep", "cancel");
        assertThat(spoken("Identity, Stopped, open")).isNotNull();
    }

    @Test
    void explainsAFailureAndRunsTheStageAgain() {
        press(find("#primary"));
        session.fail(PROBLEM);
        settle();

        assertThat(spoken("CodePipeline can’t assume the role. It is new. Wait, then retry.")).isNotNull();
        assertThat(text("#primary")).isEqualTo("Retry stage");
        press(spoken("Retry Ask who signs the calls"));

        assertThat(session.asked()).containsExactly("runStage identity", "runStage identity");
    }

    @Test
    void showsADifferenceFieldByFieldAndRepairsIt() {
        press(find("#primary"));
        session.differ(new Check.Differs("The group differs", List.of(new Check.Difference("wait", "5", "60")), true));
        settle();

        assertThat(spoken("The group differs; wait expected 5, found 60")).isNotNull();
        press(spoken("Repair Ask who signs the calls"));

        assertThat(session.asked()).containsExactly("runStage identity", "runStage identity");
    }

    @Test
    void followsChangesThatComeFromAnotherThread() throws Exception {
        press(find("#primary"));

        var engine = Thread.ofVirtual().start(session::finish);
        engine.join();
        settle();

        assertThat(this.<Labeled>find("#primary").getText()).isEqualTo("Run Set-up stack");
    }

    @Test
    void closesTheSessionInTheMiddleOfAStageAndAsksNothing() {
        press(find("#primary"));

        on(() -> window.shell().close());

        assertThat(session.asked()).containsExactly("runStage identity", "close");
    }
}
