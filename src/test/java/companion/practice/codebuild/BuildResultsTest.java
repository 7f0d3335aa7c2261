package companion.practice.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.PipelineBuilds;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codebuild.model.AccountLimitExceededException;
import software.amazon.awssdk.services.codebuild.model.Build;
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

class BuildResultsTest {
    private final BuildBench bench = new BuildBench();

    private static String context(Build build, BuildPhaseType type) {
        var context = BuildBench.phase(build, type).contexts().getFirst();
        return context.statusCode() + ": " + context.message();
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
