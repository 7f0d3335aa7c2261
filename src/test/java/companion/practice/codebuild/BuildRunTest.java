package companion.practice.codebuild;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.world.TestWorlds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.StatusType;

class BuildRunTest {
    private final BuildBench bench = new BuildBench();

    private static String context(Build build, BuildPhaseType type) {
        var context = BuildBench.phase(build, type).contexts().getFirst();
        return context.statusCode() + ": " + context.message();
    }

    private static List<BuildPhaseType> phases(Build build) {
        return build.phases().stream().map(BuildPhase::phaseType).toList();
    }

    @Test
    void anUnknownCommandFailsTheBuildWithStatus127() {
        var build = bench.run("foo --bar");

        assertThat(build.buildStatus()).isEqualTo(StatusType.FAILED);
        assertThat(context(build, BuildPhaseType.BUILD))
                .isEqualTo(
                        "COMMAND_EXECUTION_ERROR: Error while executing command: foo --bar. Reason: exit status 127");
        assertThat(bench.log()).contains("""
            [Container] Running command foo --bar
            /codebuild/output/tmp/script.sh: line 4: foo: command not found

            [Container] Command did not exit successfully foo --bar exit status 127
            [Container] Phase complete: BUILD State: FAILED
            """);
    }

    @Test
    void postBuildStillRunsWhenBuildFailedAndKnowsIt() {
        var build = bench.runSpec("""
            version: 0.2
            phases:
              build:
                commands:
                  - "false"
                  - echo never
              post_build:
                commands:
                  - echo succeeding=$CODEBUILD_BUILD_SUCCEEDING
            """);

        assertThat(build.buildStatus()).isEqualTo(StatusType.FAILED);
        assertThat(bench.printed()).isEqualTo("succeeding=0\n");
        assertThat(phases(build)).contains(BuildPhaseType.POST_BUILD, BuildPhaseType.UPLOAD_ARTIFACTS);
    }

    @Test
    void buildIsSkippedWhenPreBuildFailedButItsFinallyBlockRuns() {
        var build = bench.runSpec("""
            version: 0.2
            phases:
              pre_build:
                commands: ["exit 3"]
                finally: ["echo cleaned up"]
              build:
                commands: ["echo never"]
            """);

        assertThat(build.buildStatus()).isEqualTo(StatusType.FAILED);
        assertThat(bench.printed()).isEqualTo("cleaned up\n");
        assertThat(phases(build)).doesNotContain(BuildPhaseType.BUILD, BuildPhaseType.UPLOAD_ARTIFACTS);
    }

    @Test
    void onFailureContinueGoesOnAndAbortDoesNot() {
        var continued = bench.runSpec("""
            version: 0.2
            phases:
              install:
                on-failure: CONTINUE
                commands: ["false"]
              build:
                on-failure: ABORT
                commands: ["echo built", "false"]
              post_build:
                commands: ["echo never"]
            """);

        assertThat(continued.buildStatus()).isEqualTo(StatusType.FAILED);
        assertThat(bench.printed()).isEqualTo("built\n");
    }

    @Test
    void commandsShareOneShellInVersion2AndHaveTheirOwnInVersion1() {
        bench.run("A=kept", "cd /tmp", "echo $A $(pwd)");
        assertThat(bench.printed()).isEqualTo("kept /tmp\n");

        var old = new BuildBench();
        old.runSpec("{version: 0.1, phases: {build: {commands: ['A=lost', 'echo [$A]']}}}");
        assertThat(old.printed()).isEqualTo("[]\n");
    }

    @Test
    void onlyBuildspecYmlIsLookedForByDefault() {
        bench.project(
                "web",
                "",
                request -> request.source(source -> source.type("CODEPIPELINE"))
                        .artifacts(artifacts -> artifacts.type("CODEPIPELINE")));

        var build = bench.runPipeline("web", Map.of("buildspec.yaml", BuildBench.spec("build", "echo hi")));

        assertThat(build.buildStatus()).isEqualTo(StatusType.FAILED);
        assertThat(context(build, BuildPhaseType.DOWNLOAD_SOURCE))
                .matches(
                        "YAML_FILE_ERROR: stat /codebuild/output/src\\d+/src/buildspec.yml: no such file or directory");
    }

    @Test
    void reportsWhatIsWrongInTheBuildspec() {
        var build = bench.runSpec("version: 1.0\nphases:\n  build:\n    commands: [ls]\n");
        assertThat(context(build, BuildPhaseType.DOWNLOAD_SOURCE))
                .isEqualTo("YAML_FILE_ERROR: invalid buildspec `version` specified: 1.0, see documentation");
    }

    @Test
    void failsPlainlyWhenAParameterDoesNotExist() {
        var build = bench.runSpec("""
            version: 0.2
            env:
              parameter-store:
                TOKEN: /dockerhub/token
            phases:
              build:
                commands: [ls]
            """);
        assertThat(context(build, BuildPhaseType.DOWNLOAD_SOURCE))
                .isEqualTo("Decrypted Variables Error: parameter does not exist: /dockerhub/token");
    }

