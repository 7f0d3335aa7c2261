package companion.practice.codepipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.SourceRevisionOverride;
import software.amazon.awssdk.services.codepipeline.model.SourceRevisionType;

/**
 * The revisions that an execution is to take instead of the newest.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_SourceRevisionOverride.html">Override</a>
 */
final class SourceOverrides {
    private SourceOverrides() {}

    /**
     * @return commit ids by source action
     * @throws software.amazon.awssdk.services.codepipeline.model.ValidationException if one names no source, or no commit
     */
    static Map<String, String> of(PipelineDeclaration pipeline, List<SourceRevisionOverride> overrides) {
        var wanted = new LinkedHashMap<String, String>();
        for (var override : overrides) {
            boolean known = pipeline.stages().getFirst().actions().stream()
                    .anyMatch(action -> action.name().equals(override.actionName())
                            && action.actionTypeId().category() == ActionCategory.SOURCE);
            if (!known) {
                throw PipelineFaults.validation("Pipeline '" + pipeline.name() + "' does not have a source action with name '"
                        + override.actionName() + "'");
            }
            if (override.revisionType() != SourceRevisionType.COMMIT_ID) {
                throw PipelineFaults.validation("The revision type " + override.revisionTypeAsString()
                        + " does not match the source action '" + override.actionName() + "'; a CodeCommit source takes "
                        + "COMMIT_ID");
            }
            wanted.put(override.actionName(), override.revisionValue());
        }
        return wanted;
    }
}
