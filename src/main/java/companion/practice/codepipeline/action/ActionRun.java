package companion.practice.codepipeline.action;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;

/**
 * An action as its provider gets it, with all variables resolved.
 *
 * @param roleArn in which it acts: the action's own, or the pipeline's
 * @param configuration the declaration's, resolved
 * @param inputs in the order of the declaration
 * @param outputs places for what it makes, in the order of the declaration
 * @param revision the source revision of the first input's origin; null where there is none
 * @param wanted the revision that a source is to take instead of the newest; null for the newest
 * @param token what PutApprovalResult must name
 */
public record ActionRun(
        String pipeline,
        String stage,
        String executionId,
        String actionExecutionId,
        ActionDeclaration declaration,
        String roleArn,
        Map<String, String> configuration,
        List<Artifact> inputs,
        List<Artifact> outputs,
        @Nullable Revision revision,
        @Nullable String wanted,
        String token) {

    public ActionRun {
        configuration = Map.copyOf(configuration);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** A zip in the artifact store. */
    public record Artifact(String name, String bucket, String key) {}

    /** What a source action found. */
    public record Revision(String id, String summary, String url) {}

    /** The configured value, or the default. */
    public String setting(String key, String otherwise) {
        return configuration.getOrDefault(key, otherwise);
    }

    /** @throws ActionFailed if no input artifact has that name */
    public Artifact input(String name) throws ActionFailed {
        return inputs.stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ActionFailed.configuration(
                        "The action configuration names the input artifact " + name + ", which the action does not have."));
    }

    /** How an action tells what becomes of it. Calls after the first end are ignored. */
    public interface Outcome {
        /** It works outside now, under an id and a page of its own. */
        void external(String id, String url, @Nullable String summary);

        /** It found a revision, at a source. */
        void revision(Revision revision);

        /** Variables for its namespace. */
        void variables(Map<String, String> variables);

        void succeed(@Nullable String summary);

        void fail(String code, String message);
    }
}
