package companion.monitor.remedy;

import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.codebuild.model.ComputeType;
import software.amazon.awssdk.services.codebuild.model.EnvironmentType;
import software.amazon.awssdk.services.codebuild.model.ProjectEnvironment;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectRequest;

/**
 * Turns on the privileged mode of a build project, without which its containers have no Docker daemon, and retries what failed.
 *
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_UpdateProject.html">UpdateProject</a>
 */
public final class PrivilegedMode {
    private PrivilegedMode() {}

    /**
     * @param environment of the project now: UpdateProject replaces it as a whole
     * @param retry of the stage that failed; where it is blocked the mode alone is turned on
     */
    static Act of(String project, ProjectEnvironment environment, Act retry) {
        var update = UpdateProjectRequest.builder()
                .name(project)
                .environment(environment.toBuilder().privilegedMode(true).build())
                .build();
        boolean again = retry.blocked().isEmpty();
        var label = again ? "Turn it on and " + retry.label().replaceFirst("^Retry", "retry") : "Turn on privileged mode";
        return new Act(
                Kind.MEND,
                label,
                Optional.empty(),
                Stream.concat(Stream.<SdkPojo>of(update), again ? retry.requests().stream() : Stream.of()).toList());
    }

    /** The same for a project as the console makes it: a Linux container of CodeBuild's standard image, the small compute type. */
    public static Act ofUsualProject(String project, Act retry) {
        var environment = ProjectEnvironment.builder()
                .type(EnvironmentType.LINUX_CONTAINER)
                .image("aws/codebuild/standard:7.0")
                .computeType(ComputeType.BUILD_GENERAL1_SMALL)
                .build();
        return of(project, environment, retry);
    }
}
