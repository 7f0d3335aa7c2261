package companion.practice.codebuild;

import companion.practice.fabric.PipelineBuilds;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;

/** A practice CodeBuild with its surroundings, and short ways to run builds in it. */
final class BuildBench {
    static final String ROLE = "arn:aws:iam::123456789012:role/build";
    static final String IMAGE = "aws/codebuild/amazonlinux-x86_64-standard:5.0";
    static final String UBUNTU = "aws/codebuild/standard:7.0";
    static final String REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com";

    final World world = TestWorlds.paused();
    final FakeCloud cloud = new FakeCloud(world);
    final PracticeCodeBuild codeBuild =
            new PracticeCodeBuild(world, new Place("123456789012", "us-east-1"), cloud, cloud);

    /** A project without a source, whose buildspec is inline. */
    void project(String name, String buildspec, Consumer<CreateProjectRequest.Builder> changes) {
        var request = CreateProjectRequest.builder()
                .name(name)
                .source(source -> source.type("NO_SOURCE").buildspec(buildspec))
                .artifacts(artifacts -> artifacts.type("NO_ARTIFACTS"))
                .environment(environment -> environment
                        .type("LINUX_CONTAINER")
                        .image(IMAGE)
                        .computeType("BUILD_GENERAL1_SMALL")
                        .privilegedMode(true))
                .serviceRole(ROLE);
        changes.accept(request);
        codeBuild.createProject(request.build());
    }

    /** A project as the console makes it inside a pipeline. */
    void pipelineProject(String name, Consumer<CreateProjectRequest.Builder> changes) {
        project(name, "", request -> {
            request.source(source -> source.type("CODEPIPELINE").buildspec("buildspec.yaml"))
                    .artifacts(artifacts -> artifacts.type("CODEPIPELINE"));
            changes.accept(request);
        });
    }

    /** Runs commands in the build phase of a build of their own. */
    Build run(String... commands) {
        return runSpec(spec("build", commands));
    }

    static String spec(String phase, String... commands) {
        var text = new StringBuilder("version: 0.2\nphases:\n  " + phase + ":\n    commands:\n");
        for (var command : commands) {
            text.append("      - |\n");
            command.lines().forEach(line -> text.append("        ").append(line).append('\n'));
        }
        return text.toString();
    }

    Build runSpec(String buildspec) {
        project("demo", buildspec, request -> {});
        return start("demo");
    }

    Build start(String project) {
        return settle(codeBuild
                .startBuild(request -> request.projectName(project))
                .build()
                .id());
    }

    Build runPipeline(String project, Map<String, String> source, PipelineBuilds.Artifact... outputs) {
        cloud.s3.zip("artifacts/source.zip", source);
        return settle(codeBuild.start(new PipelineBuilds.Request(
                project,
                List.of(new PipelineBuilds.Artifact("SourceArtifact", "artifacts", "source.zip")),
                List.of(outputs),
                Map.of(),
                "4f2a91c7d0e1b2a3c4d5e6f708192a3b4c5d6e7f",
                "codepipeline/MyFirstPipeline")));
    }

    Build settle(String id) {
        world.step(Duration.ofHours(3));
        return build(id);
    }

    Build build(String id) {
        return codeBuild.batchGetBuilds(request -> request.ids(id)).builds().getFirst();
    }

    static BuildPhase phase(Build build, BuildPhaseType type) {
        return build.phases().stream()
                .filter(phase -> phase.phaseType() == type)
                .findFirst()
                .orElseThrow();
    }

    /** What the commands printed, without the agent's lines. */
    String printed() {
        var text = new StringBuilder();
        boolean inCommand = false;
        for (var line : log().split("\n", -1)) {
            if (line.startsWith("[Container] ")) {
                inCommand = line.startsWith("[Container] Running command");
            } else if (inCommand && !line.isEmpty()) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    String log() {
        return cloud.logs.text();
    }
}
