package companion.practice.codebuild;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.CacheType;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.ImagePullCredentialsType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ProjectArtifacts;
import software.amazon.awssdk.services.codebuild.model.ProjectEnvironment;
import software.amazon.awssdk.services.codebuild.model.ProjectSource;
import software.amazon.awssdk.services.codebuild.model.SourceType;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.VpcConfig;

/** The build projects of a region, by name. */
final class Projects {
    private final World world;
    private final Place place;
    private final ProjectRules rules;
    private final Map<String, Project> all = new LinkedHashMap<>();
    private final Map<String, Long> lastBuildNumbers = new LinkedHashMap<>();

    Projects(World world, Place place, ProjectRules rules) {
        this.world = world;
        this.place = place;
        this.rules = rules;
    }

    Project create(CreateProjectRequest request) {
        var now = world.now();
        var project = Project.builder()
                .name(request.name())
                .arn(arn(request.name()))
                .description(request.description())
                .source(source(request.source()))
                .sourceVersion(request.sourceVersion())
                .secondarySources(request.hasSecondarySources() ? request.secondarySources() : null)
                .artifacts(artifacts(request.artifacts(), request.name()))
                .secondaryArtifacts(request.hasSecondaryArtifacts() ? request.secondaryArtifacts() : null)
                .cache(cache -> cache.type(CacheType.NO_CACHE))
                .environment(environment(request.environment()))
                .serviceRole(request.serviceRole())
                .timeoutInMinutes(or(request.timeoutInMinutes(), 60))
                .queuedTimeoutInMinutes(or(request.queuedTimeoutInMinutes(), 480))
                .encryptionKey(or(request.encryptionKey(), place.arn("kms", "alias/aws/s3")))
                .tags(request.tags())
                .created(now)
                .lastModified(now)
                .vpcConfig(vpc(request.vpcConfig()))
                .badge(badge -> badge.badgeEnabled(Boolean.TRUE.equals(request.badgeEnabled())))
                .logsConfig(request.logsConfig())
                .concurrentBuildLimit(request.concurrentBuildLimit())
                .projectVisibility("PRIVATE")
                .build();
        if (request.cache() != null) {
            project = project.toBuilder().cache(request.cache()).build();
        }
        rules.check(project);
        if (all.containsKey(project.name())) {
            throw CodeBuildFaults.projectExists(project.arn());
        }
        all.put(project.name(), project);
        return project;
    }

    /** What the request does not name stays as it is. */
    Project update(UpdateProjectRequest request) {
        var old = get(request.name());
        var builder = old.toBuilder().lastModified(world.now());
        apply(request.description(), builder::description);
        apply(request.source() == null ? null : source(request.source()), builder::source);
        apply(request.sourceVersion(), builder::sourceVersion);
        apply(request.hasSecondarySources() ? request.secondarySources() : null, builder::secondarySources);
        apply(request.artifacts() == null ? null : artifacts(request.artifacts(), request.name()), builder::artifacts);
        apply(request.hasSecondaryArtifacts() ? request.secondaryArtifacts() : null, builder::secondaryArtifacts);
        apply(request.cache(), builder::cache);
        apply(request.environment() == null ? null : environment(request.environment()), builder::environment);
        apply(request.serviceRole(), builder::serviceRole);
        apply(request.timeoutInMinutes(), builder::timeoutInMinutes);
        apply(request.queuedTimeoutInMinutes(), builder::queuedTimeoutInMinutes);
        apply(request.encryptionKey(), builder::encryptionKey);
        apply(request.hasTags() ? request.tags() : null, builder::tags);
        apply(request.logsConfig(), builder::logsConfig);
        apply(request.concurrentBuildLimit(), builder::concurrentBuildLimit);
        if (request.vpcConfig() != null) {
            builder.vpcConfig(vpc(request.vpcConfig()));
        }
        var project = builder.build();
        rules.check(project);
        all.put(project.name(), project);
        return project;
    }

    /** Its builds stay. */
    void delete(String nameOrArn) {
        all.remove(name(nameOrArn));
    }

    @Nullable
    Project find(String nameOrArn) {
        return all.get(name(nameOrArn));
    }

    Project get(String nameOrArn) {
        var project = find(nameOrArn);
        if (project == null) {
            throw CodeBuildFaults.noProject(arn(name(nameOrArn)));
        }
        return project;
    }

    Collection<Project> all() {
        return all.values();
    }

    long nextBuildNumber(String project) {
        return lastBuildNumbers.merge(project, 1L, Long::sum);
    }

    private String name(String nameOrArn) {
        return nameOrArn.replaceFirst("^arn:[^/]*:project/", "");
    }

    private String arn(String name) {
        return place.arn("codebuild", "project/" + name);
    }

    private static ProjectSource source(@Nullable ProjectSource source) {
        if (source == null) {
            return ProjectSource.builder().build();
        }
        boolean clones = source.type() == SourceType.CODECOMMIT;
        return source.toBuilder()
                .insecureSsl(Boolean.TRUE.equals(source.insecureSsl()))
                .gitCloneDepth(clones && source.gitCloneDepth() == null ? Integer.valueOf(1) : source.gitCloneDepth())
                .build();
    }

    private static ProjectArtifacts artifacts(@Nullable ProjectArtifacts artifacts, String project) {
        if (artifacts == null) {
            return ProjectArtifacts.builder().build();
        }
        return switch (artifacts.type()) {
            case S3, CODEPIPELINE ->
                artifacts.toBuilder()
                        .name(or(artifacts.name(), project))
                        .packaging(artifacts.packagingAsString() == null ? "NONE" : artifacts.packagingAsString())
                        .encryptionDisabled(Boolean.TRUE.equals(artifacts.encryptionDisabled()))
                        .build();
            case null, default -> artifacts;
        };
    }

    private static ProjectEnvironment environment(@Nullable ProjectEnvironment environment) {
        if (environment == null) {
            return ProjectEnvironment.builder().build();
        }
        return environment.toBuilder()
                .privilegedMode(Boolean.TRUE.equals(environment.privilegedMode()))
                .environmentVariables(environment.environmentVariables().stream()
                        .map(variable -> variable.type() == null
                                ? variable.toBuilder().type("PLAINTEXT").build()
                                : variable)
                        .toList())
                .imagePullCredentialsType(
                        environment.imagePullCredentialsType() == null
                                ? ImagePullCredentialsType.CODEBUILD
                                : environment.imagePullCredentialsType())
                .build();
    }

    private static @Nullable VpcConfig vpc(@Nullable VpcConfig config) {
        return config == null || config.vpcId() == null || config.vpcId().isEmpty() ? null : config;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> void apply(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
