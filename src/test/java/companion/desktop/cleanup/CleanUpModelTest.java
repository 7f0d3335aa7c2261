package companion.desktop.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.ScriptedSession;
import companion.desktop.status.State;
import org.junit.jupiter.api.Test;

class CleanUpModelTest {
    private final ScriptedSession session = new ScriptedSession(false);

    private void runAll() {
        session.state().stages().forEach(stage -> {
            session.runStage(stage.stage().id());
            session.finish();
        });
    }

    @Test
    void hasNothingToRemoveAtFirst() {
        var model = CleanUpModel.of(session.state());

        assertThat(model.canRemove()).isFalse();
        assertThat(model.badge()).isEqualTo("Nothing to remove");
        assertThat(model.groups()).isEmpty();
        assertThat(LedgerLine.of(model, "")).isEmpty();
    }

    @Test
    void groupsTheLedgerInTheOrderOfRemoval() {
        runAll();

        var model = CleanUpModel.of(session.state());

        assertThat(model.canRemove()).isTrue();
        assertThat(model.groups()).extracting(CleanUpModel.Group::number).containsExactly(1, 2, 3, 4);
        assertThat(model.running()).isEqualByComparingTo("0.1172");
        assertThat(model.groups().get(2).rows()).extracting(CleanUpModel.Row::stage).containsOnly("Set-up stack");
    }

    @Test
    void strikesPricesOfWhatIsGone() {
        runAll();
        session.remove(9);

        var model = CleanUpModel.of(session.state());
        var rows = model.groups().get(2).rows();

        assertThat(model.isBusy()).isTrue();
        assertThat(model.gone()).isEqualTo(9);
        assertThat(rows.getFirst().struck()).isTrue();
        assertThat(rows.get(2).state()).isEqualTo(State.RUNNING);
        assertThat(rows.get(2).struck()).isFalse();
        assertThat(rows.getFirst().spoken())
                .isEqualTo("ECS service and cluster ecs-devops-workshop, gone, was 0.0347 dollars an hour");
    }

    @Test
    void filtersRowsUnderTheirHeads() {
        runAll();

        var lines = LedgerLine.of(CleanUpModel.of(session.state()), "nat gate");

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).isInstanceOf(LedgerLine.Head.class);
        assertThat(lines.getLast()).isInstanceOf(LedgerLine.Total.class);
    }

    @Test
    void isProvenWhenNoListingAnswersAnything() {
        runAll();
        session.remove(99);
        session.prove();

        var model = CleanUpModel.of(session.state());

        assertThat(model.badge()).isEqualTo("Nothing left");
        assertThat(model.state()).isEqualTo(State.OK);
        assertThat(model.running()).isZero();
        assertThat(model.canRemove()).isFalse();
    }
}
