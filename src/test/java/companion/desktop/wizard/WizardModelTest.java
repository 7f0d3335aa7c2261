package companion.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.ScriptedSession;
import companion.desktop.status.State;
import companion.desktop.wizard.Actions.Halt;
import companion.desktop.wizard.Actions.Primary;
import companion.desktop.wizard.WizardModel.Retry;
import companion.desktop.wizard.WizardModel.Wish;
import companion.workshop.Check;
import companion.workshop.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class WizardModelTest {
    private static final Problem PROBLEM = new Problem("CODE", "It broke.", "It happens.", "Retry.", "details");

    private final ScriptedSession session = new ScriptedSession(false);

    private WizardModel model(String selected) {
        return WizardModel.of(session.state(), selected, Wish.NONE);
    }

    private void done(String... stages) {
        for (var stage : stages) {
            session.runStage(stage);
            session.finish();
        }
    }

    @Test
    void offersToRunTheFirstStageWhenNothingWasRun() {
        var page = model(WizardModel.toOpen(session.state())).page();

        assertThat(page.stage().id()).isEqualTo("identity");
        assertThat(page.number()).isEqualTo(1);
        assertThat(page.of()).isEqualTo(8);
        assertThat(page.actions().primary()).isEqualTo(new Primary.RunStage("identity", "Run stage"));
        assertThat(page.actions().enabled()).isTrue();
        assertThat(page.actions().missing()).isEqualTo("Nothing run yet");
        assertThat(page.steps()).allMatch(step -> step.state() == State.NOT_STARTED);
    }

    @Test
    void saysWhichStepRunsAndWhatIsToGo() {
        done("identity", "set-up-stack");
        session.runStage("repository");
        session.advance();
        session.advance();
        session.advance();

        var page = model("repository").page();

        assertThat(page.badge()).isEqualTo("Running, step 4 of 6");
        assertThat(page.done()).isEqualTo(3);
        assertThat(page.locked()).endsWith(" is running.");
        assertThat(page.actions().enabled()).isFalse();
        assertThat(page.actions().missing()).isEqualTo("2 checks to go");
        assertThat(page.actions().primary().label()).isEqualTo("Run Roles");
        assertThat(page.actions().halt()).isEqualTo(Halt.AFTER_THIS_STEP);
        assertThat(page.steps().get(3).note()).isEqualTo("writing objects, 4 of 4");
    }

    @Test
    void goesOnToTheNextStageAndRunsItInOnePress() {
        done("identity");

        var actions = model("identity").page().actions();

        assertThat(actions.primary()).isEqualTo(new Primary.GoOn("set-up-stack", true, "Run Set-up stack"));
        assertThat(actions.missing()).isEqualTo("Set-up stack adds $0.1172/h");
    }

    @Test
    void opensTheNextStageBeforeItIsRunWhereThatCostsMoney() {
        done("identity");

        var actions = WizardModel.of(session.state(), "identity", new Wish(false, "", true)).page().actions();

        assertThat(actions.primary()).isEqualTo(new Primary.GoOn("set-up-stack", false, "Continue to Set-up stack"));
    }

    @Test
    void namesTheStageThatComesFirst() {
        var actions = model("roles").page().actions();

        assertThat(actions.enabled()).isFalse();
        assertThat(actions.nextStep()).isNotEmpty();
        assertThat(actions.missing()).isEqualTo("Identity comes first");
    }

    @Test
    void offersRetryForAFailedStep() {
        session.runStage("identity");
        session.fail(PROBLEM);

        var model = model("identity");

        assertThat(model.stages().getFirst().retry()).isEqualTo(Retry.OFFERED);
        assertThat(model.stages().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(model.page().steps().getFirst().remedy()).isEqualTo(StepItem.Remedy.RETRY);
        assertThat(model.page().steps().getFirst().isTrouble()).isTrue();
        assertThat(model.page().actions().primary().label()).isEqualTo("Retry stage");
    }

    @Test
    void offersRepairForADifferenceThatRunningMends() {
        session.runStage("identity");
        session.differ(new Check.Differs("It differs", List.of(new Check.Difference("a", "1", "2")), true));

        var model = model("identity");

        assertThat(model.page().badge()).isEqualTo("Differs");
        assertThat(model.page().steps().getFirst().remedy()).isEqualTo(StepItem.Remedy.REPAIR);
    }

    @Test
    void offersToInterruptOnceItWasAskedToStop() {
        session.runStage("identity");

        var actions = WizardModel.of(session.state(), "identity", new Wish(true, "", false)).page().actions();

        assertThat(actions.halt()).isEqualTo(Halt.NOW);
    }

    @Test
    void saysWhatIsWrongWithAnInputInPlaceOfRunning() {
        var wish = new Wish(false, "No spaces.", false);

        var actions = WizardModel.of(session.state(), "identity", wish).page().actions();

        assertThat(actions.enabled()).isFalse();
        assertThat(actions.missing()).isEqualTo("No spaces.");
    }

    @Test
    void listsResultsOnceAllStepsAreDone() {
        assertThat(model("identity").page().results()).isEmpty();

        done("identity");

        assertThat(model("identity").page().results()).extracting("name").containsExactly("Account", "Caller");
    }

    @Test
    void endsInCleanUp() {
        session.state().stages().forEach(stage -> done(stage.stage().id()));

        var model = model(WizardModel.toOpen(session.state()));

        assertThat(model.done()).isEqualTo(8);
        assertThat(model.page().stage().id()).isEqualTo("release-v2");
        assertThat(model.page().actions().primary()).isEqualTo(new Primary.OpenCleanUp("Continue to Clean up"));
        assertThat(model.page().actions().runAll()).isNotEmpty();
    }

    @Test
    void readsAStepAloud() {
        assertThat(model("identity").page().steps().getFirst().spoken(1, 2))
                .isEqualTo("Step 1 of 2, Ask who signs the calls, Waiting, STS GetCallerIdentity");
    }
}
