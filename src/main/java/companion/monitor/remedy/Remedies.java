package companion.monitor.remedy;

import companion.aws.Connection;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.act.PipelineActs;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.why.Why;
import companion.monitor.why.Why.Remedy;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.ProjectEnvironment;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupRequest;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

/** What mends the cause of a failure, as the very requests that do it. */
public final class Remedies {
    private static final Pattern SECRET =
            Pattern.compile("pass(word|wd|phrase)|secret|token|credential|(api|access|private)_?key", Pattern.CASE_INSENSITIVE);

    private final Connection connection;

    public Remedies(Connection connection) {
        this.connection = connection;
    }

    /**
     * The first remedy among the next steps. Reads what the change has to repeat: UpdateProject replaces an environment as a
     * whole.
     *
     * @return empty if none is known, it was made already, or its request would show a secret that stands in plain text
     * @throws software.amazon.awssdk.core.exception.SdkException as AWS answers
     * @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_UpdateProject.html">UpdateProject</a>
     */
    public Optional<Act> of(Why why, ReleaseSnapshot snapshot) {
        return why.next().stream()
                .map(Why.Step::remedy)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(remedy -> of(remedy, snapshot.pipeline()));
    }

    private Optional<Act> of(Remedy remedy, @Nullable PipelineSnapshot pipeline) {
        return switch (remedy) {
            case Remedy.PrivilegedMode(var project) -> environment(project).map(environment -> PrivilegedMode.of(
                    project, environment, PipelineActs.retry(pipeline, StageRetryMode.FAILED_ACTIONS)));
            case Remedy.DeploymentConfiguration configuration -> Optional.of(deploy(configuration));
        };
    }

    /** From the next deployment on. */
    public static Act deploy(Remedy.DeploymentConfiguration by) {
        return Act.possible(
                Kind.MEND,
                "Deploy in steps from now on",
                UpdateDeploymentGroupRequest.builder()
                        .applicationName(by.application())
                        .currentDeploymentGroupName(by.group())
                        .deploymentConfigName(by.configuration())
                        .build());
    }

    private Optional<ProjectEnvironment> environment(String project) {
        return connection.codeBuild().batchGetProjects(request -> request.names(project)).projects().stream()
                .findFirst()
                .map(found -> found.environment())
                .filter(environment -> !Boolean.TRUE.equals(environment.privilegedMode()))
                .filter(environment -> environment.environmentVariables().stream()
                        .noneMatch(variable -> (variable.type() == null || variable.type() == EnvironmentVariableType.PLAINTEXT)
                                && SECRET.matcher(variable.name()).find()));
    }
}
