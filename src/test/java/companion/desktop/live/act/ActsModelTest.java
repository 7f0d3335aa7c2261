package companion.desktop.live.act;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedRelease;
import companion.monitor.act.Act;
import companion.monitor.snapshot.ReleaseSnapshot;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ActsModelTest {
    private static final ActsModel.Targets NO_TARGETS = (pipeline, stage) -> List.of();

    @Test
    void theStageThatFailedIsTheOneThatMattersMost() {
        var model = ActsModel.of(snapshot(Releases.failed()), ActsModel.Wish.NONE, NO_TARGETS);

        assertThat(model.stage()).isEqualTo("Build");
        assertThat(act(model, Act.Kind.RETRY_STAGE).blocked()).isEmpty();
        assertThat(act(model, Act.Kind.RETRY_STAGE_ALL_ACTIONS).command("us-east-1")).contains("ALL_ACTIONS");
    }

    @Test
    void aTransitionIsHeldWithTheReasonThatIsTyped() {
        var wish = new ActsModel.Wish("Deploy", "Demo at noon", "", "");
        var held = act(ActsModel.of(snapshot(Releases.waiting()), wish, NO_TARGETS), Act.Kind.DISABLE_TRANSITION);
        var silent = act(
                ActsModel.of(snapshot(Releases.waiting()), ActsModel.Wish.NONE.stage("Deploy"), NO_TARGETS), Act.Kind.DISABLE_TRANSITION);

        assertThat(held.command("us-east-1")).contains("Demo at noon");
        assertThat(silent.blocked()).contains("Give a reason; others will see it.");
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        var model = ActsModel.of(snapshot(Releases.failed()), ActsModel.Wish.NONE, NO_TARGETS);

        assertThat(act(model, Act.Kind.STOP_EXECUTION).blocked()).contains("No execution is running.");
        assertThat(act(model, Act.Kind.END_WAIT).blocked()).contains("The deployment does not wait.");
        assertThat(act(model, Act.Kind.ROLL_BACK_STAGE).blocked()).contains("No earlier execution succeeded in this stage.");
    }

    @Test
    void withoutAPipelineThereIsNothingToDo() {
        assertThat(ActsModel.of(snapshot(Releases.none()), ActsModel.Wish.NONE, NO_TARGETS).groups()).isEmpty();
    }

    private static ReleaseSnapshot snapshot(ScriptedRelease told) {
        return Objects.requireNonNull(told.release()).snapshot();
    }

    private static Act act(ActsModel model, Act.Kind kind) {
        return model.groups().stream()
                .flatMap(group -> group.acts().stream())
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
