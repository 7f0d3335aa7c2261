package companion.monitor.act;

import static org.assertj.core.api.Assertions.assertThat;

import companion.PracticeRelease;
import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.PipelineSnapshot.Condition.When;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.why.Diagnosis;
import companion.monitor.why.Why.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.codepipeline.model.Result;

/** Conditions and chosen commits: declared and steered on the practice cloud, and seen by the monitor. */
class SteeredConditionTest {
    @TempDir
    static Path prepared;

    private static Path state;

    @TempDir
    Path folder;

    private PracticeRelease release;
    private Steering steering;

    @BeforeAll
    static void prepare() {
        state = PracticeRelease.prepare(prepared);
    }

    @BeforeEach
    void start() throws IOException {
        release = new PracticeRelease(state, folder);
        steering = new Steering(release.connection());
    }

    @AfterEach
    void close() {
        release.close();
    }

    @Test
    void aReleaseThatItsConditionKeepsOutGoesOnOnceTheConditionIsOverridden() {
        deployOnlyWhere("open", "closed");
        perform(release.look(), Kind.RELEASE_CHANGE);
        var kept = release.untilOver();
        var deploy = kept.pipeline().stages().getLast();
        assertThat(deploy.status()).isEqualTo(Status.FAILED);
        assertThat(deploy.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.when()).isEqualTo(When.BEFORE_ENTRY);
            assertThat(condition.rules().getFirst().summary()).contains("'closed' EQ 'open'");
        });
        var why = Diagnosis.of(kept, release.log()).orElseThrow();
        assertThat(why.headline()).isEqualTo("A condition for entering stage Deploy was not met");
        assertThat(why.failed().what()).isEqualTo("rule Window");
        assertThat(why.next()).extracting(Step::operation).startsWith("OverrideStageCondition");

        perform(kept, Kind.OVERRIDE_CONDITION);
        var over = release.untilOver();
        assertThat(over.pipeline().latest().orElseThrow().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(over.pipeline().stages().getLast().conditions().getFirst().status()).isEqualTo(Status.SKIPPED);
        assertThat(Steering.acts(over)).extracting(Act::kind).doesNotContain(Kind.OVERRIDE_CONDITION);
    }

    @Test
    void aConditionThatIsMetIsSeenAndNothingIsToBeOverridden() {
        deployOnlyWhere("open", "open");
        perform(release.look(), Kind.RELEASE_CHANGE);
        var over = release.untilOver();
        var deploy = over.pipeline().stages().getLast();
        assertThat(deploy.conditions().getFirst().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ConditionActs.areIn(deploy)).isTrue();
        assertThat(ConditionActs.override(over.pipeline(), deploy).blocked())
                .hasValue("Stage Deploy has not failed by a condition.");
    }

    @Test
    void theCommandOfAnOverrideNamesTheConditionsType() {
        deployOnlyWhere("open", "closed");
        perform(release.look(), Kind.RELEASE_CHANGE);
        var act = only(release.untilOver(), Kind.OVERRIDE_CONDITION);
        assertThat(act.label()).isEqualTo("Override condition of Deploy");
        assertThat(act.command("us-east-1").replaceAll("\\s*\\\\\\s+", " "))
                .startsWith("aws codepipeline override-stage-condition --pipeline-name MyFirstPipeline --stage-name Deploy")
                .contains("--condition-type BEFORE_ENTRY");
    }

    @Test
    void anOlderCommitIsReleasedAgain() {
        perform(release.look(), Kind.RELEASE_CHANGE);
        var older = release.untilOver().pipeline().latest().orElseThrow().commitId();
        release.edit("index.html", text -> text.replace("v2", "v3"));
        var newer = release.untilOver().pipeline();
        assertThat(newer.latest().orElseThrow().commitId()).isNotEqualTo(older);
        var source = newer.stages().getFirst().actions().getFirst().name();
        steering.perform(PipelineActs.release(newer, source, older));
        var back = release.untilOver().pipeline().latest().orElseThrow();
        assertThat(back.commitId()).isEqualTo(older);
        assertThat(back.status()).isEqualTo(Status.SUCCEEDED);
    }

    /** The stage Deploy may be entered only where the pipeline's variable is so. */
    private void deployOnlyWhere(String wanted, String value) {
        var client = release.connection().codePipeline();
        var pipeline = client.getPipeline(request -> request.name(PracticeRelease.PIPELINE)).pipeline();
        var stages = new ArrayList<>(pipeline.stages());
        stages.add(stages.removeLast().toBuilder()
                .beforeEntry(before -> before.conditions(condition -> condition.result(Result.FAIL)
                        .rules(rule -> rule.name("Window")
                                .ruleTypeId(type -> type.category("Rule").provider("VariableCheck"))
                                .configuration(Map.of(
                                        "Variable", "#{variables.window}", "Operator", "EQ", "Value", wanted)))))
                .build());
        client.updatePipeline(request -> request.pipeline(pipeline.toBuilder()
                .variables(variable -> variable.name("window").defaultValue(value))
                .stages(stages)
                .build()));
    }

    private void perform(ReleaseSnapshot snapshot, Kind kind) {
        steering.perform(only(snapshot, kind));
    }

    private static Act only(ReleaseSnapshot snapshot, Kind kind) {
        var act = Steering.acts(snapshot).stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
        assertThat(act.blocked()).as(act.label()).isEmpty();
        return act;
    }
}
