package companion.monitor.why;

import static companion.monitor.snapshot.Scene.phase;
import static companion.monitor.snapshot.Scene.span;
import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.BuildSnapshot.Phase;
import companion.monitor.snapshot.BuildSnapshot.Settings;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.Scene;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildWhyTest {
    private static final Settings PLAIN = settings(false, "");

    @Test
    void noDockerDaemonIsAMatterOfPrivilegedMode() {
        var why = command(PLAIN, "docker build -t app .", 1,
                "ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?");
        assertThat(why.headline()).isEqualTo("The build container has no Docker daemon");
        assertThat(why.about()).isEqualTo("Build failed in phase BUILD after 2 s with COMMAND_EXECUTION_ERROR");
        assertThat(why.failed()).isEqualTo(new Why.Failed("docker build -t app .", "exit status 1"));
        assertThat(why.cause().field()).isEqualTo(new Why.Field("environment.privilegedMode", "true", "false"));
        assertThat(why.next()).extracting(Why.Step::operation).containsExactly("UpdateProject", "RetryStageExecution");
        assertThat(why.ruledOut()).contains(
                "CodeBuild could use its role and start the container",
                "The source was there, and its buildspec could be read",
                "The failed command's output names no call that was denied");
    }

    @Test
    void withPrivilegedModeOnAnotherCauseIsNamed() {
        var why = command(settings(true, ""), "docker build .", 1, "Cannot connect to the Docker daemon at unix:///var/run/docker.sock.");
        assertThat(why.headline()).contains("does not answer");
        assertThat(why.cause().field()).isNull();
        assertThat(why.ruledOut()).contains("Privileged mode is on");
    }

    @Test
    void theLogIsShownAroundTheLineThatTells() {
        var why = command(PLAIN, "docker build .", 1, "Cannot connect to the Docker daemon at unix", "", "");
        assertThat(why.log()).extracting(Why.LogLine::text).contains(
                "[Container] Running command docker build .", "[Container] Phase complete: BUILD State: FAILED");
        assertThat(why.log()).filteredOn(Why.LogLine::failed).extracting(Why.LogLine::text).containsExactly(
                "Cannot connect to the Docker daemon at unix",
                "[Container] Command did not exit successfully docker build . exit status 1");
        assertThat(why.log().getFirst().number()).as("numbered as in the whole log").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "npm ci | 127 | /codebuild/output/tmp/script.sh: line 4: npm: command not found | The build's image has no command npm",
        "mak | 127 | sh: 1: mak: not found | The build's image has no command mak",
        "cat x.json | 1 | cat: x.json: No such file or directory | A file is missing: x.json",
        "docker build . | 1 | toomanyrequests: You have reached your pull rate limit. | Docker Hub refuses more pulls",
        "docker push r | 1 | no basic auth credentials | The build is not logged in to the registry",
        "aws ecr get-login | 252 | aws: error: argument operation: Invalid choice: 'get-login' | `aws ecr get-login` is gone",
        "docker push r | 1 | name unknown: The repository with name 'a' does not exist | The image's repository does not exist",
        "docker build . | 1 | docker.io/library/nginx:nope: not found | The base image cannot be found",
        "x=${A:0:8} | 2 | script.sh: 4: Bad substitution | The shell does not know this substitution",
        "docker build . | 137 | Killed | The command was killed, most likely for want of memory",
        "docker build . | 1 | write /x: No space left on device | The build's disk is full"
    })
    void aKnownCauseIsNamed(String command, int status, String output, String headline) {
        var why = command(PLAIN, command, status, output);
        assertThat(why.headline()).isEqualTo(headline);
        assertThat(why.cause()).isNotNull();
        assertThat(why.next()).isNotEmpty();
    }

    @Test
    void aDeniedCallNamesTheRoleTheCallAndTheResource() {
        var why = command(PLAIN, "aws ecr get-login-password", 254,
                "An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: User: "
                        + "arn:aws:sts::123456789012:assumed-role/Build/AWSCodeBuild is not authorized to perform: "
                        + "ecr:GetAuthorizationToken on resource: * because no identity-based policy allows it");
        assertThat(why.headline()).isEqualTo("The role may not call ecr:GetAuthorizationToken");
        assertThat(why.cause().text()).contains("`Build/AWSCodeBuild`", "`ecr:GetAuthorizationToken`", "`*`");
        assertThat(why.next().getFirst().operation()).isEqualTo("PutRolePolicy");
        assertThat(why.ruledOut()).noneMatch(text -> text.contains("denied"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | stat /codebuild/src/buildspec.yml: no such file or directory | The source has no buildspec.yml",
        "ci.yml | YAML file does not exist | The source has no ci.yml",
        "'' | Expected Commands[1] to be of string type: found subkeys instead | A command of the buildspec is no text",
        "'' | could not find expected ':' at line 7 | The buildspec is no valid YAML"
    })
    void aBuildspecThatCannotBeUsedIsToldApart(String buildspec, String message, String headline) {
        var why = phases(settings(true, buildspec), Log.EMPTY, phase("PROVISIONING", Status.SUCCEEDED, 0, 30, ""),
                phase("DOWNLOAD_SOURCE", Status.FAILED, 30, 31, "YAML_FILE_ERROR: " + message));
        assertThat(why.headline()).isEqualTo(headline);
        assertThat(why.about()).isEqualTo("Build failed in phase DOWNLOAD_SOURCE after 1 s with YAML_FILE_ERROR");
        assertThat(why.ruledOut()).containsExactly("CodeBuild could use its role and start the container");
    }

    @Test
    void aRoleThatCannotBeAssumedIsNamed() {
        var why = phases(PLAIN, Log.EMPTY, phase("SUBMITTED", Status.FAILED, 0, 1,
                "ACCESS_DENIED: CodeBuild is not authorized to perform: sts:AssumeRole on service role"));
        assertThat(why.headline()).isEqualTo("The service may not assume its role");
        assertThat(why.ruledOut()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsEvidenceOnly() {
        var why = command(PLAIN, "make", 2, "it went wrong");
        assertThat(why.cause()).isNull();
        assertThat(why.headline()).isEqualTo("A command of the build ended with exit status 2");
        assertThat(why.evidence()).extracting(Why.Evidence::source).containsExactly("CodeBuild", "CodePipeline");
        assertThat(why.next()).extracting(Why.Step::operation).containsExactly("RetryStageExecution");
    }

    @Test
    void aBuildThatNeverBeganHasOnlyThePipelinesWords() {
        var scene = Scene.workshop().execution("e1", Status.FAILED, span(0, 9)).runs("Build", "e1", Status.FAILED, span(1, 9), null,
                new Failure("ConfigurationError", "Error calling startBuild: Cannot have more than 0 builds in queue for the account"));
        var why = Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(why.headline()).isEqualTo("The account may not run more builds");
        assertThat(why.about()).isEqualTo("Build failed after 8 s with ConfigurationError");
    }

    private static Why command(Settings settings, String command, int status, String... output) {
        var log = new ArrayList<>(List.of("[Container] Running command echo hello", "hello",
                "[Container] Running command " + command));
        log.addAll(Arrays.asList(output));
        log.add("[Container] Command did not exit successfully " + command + " exit status " + status);
        log.add("[Container] Phase complete: BUILD State: FAILED");
        log.add("[Container] Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: " + command);
        return phases(settings, Log.of(log.stream().map(text -> new Log.Line(Scene.START, text)).toList()),
                phase("PROVISIONING", Status.SUCCEEDED, 0, 30, ""), phase("DOWNLOAD_SOURCE", Status.SUCCEEDED, 30, 31, ""),
                phase("BUILD", Status.FAILED, 40, 42, "COMMAND_EXECUTION_ERROR: Error while executing command: " + command
                        + ". Reason: exit status " + status));
    }

    private static Why phases(Settings settings, Log log, Phase... phases) {
        var scene = Scene.workshop().execution("e1", Status.FAILED, span(0, 60)).runs(
                "Build", "e1", Status.FAILED, span(5, 56), "MyFirstBuild:1",
                new Failure("JobFailed", "Build terminated with state: FAILED")).build(Status.FAILED, settings, phases);
        return Diagnosis.of(scene.snapshot(), log).orElseThrow();
    }

    private static Settings settings(boolean privileged, String buildspec) {
        return new Settings("MyFirstBuild", "aws/codebuild/standard:7.0", privileged, buildspec, "arn:aws:iam::123456789012:role/Build", "", false);
    }
}
