package companion.practice.fabric;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How CodePipeline starts a build of a CodeBuild project, which it does with artifacts that StartBuild cannot name. Follow
 * and stop the build through the CodeBuild interface.
 */
public interface PipelineBuilds {

    /** @param name of the artifact in the pipeline; a zip in S3 */
    record Artifact(String name, String bucket, String key) {}

    /**
     * @param inputs the first one is the primary source
     * @param outputs where to put the artifacts; one: the buildspec's {@code artifacts}; more: its secondary artifacts by name
     * @param environment name to value, set by the action
     * @param resolvedSourceVersion the commit id of the primary source
     * @param initiator for example {@code codepipeline/MyFirstPipeline}
     */
    record Request(
            String project,
            List<Artifact> inputs,
            List<Artifact> outputs,
            Map<String, String> environment,
            @Nullable String resolvedSourceVersion,
            String initiator) {}

    /**
     * Starts the build.
     *
     * @return its id, {@code project:uuid}
     * @throws software.amazon.awssdk.services.codebuild.model.CodeBuildException as StartBuild does
     */
    String start(Request request);
}
