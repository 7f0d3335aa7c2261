package companion.practice.codepipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.CreatePipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.UpdatePipelineRequest;

/** Takes the tokens of other Git hosts out of pipeline structures, which show four asterisks for them, as on AWS. */
final class SourceTokens {
    private static final String TOKEN = "OAuthToken";
    private static final String MASK = "****";

    private SourceTokens() {}

    static SdkPojo redacted(SdkPojo request) {
        return switch (request) {
            case CreatePipelineRequest create when create.pipeline() != null -> create.toBuilder()
                    .pipeline(redacted(create.pipeline()))
                    .build();
            case UpdatePipelineRequest update when update.pipeline() != null -> update.toBuilder()
                    .pipeline(redacted(update.pipeline()))
                    .build();
            default -> request;
        };
    }

    private static PipelineDeclaration redacted(PipelineDeclaration pipeline) {
        boolean any = pipeline.stages().stream()
                .flatMap(stage -> stage.actions().stream())
                .anyMatch(action -> action.configuration().containsKey(TOKEN));
        return !any
                ? pipeline
                : pipeline.toBuilder()
                        .stages(pipeline.stages().stream()
                                .map(stage -> stage.toBuilder()
                                        .actions(stage.actions().stream().map(SourceTokens::redacted).toList())
                                        .build())
                                .toList())
                        .build();
    }

    private static ActionDeclaration redacted(ActionDeclaration action) {
        Map<String, String> configuration = new LinkedHashMap<>(action.configuration());
        configuration.computeIfPresent(TOKEN, (name, token) -> MASK);
        return action.toBuilder().configuration(configuration).build();
    }
}
