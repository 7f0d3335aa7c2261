package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionCatalog;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Trust;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/**
 * Whether a pipeline's declaration can work, checked before anything is kept.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html">Structure</a>
 */
final class PipelineRules {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9.@\\-_]{1,100}");
    private static final String SERVICE = "codepipeline.amazonaws.com";

    private final ActionCatalog catalog;
    private final Fabric fabric;

    PipelineRules(ActionCatalog catalog, Fabric fabric) {
        this.catalog = catalog;
        this.fabric = fabric;
    }

    /** The declaration with AWS's defaults filled in. */
    PipelineDeclaration check(PipelineDeclaration given) {
        var pipeline = given.toBuilder()
                .pipelineType(given.pipelineType() == null ? PipelineType.V1 : given.pipelineType())
                .executionMode(given.executionMode() == null ? ExecutionMode.SUPERSEDED : given.executionMode())
                .build();
        if (pipeline.name() == null || !NAME.matcher(pipeline.name()).matches()) {
            throw PipelineFaults.validation("1 validation error detected: Value '" + pipeline.name()
                    + "' at 'pipeline.name' failed to satisfy constraint: Member must satisfy regular expression pattern: "
                    + "[A-Za-z0-9.@\\-_]+");
        }
        if (pipeline.stages().size() < 2) {
            throw PipelineFaults.structure("Pipeline has only " + pipeline.stages().size()
                    + " stage(s). There should be a minimum of 2 stages in a pipeline");
        }
        if (pipeline.stages().size() > 50) {
            throw PipelineFaults.structure("Pipeline has more than 50 stages.");
        }
        if (pipeline.pipelineType() == PipelineType.V1 && pipeline.executionMode() != ExecutionMode.SUPERSEDED) {
            throw PipelineFaults.structure("Execution mode " + pipeline.executionModeAsString()
                    + " is only available for pipelines of type V2.");
        }
        if (pipeline.artifactStore() == null || pipeline.artifactStore().location() == null) {
            throw PipelineFaults.structure("Pipeline should have either artifactStore or artifactStores set.");
        }
        if (pipeline.roleArn() == null || fabric.trust().assume(pipeline.roleArn(), SERVICE) != Trust.Answer.TRUSTED) {
            throw PipelineFaults.structure(
                    "CodePipeline is not authorized to perform AssumeRole on role " + pipeline.roleArn());
        }
        checkStages(pipeline);
        return pipeline;
    }

    private void checkStages(PipelineDeclaration pipeline) {
        var names = new HashSet<String>();
        var produced = new HashSet<String>();
        var namespaces = new HashSet<String>();
        boolean first = true;
        for (var stage : pipeline.stages()) {
            if (stage.name() == null || !NAME.matcher(stage.name()).matches() || !names.add(stage.name())) {
                throw PipelineFaults.structure("Stage names must be valid and unique: " + stage.name());
            }
            if (stage.actions().isEmpty()) {
                throw PipelineFaults.stage("Stage " + stage.name() + " should have at least one action");
            }
            ConditionRules.check(stage, pipeline.pipelineType());
            checkActions(stage, first, produced, namespaces);
            first = false;
        }
    }

    private void checkActions(StageDeclaration stage, boolean first, Set<String> produced, Set<String> namespaces) {
        var names = new HashSet<String>();
        var made = new HashSet<String>();
        var byOrder = stage.actions().stream()
                .sorted(Comparator.comparingInt(action -> action.runOrder() == null ? 1 : action.runOrder()))
                .toList();
        for (var action : byOrder) {
            if (action.name() == null || !NAME.matcher(action.name()).matches() || !names.add(action.name())) {
                throw PipelineFaults.action("Action names must be valid and unique within stage " + stage.name() + ": "
                        + action.name());
            }
            boolean source = action.actionTypeId().category() == ActionCategory.SOURCE;
            if (first && !source) {
                throw PipelineFaults.structure("Pipeline should start with a stage that only contains source actions");
            }
            if (!first && source) {
                throw PipelineFaults.structure("Source actions may only occur in the first stage");
            }
            checkAction(action);
            for (var input : action.inputArtifacts()) {
                if (!produced.contains(input.name()) && !made.contains(input.name())) {
                    throw PipelineFaults.structure("Input Artifact Bundle " + input.name() + " in action " + action.name()
                            + " is not declared as Output Artifact Bundle in any of the preceding actions");
                }
            }
            for (var output : action.outputArtifacts()) {
                if (produced.contains(output.name()) || !made.add(output.name())) {
                    throw PipelineFaults.structure("Output Artifact Bundle name must be unique within the pipeline: "
                            + output.name());
                }
            }
            if (action.namespace() != null && !namespaces.add(action.namespace())) {
                throw PipelineFaults.structure("Namespace must be unique within the pipeline: " + action.namespace());
            }
        }
        produced.addAll(made);
    }

    private void checkAction(ActionDeclaration action) {
        var type = action.actionTypeId();
        var provider = catalog.find(type)
                .orElseThrow(() -> PipelineFaults.action("ActionType (Category: '" + type.categoryAsString()
                        + "', Provider: '" + type.provider() + "', Owner: '" + type.ownerAsString() + "', Version: '"
                        + type.version() + "') in action '" + action.name() + "' is not available in region"));
        for (var key : action.configuration().keySet()) {
            if (!provider.required().contains(key) && !provider.optional().contains(key)) {
                throw PipelineFaults.action("Action configuration for action '" + action.name()
                        + "' contains unknown configuration '" + key + "'");
            }
        }
        for (var key : provider.required()) {
            if (!action.configuration().containsKey(key)) {
                throw PipelineFaults.action("Action configuration for action '" + action.name()
                        + "' is missing required configuration '" + key + "'");
            }
        }
        var bounds = provider.artifacts();
        checkCount("input", action.name(), action.inputArtifacts().size(), bounds.minInput(), bounds.maxInput());
        checkCount("output", action.name(), action.outputArtifacts().size(), bounds.minOutput(), bounds.maxOutput());
    }

    private static void checkCount(String kind, String action, int count, int min, int max) {
        if (count < min || count > max) {
            throw PipelineFaults.action("Action '" + action + "' has " + count + " " + kind
                    + " artifacts. The minimum is " + min + " and the maximum is " + max + ".");
        }
    }
}
