package companion.monitor.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.PracticeRelease;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.act.PipelineActs;
import companion.monitor.act.Steering;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.why.Diagnosis;
import companion.monitor.why.Why;
import companion.monitor.why.Why.Remedy.DeploymentConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.ProjectEnvironment;
import software.amazon.awssdk.services.codepipeline.model.StageNotRetryableException;

/** What the cause of a failure names as its remedy, made on the practice cloud. */
class RemediesTest {
    private static final String PROJECT = "MyFirstBuild";

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
    void privilegedModeIsTurnedOnAndTheStageRetriedAndNothingElseOfTheProjectChanges() {
        var before = environment(environment -> environment.toBuilder()
                .privilegedMode(false)
                .environmentVariables(variable("STAGE"))
                .build());
        var failed = fail();

        var act = remedy(failed).orElseThrow();
        assertThat(act.kind()).isEqualTo(Kind.MEND);
        assertThat(act.label()).isEqualTo("Turn it on and retry Build");
        assertThat(act.commands("us-east-1")).satisfiesExactly(
                first -> assertThat(first).startsWith("aws codebuild update-project").contains("STAGE"),
                second -> assertThat(second).startsWith("aws codepipeline retry-stage-execution").contains("FAILED_ACTIONS"));

        steering.perform(act);
        assertThat(release.untilOver().pipeline().latest().orElseThrow().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(environment()).isEqualTo(before.toBuilder().privilegedMode(true).build());
    }

    @Test
    void whatSomebodyMendedMeanwhileIsNotOfferedAgain() {
        environment(environment -> environment.toBuilder().privilegedMode(false).build());
        var failed = fail();
        environment(environment -> environment.toBuilder().privilegedMode(true).build());

        assertThat(remedy(failed)).isEmpty();
    }

    @Test
    void aRequestThatWouldShowASecretInPlainTextIsNotOffered() {
        environment(environment -> environment.toBuilder()
                .privilegedMode(false)
                .environmentVariables(variable("DB_PASSWORD"))
                .build());

        assertThat(remedy(fail())).isEmpty();
    }

    @Test
    void whereTheSecondCallIsRefusedItIsKnownThatTheFirstWasMade() {
        environment(environment -> environment.toBuilder().privilegedMode(false).build());
        var failed = fail();
        var act = remedy(failed).orElseThrow();
        steering.perform(PipelineActs.retryFailed(failed.pipeline(), failed.pipeline().stages().get(1)));

        var made = new ArrayList<String>();
        assertThatThrownBy(() -> steering.perform(act, made::add)).isInstanceOf(StageNotRetryableException.class);
        assertThat(made).containsExactly("UpdateProject");
    }

    @Test
    void aDeploymentGroupThatMovesAllTrafficAtOnceDeploysInStepsFromNowOn() {
        var canary = "CodeDeployDefault.ECSCanary10Percent5Minutes";
        var application = "devops-workshop-MyWebApp";
        var group = "devops-workshop-dg";
        var step = new Why.Step(
                "Deploy in steps", "UpdateDeploymentGroup", new DeploymentConfiguration(application, group, canary));
        var trap = new Why(
                Why.Kind.TRAP, "The site is down", "", null, List.of(), null, List.of(step), List.of(), List.of());

        steering.perform(new Remedies(release.connection()).of(trap, release.look()).orElseThrow());

        var now = release.connection()
                .codeDeploy()
                .getDeploymentGroup(request -> request.applicationName(application).deploymentGroupName(group))
                .deploymentGroupInfo();
        assertThat(now.deploymentConfigName()).isEqualTo(canary);
        assertThat(now.ecsServices()).as("the rest of the group stays").isNotEmpty();
    }

    private ReleaseSnapshot fail() {
        steering.perform(PipelineActs.release(release.look().pipeline()));
        var failed = release.untilOver();
        assertThat(failed.pipeline().latest().orElseThrow().status()).isEqualTo(Status.FAILED);
        return failed;
    }

    private Optional<Act> remedy(ReleaseSnapshot failed) {
        var why = Diagnosis.of(failed, release.log()).orElseThrow();
        assertThat(why.headline()).isEqualTo("The build container has no Docker daemon");
        return new Remedies(release.connection()).of(why, failed);
    }

    private ProjectEnvironment environment() {
        return release.connection()
                .codeBuild()
                .batchGetProjects(request -> request.names(PROJECT))
                .projects()
                .getFirst()
                .environment();
    }

    private ProjectEnvironment environment(UnaryOperator<ProjectEnvironment> edit) {
        var edited = edit.apply(environment());
        release.connection().codeBuild().updateProject(request -> request.name(PROJECT).environment(edited));
        return edited;
    }

    private static EnvironmentVariable variable(String name) {
        return EnvironmentVariable.builder()
                .name(name)
                .value("value-of-" + name)
                .type(EnvironmentVariableType.PLAINTEXT)
                .build();
    }
}
