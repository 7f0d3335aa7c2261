package companion.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import companion.PracticeRelease;
import companion.monitor.snapshot.Status;
import companion.monitor.timeline.Change;
import companion.monitor.why.Diagnosis;
import companion.monitor.why.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.codebuild.model.ProjectEnvironment;

/** Releases on the practice cloud, as the monitor tells them. */
class ReleaseStoryTest {
    private static final String APPLICATION = "devops-workshop-MyWebApp";
    private static final String GROUP = "devops-workshop-dg";

    @TempDir
    static Path prepared;

    private static Path state;

    @TempDir
    Path folder;

    private PracticeRelease release;

    @BeforeAll
    static void prepare() {
        state = PracticeRelease.prepare(prepared);
    }

    @BeforeEach
    void start() throws IOException {
        release = new PracticeRelease(state, folder);
    }

    @AfterEach
    void close() {
        release.close();
    }

    @Test
    void aGoodReleaseIsToldFromThePushToTheHealthyTargets() {
        release.look();
        release.edit("index.html", text -> text.replace("v2", "v3"));
        var over = release.untilOver();
        assertThat(over.pipeline().latest().orElseThrow().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(Diagnosis.of(over, release.log())).isEmpty();
        var healthy = release.recording().story().events().stream()
                .filter(event -> event.change().words().equals("Green 2 of 2 healthy"))
                .findFirst()
                .orElseThrow();
        assertThat(healthy.why()).extracting(Change::words).containsExactly(
                "Green 2 of 2 healthy",
                "listener to Green 100 %",
                "100 % requested for Green",
                "AllowTraffic succeeded",
                "AllowTraffic began",
                "Deploy began",
                "stage Deploy began",
                "stage Build succeeded",
                "Build succeeded",
                "FINALIZING succeeded",
                "Build began",
                "stage Build began",
                "stage Source succeeded",
                "Source succeeded",
                "Source began",
                "stage Source began",
                "execution started: Edited index.html");
    }

    @Test
    void aMomentOfTheReleaseCanBeGoneBackTo() {
        release.look();
        release.edit("index.html", text -> text.replace("v2", "v3"));
        release.step(Duration.ofSeconds(5));
        var building = release.until(snapshot -> snapshot.build() != null && !release.log().isEmpty()
                && snapshot.pipeline().stages().get(1).status() == Status.IN_PROGRESS);
        int lines = release.log().size();
        release.untilOver();
        var then = release.recording().at(building.asOf(), 60).orElseThrow();
        assertThat(then.snapshot()).isSameAs(building);
        assertThat(then.log()).hasSize(lines);
        assertThat(release.log().size()).isGreaterThan(lines);
    }

    @Test
    void aCommandThatDoesNotExistIsTheCause() {
        release.edit("buildspec.yaml", text -> text.replaceFirst("docker build", "dockr build"));
        var why = why();
        assertThat(why.headline()).isEqualTo("The build's image has no command dockr");
        assertThat(why.failed().how()).isEqualTo("exit status 127");
        assertThat(written(why.failed().source())).contains("dockr build");
        assertThat(why.log()).filteredOn(Why.LogLine::failed).first().extracting(Why.LogLine::text).asString()
                .contains("dockr: command not found");
        assertThat(why.ruledOut()).contains("The login to the registry succeeded");
    }

    /** The line that is named, as the repository has it. */
    private String written(Why.Source source) {
        var file = release.connection()
                .codeCommit()
                .getFile(request -> request.repositoryName(source.revision().repository())
                        .commitSpecifier(source.revision().commitId())
                        .filePath(source.file()))
                .fileContent()
                .asUtf8String();
        return file.lines().toList().get(source.line() - 1);
    }

    @Test
    void aBuildWithoutPrivilegedModeHasNoDockerDaemon() {
        project(environment -> environment.privilegedMode(false));
        release.edit("index.html", text -> text + " ");
        var why = why();
        assertThat(why.headline()).isEqualTo("The build container has no Docker daemon");
        assertThat(why.cause().field()).isEqualTo(new Why.Field("environment.privilegedMode", "true", "false"));
    }

    @Test
    void aBuildspecOfAnotherNameIsMissing() {
        var codeBuild = release.connection().codeBuild();
        var project = codeBuild.batchGetProjects(request -> request.names("MyFirstBuild")).projects().getFirst();
        codeBuild.updateProject(request -> request.name(project.name())
                .source(project.source().toBuilder().buildspec(null).build()));
        release.edit("index.html", text -> text + " ");
        assertThat(why().headline()).isEqualTo("The source has no buildspec.yml");
    }

    @Test
    void aRoleThatNoLongerTrustsCodeBuildIsNamed() {
        var codeBuild = release.connection().codeBuild();
        var project = codeBuild.batchGetProjects(request -> request.names("MyFirstBuild")).projects().getFirst();
        var role = project.serviceRole().substring(project.serviceRole().lastIndexOf('/') + 1);
        release.connection().iam().updateAssumeRolePolicy(request -> request.roleName(role).policyDocument("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "lambda.amazonaws.com"}}]}"""));
        release.edit("index.html", text -> text + " ");
        var why = why();
        assertThat(why.headline()).isEqualTo("The service may not assume its role");
        assertThat(why.next()).extracting(Why.Step::operation).contains("UpdateAssumeRolePolicy");
    }

    @Test
    void allAtOnceWithABadVersionIsATrapThatCanStillBeLeft() {
        release.look();
        listenElsewhere();
        var trapped = release.until(snapshot -> Diagnosis.of(snapshot, release.log()).isPresent());
        var why = Diagnosis.of(trapped, release.log()).orElseThrow();
        assertThat(why.kind()).isEqualTo(Why.Kind.TRAP);
        assertThat(why.headline()).isEqualTo("All traffic went to tasks that are not healthy");
        release.connection().codeDeploy().stopDeployment(request ->
                request.deploymentId(trapped.deployment().id()).autoRollbackEnabled(true));
        var over = release.untilOver();
        assertThat(over.rollback()).isNotNull();
        assertThat(over.rollback().rollbackOf()).isEqualTo(trapped.deployment().id());
        var back = Diagnosis.of(over, release.log()).orElseThrow();
        assertThat(back.kind()).isEqualTo(Why.Kind.ROLLED_BACK);
        assertThat(back.headline()).isEqualTo("Somebody stopped the deployment");
        assertThat(release.recording().story().events()).anyMatch(event -> event.change() instanceof Change.RollbackBegan);
    }

    @Test
    void aCanaryWithABadVersionFailsBeforeAnyTrafficMoves() {
        release.connection().codeDeploy().updateDeploymentGroup(request -> request.applicationName(APPLICATION)
                .currentDeploymentGroupName(GROUP)
                .deploymentConfigName("CodeDeployDefault.ECSCanary10Percent5Minutes"));
        listenElsewhere();
        release.step(Duration.ofMinutes(20));
        release.step(Duration.ofMinutes(50));
        var why = why();
        assertThat(why.headline()).isEqualTo("The new tasks fail their health check");
        assertThat(why.about()).startsWith("Deploy failed in lifecycle event Install with TIMEOUT");
        assertThat(why.evidence()).extracting(Why.Evidence::source).contains("ECS", "CodeDeploy", "CodePipeline");
    }

    private Why why() {
        return Diagnosis.of(release.untilOver(), release.log()).orElseThrow();
    }

    /** The container serves on port 80; nobody listens on 81. */
    private void listenElsewhere() {
        release.edit(Map.of(
                "taskdef.json", text -> text.replaceAll("\"(containerPort|hostPort)\"\\s*:\\s*80", "\"$1\": 81"),
                "appspec.yaml", text -> text.replace("ContainerPort: 80", "ContainerPort: 81")));
    }

    private void project(Consumer<ProjectEnvironment.Builder> change) {
        var codeBuild = release.connection().codeBuild();
        var project = codeBuild.batchGetProjects(request -> request.names("MyFirstBuild")).projects().getFirst();
        codeBuild.updateProject(request -> request.name(project.name())
                .environment(project.environment().toBuilder().applyMutation(change).build()));
    }
}