    @Test
    void environmentOfStartBuildWinsOverTheProjectsAndThatOverTheBuildspecs() {
        bench.project(
                "demo",
                """
                version: 0.2
                env:
                  variables: {A: spec, B: spec, C: spec}
                  exported-variables: [A, NEW]
                phases:
                  build:
                    commands: ["echo $A $B $C", NEW=made]
                """,
                request -> request.environment(environment -> environment
                        .type("LINUX_CONTAINER")
                        .image(BuildBench.IMAGE)
                        .computeType("BUILD_GENERAL1_SMALL")
                        .environmentVariables(
                                variable -> variable.name("B").value("project"),
                                variable -> variable.name("C").value("project"))));

        var id = bench.codeBuild
                .startBuild(request -> request.projectName("demo")
                        .environmentVariablesOverride(
                                variable -> variable.name("C").value("start")))
                .build()
                .id();
        var build = bench.settle(id);

        assertThat(bench.printed()).isEqualTo("spec project start\n");
        assertThat(build.exportedEnvironmentVariables())
                .extracting(variable -> variable.name() + "=" + variable.value())
                .containsExactly("A=spec", "NEW=made");
    }

    @Test
    void stopsInTheMiddleOfACommand() {
        bench.project("demo", BuildBench.spec("build", "echo before", "sleep 600", "echo after"), request -> {});
        var id = bench.codeBuild
                .startBuild(request -> request.projectName("demo"))
                .build()
                .id();
        bench.world.step(Duration.ofSeconds(60));
        assertThat(bench.build(id).currentPhase()).isEqualTo("BUILD");
        assertThat(BuildBench.phase(bench.build(id), BuildPhaseType.BUILD).phaseStatus())
                .isNull();

        var stopped = bench.codeBuild.stopBuild(request -> request.id(id)).build();

        assertThat(stopped.buildStatus()).isEqualTo(StatusType.STOPPED);
        assertThat(BuildBench.phase(stopped, BuildPhaseType.BUILD).phaseStatus())
                .isEqualTo(StatusType.STOPPED);
        assertThat(bench.settle(id)).isEqualTo(stopped);
        assertThat(bench.printed()).isEqualTo("before\n");
    }

    @Test
    void outputAppearsWhileVirtualTimePasses() {
        bench.project("demo", BuildBench.spec("build", "echo one; sleep 30; echo two"), request -> {});
        bench.codeBuild.startBuild(request -> request.projectName("demo"));

        bench.world.step(Duration.ofSeconds(30));
        assertThat(bench.printed()).isEqualTo("one\n");
        bench.world.step(Duration.ofSeconds(30));
        assertThat(bench.printed()).isEqualTo("one\ntwo\n");
    }

    @Test
    void timesOutWhatNeverEndsEvenAtTheInstantSpeed() throws Exception {
        bench.project(
                "demo", BuildBench.spec("build", "while true; do :; done"), request -> request.timeoutInMinutes(5));
        var id = bench.codeBuild
                .startBuild(request -> request.projectName("demo"))
                .build()
                .id();

        TestWorlds.settle(bench.world);

        var build = bench.build(id);
        assertThat(build.buildStatus()).isEqualTo(StatusType.TIMED_OUT);
        assertThat(context(build, BuildPhaseType.BUILD)).isEqualTo("BUILD_TIMED_OUT: Build has timed out. ");
        assertThat(Duration.between(build.startTime(), build.endTime()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void theDeprecatedImageAndAVpcMakeProvisioningSlow() {
        bench.project("fresh", BuildBench.spec("build", "true"), request -> {});
        bench.project(
                "old",
                BuildBench.spec("build", "true"),
                request -> request.environment(environment -> environment
                        .type("LINUX_CONTAINER")
                        .image("aws/codebuild/amazonlinux2-x86_64-standard:3.0")
                        .computeType("BUILD_GENERAL1_SMALL")));

        long fresh = BuildBench.phase(bench.start("fresh"), BuildPhaseType.PROVISIONING)
                .durationInSeconds();
        long old = BuildBench.phase(bench.start("old"), BuildPhaseType.PROVISIONING)
                .durationInSeconds();

        assertThat(fresh).isBetween(8L, 12L);
        assertThat(old).isBetween(70L, 80L);
    }

    @Test
    void anImageThatCannotBePulledFailsProvisioning() {
        bench.project(
                "demo",
                BuildBench.spec("build", "true"),
                request -> request.environment(environment -> environment
                        .type("LINUX_CONTAINER")
                        .image("nowhere/image:1")
                        .computeType("BUILD_GENERAL1_SMALL")));
        assertThat(context(bench.start("demo"), BuildPhaseType.PROVISIONING))
                .startsWith("BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE: Unable to pull customer's container image.");
    }

    @Test
    void theUbuntuImagesShellIsDash() {
        bench.project(
                "demo",
                BuildBench.spec("build", "nosuch", "echo ${CODEBUILD_BUILD_ID:0:4}"),
                request -> request.environment(environment -> environment
                        .type("LINUX_CONTAINER")
                        .image(BuildBench.UBUNTU)
                        .computeType("BUILD_GENERAL1_SMALL")));
        bench.codeBuild.updateProject(request -> request.name("demo")
                .source(source -> source.type("NO_SOURCE").buildspec(BuildBench.spec("build", "echo ${HOME:0:4}"))));

        var build = bench.start("demo");

        assertThat(context(build, BuildPhaseType.BUILD)).endsWith("exit status 2");
        assertThat(bench.printed()).isEqualTo("/codebuild/output/tmp/script.sh: 4: Bad substitution\n");
    }
}
