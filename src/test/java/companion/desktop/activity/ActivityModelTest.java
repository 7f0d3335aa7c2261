package companion.desktop.activity;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.TracedCall;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.status.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityModelTest {
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");

    private final ActivityModel model = new ActivityModel();

    private static TracedCall call(
            long number, String operation, @Nullable Duration took, @Nullable String error, boolean expected) {
        int status = took == null ? 0 : 200;
        return new TracedCall(number, AT, "CodeCommit", operation, status, took, error, expected, "MyRepo", "aws");
    }

    @Test
    void showsACallOnceAsItRunsAndThenEnds() {
        model.called(call(1, "GetRepository", null, null, false));
        assertThat(model.matching("").calls()).extracting(CallItem::state).containsExactly(State.RUNNING);

        model.called(call(1, "GetRepository", Duration.ofMillis(30), null, false));
        assertThat(model.matching("").calls()).extracting(CallItem::state).containsExactly(State.OK);
    }

    @Test
    void tellsAnExpectedErrorFromAFailure() {
        model.called(call(1, "GetRepository", Duration.ofMillis(30), "RepositoryDoesNotExistException", true));
        model.called(call(2, "CreateRepository", Duration.ofMillis(30), "AccessDenied", false));

        assertThat(model.matching("").calls()).extracting(CallItem::state).containsExactly(State.FAILED, State.NOTE);
        assertThat(model.matching("").calls()).extracting(CallItem::answer)
                .containsExactly("AccessDenied: MyRepo", "RepositoryDoesNotExistException, as expected");
    }

    @Test
    void findsByAnyWordOfARow() {
        model.called(call(1, "GetRepository", Duration.ofMillis(30), null, false));
        model.called(call(2, "CreateRepository", Duration.ofMillis(30), null, false));

        assertThat(model.matching(" create ").calls()).hasSize(1);
        assertThat(model.matching("codecommit").calls()).hasSize(2);
        assertThat(model.matching("nothing").calls()).isEmpty();
    }

    @Test
    void keepsTheNewestOnly() {
        for (int i = 1; i <= ActivityModel.KEPT + 10; i++) {
            model.called(call(i, "GetRepository", Duration.ofMillis(1), null, false));
        }

        var calls = model.matching("").calls();
        assertThat(calls).hasSize(ActivityModel.KEPT);
        assertThat(calls.getFirst().call().number()).isEqualTo(ActivityModel.KEPT + 10);
    }

    @Test
    void makesEventsAndALogOfWhatChanged() {
        var session = new ScriptedSession(false);
        session.listen(state -> model.told(state, AT));

        session.runStage("set-up-stack");
        session.finish();

        var now = model.matching("");
        assertThat(now.events()).extracting(ActivityLine::text)
                .contains("stage started", "stage done, 4 steps", "nat-0c71e5a9d2 created");
        assertThat(now.log()).extracting(ActivityLine::text)
                .contains("Found devops-cluster, CREATE_COMPLETE", "started");
    }
}
