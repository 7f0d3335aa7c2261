package companion.desktop.live.why;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.status.State;
import companion.monitor.why.Why;
import companion.monitor.why.Why.Cause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyModelTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:01:57Z");
    private static final String AGENT = "[Container] 2026/11/21 12:01:57.123456 ";

    @Test
    void whatACommandWroteItselfHasNoTimeBesideTheBuildsOwnLines() {
        var lines = model(why(Why.Kind.FAILED, null, List.of())).log();

        assertThat(lines).extracting(WhyModel.Line::number).containsExactly("76", "77");
        assertThat(lines).extracting(WhyModel.Line::time).containsExactly("12:01:57", "");
        assertThat(lines).extracting(WhyModel.Line::text)
                .containsExactly("Running command docker build .", "ERROR: Cannot connect to the Docker daemon");
        assertThat(lines).extracting(WhyModel.Line::failed).containsExactly(false, true);
    }

    @Test
    void awssCodesReadAsCode() {
        assertThat(model(why(Why.Kind.FAILED, null, List.of())).about())
                .isEqualTo("Build failed in phase `BUILD` after 2 s with `COMMAND_EXECUTION_ERROR`");
    }

    @Test
    void aRetryThatChangesNoSettingIsSaidToBeInVain() {
        var setting = new Why.Cause("No privileged mode.", new Why.Field("environment.privilegedMode", "true", "false"));
        var retry = List.of(new Why.Step("Retry", "RetryStageExecution"));

        assertThat(model(why(Why.Kind.FAILED, setting, retry)).note()).isEqualTo("A retry alone would fail the same way.");
        assertThat(model(why(Why.Kind.FAILED, null, retry)).note()).isEmpty();
    }

    @Test
    void whereTheCauseIsKnownTheEvidenceIsOnlyInTheDetails() {
        var cause = new Why.Cause("The role may not.", null);

        assertThat(model(why(Why.Kind.FAILED, cause, List.of())).evidence()).isEmpty();
        assertThat(model(why(Why.Kind.FAILED, null, List.of())).evidence()).hasSize(1);
        assertThat(model(why(Why.Kind.ROLLED_BACK, cause, List.of())).evidence()).hasSize(1);
        assertThat(model(why(Why.Kind.FAILED, cause, List.of())).details())
                .contains("CodeBuild 12:01:57: exit status 1", "77 ERROR");
    }

    @Test
    void isReadAloudHeadlineFirst() {
        var model = model(why(Why.Kind.FAILED, null, List.of(new Why.Step("Turn on privileged mode", "UpdateProject"))));

        assertThat(model.spoken()).isEqualTo("No Docker daemon. Build failed in phase BUILD after 2 s with"
                + " COMMAND_EXECUTION_ERROR. What failed: docker build .. No known cause. Do next: Turn on privileged mode.");
    }

    @Test
    void whatIsNoFailureLooksLikeNone() {
        assertThat(model(why(Why.Kind.TRAP, null, List.of())).state()).isEqualTo(State.WARNING);
        assertThat(model(why(Why.Kind.ROLLED_BACK, null, List.of())).state()).isEqualTo(State.ROLLED_BACK);
    }

    private static WhyModel model(Why why) {
        return WhyModel.of(why, ZoneOffset.UTC);
    }

    private static Why why(Why.Kind kind, Why.@Nullable Cause cause, List<Why.Step> next) {
        return new Why(
                kind, "No Docker daemon", "Build failed in phase BUILD after 2 s with COMMAND_EXECUTION_ERROR",
                new Why.Failed("docker build .", "exit status 1"),
                List.of(
                        new Why.LogLine(76, AT, AGENT + "Running command docker build .", false),
                        new Why.LogLine(77, AT, "ERROR: Cannot connect to the Docker daemon", true)),
                cause, next, List.of(new Why.Evidence("CodeBuild", AT, "exit status 1")), List.of());
    }
}
