package companion.practice.codebuild;

import companion.practice.fabric.Caller;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.SourceType;
import software.amazon.awssdk.services.codebuild.model.StartBuildRequest;

/** Makes builds of requests: from StartBuild, from a pipeline, and again from an earlier build. */
record BuildStarter(World world, Place place, Projects projects, ProjectRules rules, Builds builds) {

    BuildJob start(StartBuildRequest request) {
        var project = projects.get(request.projectName());
        var settings = override(project, request);
        if (settings.source().type() == SourceType.CODEPIPELINE) {
            throw CodeBuildFaults.invalid(
                    "Builds of a project with source type CODEPIPELINE can only be started by CodePipeline");
        }
        rules.check(settings);
        var version = request.sourceVersion() == null ? project.sourceVersion() : request.sourceVersion();
        return start(settings, initiator(), null, version);
    }

    BuildJob start(PipelineBuilds.Request request) {
        var project = projects.get(request.project());
        var overrides = request.environment().entrySet().stream()
                .map(entry -> variable(entry.getKey(), entry.getValue()))
                .toList();
        var environment = project.environment().toBuilder()
                .environmentVariables(merge(project.environment().environmentVariables(), overrides))
                .build();
        rules.checkRole(project.serviceRole());
        if (project.source().type() != SourceType.CODEPIPELINE) {
            // A pipeline builds its own artifacts, whatever the project's source is.
            project = project.toBuilder()
                    .source(project.source().toBuilder()
                            .type(SourceType.CODEPIPELINE)
                            .location(null)
                            .build())
                    .artifacts(
                            project.artifacts().toBuilder().type("CODEPIPELINE").build())
                    .build();
        }
        var input = request.inputs().getFirst();
        return start(
                project.toBuilder().environment(environment).build(),
                request.initiator(),
                request,
                "arn:aws:s3:::" + input.bucket() + "/" + input.key());
    }

    BuildJob retry(BuildJob earlier) {
        if (earlier.pipeline != null) {
            throw CodeBuildFaults.invalid(
                    "Builds that were started by CodePipeline can only be retried by CodePipeline");
        }
        if (!earlier.isComplete()) {
            throw CodeBuildFaults.invalid("Build " + earlier.id + " cannot be retried while it is in progress");
        }
        projects.get(earlier.settings.name());
        rules.check(earlier.settings);
        return start(earlier.settings, initiator(), null, earlier.sourceVersion);
    }

    private BuildJob start(
            Project settings, String initiator, PipelineBuilds.@Nullable Request pipeline, @Nullable String version) {
        builds.checkLimits(settings);
        var uuid = world.ids().uuid();
        var job = new BuildJob(
                place.arn("codebuild", "build/" + settings.name() + ":" + uuid),
                uuid,
                projects.nextBuildNumber(settings.name()),
                settings,
                initiator,
                world.now(),
                pipeline,
                version);
        builds.start(job);
        return job;
    }

    /** The user's name, or the role and its session. */
    private static String initiator() {
        if (!Caller.CURRENT.isBound()) {
            return "root";
        }
        return Caller.CURRENT
                .get()
                .arn()
                .replaceFirst("^.*:(user|assumed-role)/", "")
                .replaceFirst("^arn:.*:root$", "root");
    }

    private static EnvironmentVariable variable(String name, String value) {
        return EnvironmentVariable.builder()
                .name(name)
                .value(value)
                .type(EnvironmentVariableType.PLAINTEXT)
                .build();
    }

    private static List<EnvironmentVariable> merge(List<EnvironmentVariable> below, List<EnvironmentVariable> above) {
        Map<String, EnvironmentVariable> merged = new LinkedHashMap<>();
        below.forEach(variable -> merged.put(variable.name(), variable));
        above.forEach(variable -> merged.put(variable.name(), variable));
        return List.copyOf(merged.values());
    }

    private static Project override(Project project, StartBuildRequest request) {
        var source = project.source().toBuilder();
        apply(request.sourceTypeOverride(), source::type);
        apply(request.sourceLocationOverride(), source::location);
        apply(request.buildspecOverride(), source::buildspec);
        apply(request.gitCloneDepthOverride(), source::gitCloneDepth);
        var environment = project.environment().toBuilder();
        apply(request.environmentTypeOverride(), environment::type);
        apply(request.imageOverride(), environment::image);
        apply(request.computeTypeOverride(), environment::computeType);
        apply(request.privilegedModeOverride(), environment::privilegedMode);
        apply(request.imagePullCredentialsTypeOverride(), environment::imagePullCredentialsType);
        environment.environmentVariables(merge(
                project.environment().environmentVariables(),
                request.environmentVariablesOverride().stream()
                        .map(each -> each.type() == null
                                ? each.toBuilder()
                                        .type(EnvironmentVariableType.PLAINTEXT)
                                        .build()
                                : each)
                        .toList()));
        var settings = project.toBuilder().source(source.build()).environment(environment.build());
        apply(request.artifactsOverride(), settings::artifacts);
        apply(request.cacheOverride(), settings::cache);
        apply(request.serviceRoleOverride(), settings::serviceRole);
        apply(request.timeoutInMinutesOverride(), settings::timeoutInMinutes);
        apply(request.queuedTimeoutInMinutesOverride(), settings::queuedTimeoutInMinutes);
        apply(request.encryptionKeyOverride(), settings::encryptionKey);
        apply(request.logsConfigOverride(), settings::logsConfig);
        return settings.build();
    }

    private static <T> void apply(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
