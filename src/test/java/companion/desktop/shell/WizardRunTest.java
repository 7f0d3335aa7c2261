package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.component.Announcer;
import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WizardRunTest extends WindowTest {

    @Test
    void reachesVersionTwoInAtMostTwelvePresses() {
        int presses = 0;
        while (!text("#primary").equals("Continue to Clean up")) {
            press(find("#primary"));
            presses++;
        }

        assertThat(presses).isLessThanOrEqualTo(12);
        assertThat(session.asked()).containsExactly(
                "runStage identity", "runStage set-up-stack", "runStage repository", "runStage roles", "runStage specs",
                "runStage deployment-group", "runStage pipeline", "runStage release-v2");
        assertThat(text("#title")).isEqualTo("Release v2");
    }

    @Test
    void doesAllOfItByKeyboardAlone() {
        for (int i = 0; i < 8; i++) {
            keys(KeyCode.CONTROL, KeyCode.ENTER);
        }

        assertThat(session.state().stages()).allMatch(stage -> stage.done() == stage.steps().size());
    }

    @Test
    void doesAllOfItForTheLearner() throws Exception {
        press(find("#runAll"));

        until(() -> text("#primary").equals("Continue to Clean up"));
        assertThat(session.asked()).hasSize(8);
    }

    @Test
    void runsOneStepAtATime() {
        press(find("#nextStep"));
        settle();

        assertThat(session.asked()).containsExactly("runNextStep identity");
        assertThat(text("#stepsDone")).isEqualTo("1 of 2 done");
        assertThat(text("#primary")).isEqualTo("Run stage");
    }

    @Test
    void showsResultsToCopyAndOpen() {
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        press(spoken("Open Web page, http://127.0.0.1:49180/"));

        assertThat(context.opened()).hasToString("[http://127.0.0.1:49180/]");
        assertThat(spoken("Copy Web page")).isInstanceOf(Button.class);
    }

    @Test
    void opensAnyStageFromTheList() {
        press(spoken("Roles, Waiting"));

        assertThat(text("#title")).isEqualTo("Roles");
        assertThat(text("#missing")).isEqualTo("Identity comes first");
        assertThat(this.<Button>find("#primary").isDisabled()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAnInputAndRunsNothing() throws TimeoutException {
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        press(spoken("Set-up stack, Waiting"));

        TextField name = find("#input-stack-name");
        on(() -> name.setText("devops cluster"));
        until(() -> this.<Button>find("#primary").isDisabled());

        assertThat(this.<Button>find("#primary").isDisabled()).isTrue();
        assertThat(text("#missing")).startsWith("Stack name must be");
        assertThat(session.asked()).containsExactly("runStage identity");
    }

    @Test
    void tellsTheSessionOfARightChoice() throws TimeoutException {
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        press(spoken("Set-up stack, Waiting"));

        TextField name = find("#input-stack-name");
        on(() -> name.setText("devops-cluster2"));
        until(() -> session.state().values().get("stack-name").equals("devops-cluster2"));

        assertThat(this.<Button>find("#primary").isDisabled()).isFalse();
    }

    @Test
    void opensARowToItsCall() {
        Node row = spoken("Step 2 of 2, Check the region, Waiting, EC2 DescribeAvailabilityZones");

        press(row);

        assertThat(spoken("aws ec2 describe-availability-zones --region us-east-1")).isNotNull();
    }

    @Test
    void judgesAnAnswerWhenAsked() {
        press(spoken("Repository, Waiting"));

        press(spoken("Nothing starts, no error appears"));
        press(find("Check my answer"));
        settle();

        assertThat(spokenFrom("Right.")).isNotNull();
    }

    @Test
    void saysAChangeOfAStageOnce() {
        var said = new ArrayList<String>();
        Announcer announcer = find("." + Announcer.STYLE);
        on(() -> announcer.accessibleTextProperty().subscribe((before, now) -> said.add(now)));

        press(find("#primary"));
        on(() -> window.shell().fit(1300, 760, 13));
        settle();

        assertThat(said).endsWith("Identity done").doesNotHaveDuplicates();
    }
}
