package companion.practice.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.PipelineBuilds;
import companion.practice.world.TestWorlds;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codebuild.model.AccountLimitExceededException;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.InvalidInputException;
import software.amazon.awssdk.services.codebuild.model.ResourceNotFoundException;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.GetBranchRequest;
import software.amazon.awssdk.services.codecommit.model.GetBranchResponse;
import software.amazon.awssdk.services.codecommit.model.GetFileRequest;
import software.amazon.awssdk.services.codecommit.model.GetFileResponse;
import software.amazon.awssdk.services.codecommit.model.GetFolderRequest;
import software.amazon.awssdk.services.codecommit.model.GetFolderResponse;

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

    @Test
    void aMissingArtifactFailsTheUpload() {
        bench.pipelineProject("web", request -> {});
        var build = bench.runPipeline(
                "web",
                Map.of(
                        "buildspec.yaml",
                        BuildBench.spec("build", "true") + "artifacts:\n  files: [imageDetail.json]\n"),
                new PipelineBuilds.Artifact("BuildArtifact", "artifacts", "out/x"));

        assertThat(context(build, BuildPhaseType.UPLOAD_ARTIFACTS))
                .isEqualTo("CLIENT_ERROR: no matching artifact paths found");
        assertThat(build.buildStatus()).isEqualTo(StatusType.FAILED);
        assertThat(bench.log()).contains("""
            [Container] Expanding imageDetail.json
            [Container] Skipping invalid file path imageDetail.json
            [Container] Phase complete: UPLOAD_ARTIFACTS State: FAILED
            """);
    }

    @Test
    void severalOutputsGetTheSecondaryArtifactsByName() {
        bench.pipelineProject("web", request -> {});
        bench.runPipeline(
                "web",
                Map.of("a.txt", "a", "dir/b.txt", "b", "buildspec.yaml", BuildBench.spec("build", "true") + """
                    artifacts:
                      files: [a.txt]
                      secondary-artifacts:
                        First: {files: ['**/*.txt'], exclude-paths: ['a.*']}
                        Second: {files: ['*'], base-directory: dir, discard-paths: yes}
                    """),
                new PipelineBuilds.Artifact("First", "artifacts", "out/1"),
                new PipelineBuilds.Artifact("Second", "artifacts", "out/2"));

        assertThat(bench.cloud.s3.unzip("artifacts/out/1")).containsOnlyKeys("dir/b.txt");
        assertThat(bench.cloud.s3.unzip("artifacts/out/2")).containsOnlyKeys("b.txt");
    }

    @Test
    void buildsAnS3SourceToAnS3Artifact() {
        bench.cloud.s3.zip(
                "in/app.zip",
                Map.of(
                        "buildspec.yml",
                        BuildBench.spec("build", "tr a-z A-Z < x > y")
                                + "artifacts:\n  files: [y]\n  name: out-$(echo 1)\n",
                        "x",
                        "text"));
        bench.project(
                "demo",
                "",
                request -> request.source(source -> source.type("S3").location("in/app.zip"))
                        .artifacts(artifacts ->
                                artifacts.type("S3").location("out").path("p").overrideArtifactName(true)));

        var build = bench.start("demo");

        assertThat(new String(bench.cloud.s3.objects.get("out/p/out-1/y"))).isEqualTo("TEXT");
        assertThat(build.artifacts().location()).isEqualTo("arn:aws:s3:::out/p/out-1");
    }

    @Test
    void numbersBuildsAndListsTheNewestFirst() {
        bench.project("demo", BuildBench.spec("build", "true"), request -> {});
        var first = bench.start("demo");
        var second = bench.start("demo");

        assertThat(second.buildNumber()).isEqualTo(2);
        assertThat(bench.codeBuild
                        .listBuildsForProject(request -> request.projectName("demo"))
                        .ids())
                .containsExactly(second.id(), first.id());
        assertThat(bench.codeBuild
                        .batchGetBuilds(request -> request.ids("demo:nope", first.id()))
                        .buildsNotFound())
                .containsExactly("demo:nope");
        assertThat(bench.codeBuild
                        .retryBuild(request -> request.id(first.id()))
                        .build()
                        .buildNumber())
                .isEqualTo(3);
    }

    @Test
    void putsAnEventForEachPhaseAndForEachChangeOfStatus() {
        bench.run("true");

        assertThat(bench.cloud.events)
                .containsExactly(
                        "CodeBuild Build Phase Change SUBMITTED",
                        "CodeBuild Build State Change IN_PROGRESS",
                        "CodeBuild Build Phase Change QUEUED",
                        "CodeBuild Build Phase Change PROVISIONING",
                        "CodeBuild Build Phase Change DOWNLOAD_SOURCE",
                        "CodeBuild Build Phase Change INSTALL",
                        "CodeBuild Build Phase Change PRE_BUILD",
                        "CodeBuild Build Phase Change BUILD",
                        "CodeBuild Build Phase Change POST_BUILD",
                        "CodeBuild Build Phase Change UPLOAD_ARTIFACTS",
                        "CodeBuild Build Phase Change FINALIZING",
                        "CodeBuild Build State Change SUCCEEDED");
    }

    @Test
    void moreBuildsThanMayRunAtOnceWaitInTheQueue() {
        bench.project("demo", BuildBench.spec("build", "sleep 60"), request -> {});
        for (int i = 0; i < 120; i++) {
            bench.codeBuild.startBuild(request -> request.projectName("demo"));
        }
        assertThatThrownBy(() -> bench.codeBuild.startBuild(request -> request.projectName("demo")))
                .isInstanceOf(AccountLimitExceededException.class)
                .hasMessageContaining("Cannot have more than 100 builds in queue for the account");

        bench.world.step(Duration.ofSeconds(30));
        var ids = bench.codeBuild
                .listBuilds(request -> request.sortOrder("ASCENDING"))
                .ids();
        assertThat(bench.build(ids.get(19)).currentPhase()).isEqualTo("BUILD");
        assertThat(bench.build(ids.get(20)).currentPhase()).isEqualTo("QUEUED");
        bench.world.step(Duration.ofHours(2));
        assertThat(bench.codeBuild.listBuilds(request -> {}).ids())
                .allMatch(id -> bench.build(id).buildComplete());
    }

    @Test
    void refusesBuildsThatCannotBe() {
        bench.pipelineProject("web", request -> {});
        assertThatThrownBy(() -> bench.codeBuild.startBuild(request -> request.projectName("web")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> bench.codeBuild.startBuild(request -> request.projectName("nope")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Project cannot be found: arn:aws:codebuild:us-east-1:123456789012:project/nope");
        assertThatThrownBy(() -> bench.codeBuild.stopBuild(request -> request.id("web:nope")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void logsNothingWhenTheProjectSaysSo() {
        bench.project(
                "demo",
                BuildBench.spec("build", "sleep 60", "echo x"),
                request -> request.logsConfig(logs -> logs.cloudWatchLogs(watch -> watch.status("DISABLED"))));
        var build = bench.start("demo");
        assertThat(build.buildStatus()).isEqualTo(StatusType.SUCCEEDED);
        assertThat(bench.cloud.logs.streams).isEmpty();
    }

    @Test
    void theSameHistoryGivesTheSameBuild() {
        var twin = new BuildBench();
        var spec = new String[] {"date", "docker login -u x -p y", "sleep 3", "awk 'BEGIN{print 1}'"};

        assertThat(twin.run(spec)).isEqualTo(bench.run(spec));
        assertThat(twin.cloud.logs.streams).isEqualTo(bench.cloud.logs.streams);
    }

    @Test
    void aDefectOfTheCloudEndsTheBuildAsAFault() {
        bench.project(
                "demo",
                "",
                request -> request.source(source -> source.type("CODECOMMIT")
                        .location("https://git-codecommit.us-east-1.amazonaws.com/v1/repos/r")));

        assertThat(bench.start("demo").buildStatus()).isEqualTo(StatusType.FAULT);
    }

    @Test
    void buildsTheHeadOfACodeCommitBranch() {
        bench.cloud.clients.put(CodeCommitClient.class, codeCommit());
        bench.project(
                "demo",
                "",
                request -> request.source(source -> source.type("CODECOMMIT")
                                .location("https://git-codecommit.us-east-1.amazonaws.com/v1/repos/MyRepo")
                                .buildspec("ci/spec.yaml"))
                        .sourceVersion("refs/heads/main"));

        var build = bench.start("demo");

        assertThat(build.buildStatus()).as(bench.log()).isEqualTo(StatusType.SUCCEEDED);
        assertThat(build.resolvedSourceVersion()).isEqualTo("c0ffee");
        assertThat(bench.printed())
                .matches("/codebuild/output/src\\d+/src/git-codecommit.us-east-1.amazonaws.com/v1/repos/MyRepo"
                        + " c0ffee\n");
    }

    private static CodeCommitClient codeCommit() {
        return (CodeCommitClient) Proxy.newProxyInstance(
                CodeCommitClient.class.getClassLoader(),
                new Class<?>[] {CodeCommitClient.class},
                (proxy, method, arguments) -> switch (arguments[0]) {
                    case GetBranchRequest request ->
                        GetBranchResponse.builder()
                                .branch(branch -> branch.commitId("c0ffee"))
                                .build();
                    case GetFolderRequest request
                    when request.folderPath().equals("/") ->
                        GetFolderResponse.builder()
                                .subFolders(folder -> folder.absolutePath("ci"))
                                .build();
                    case GetFolderRequest request ->
                        GetFolderResponse.builder()
                                .files(file -> file.absolutePath("ci/spec.yaml").fileMode("NORMAL"))
                                .build();
                    case GetFileRequest request ->
                        GetFileResponse.builder()
                                .fileContent(SdkBytes.fromUtf8String(
                                        BuildBench.spec("build", "echo $(pwd) $CODEBUILD_RESOLVED_SOURCE_VERSION")))
                                .build();
                    default -> InvocationHandler.invokeDefault(proxy, method, arguments);
                });
    }
}
