package companion.practice.codepipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Trust;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;
import software.amazon.awssdk.services.codepipeline.model.InvalidActionDeclarationException;
import software.amazon.awssdk.services.codepipeline.model.InvalidStructureException;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineNameInUseException;

class PipelineRulesTest {
    private final PipelineBench bench = new PipelineBench();
    private final PipelineDeclaration good = PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve");

    @Test
    void aRoleThatCodePipelineMayNotAssumeIsRefused() {
        bench.trust = (role, service) -> Trust.Answer.NOT_TRUSTED;
        assertThatThrownBy(() -> bench.create(good))
                .isInstanceOf(InvalidStructureException.class)
                .hasMessageContaining("CodePipeline is not authorized to perform AssumeRole on role " + PipelineBench.ROLE);
    }

    @Test
    void aNameIsTakenOnce() {
        bench.create(good);
        assertThatThrownBy(() -> bench.create(good)).isInstanceOf(PipelineNameInUseException.class);
    }

    @Test
    void theFirstStageHoldsSourcesAndNoOtherDoes() {
        var approve = good.stages().get(1);
        var source = good.stages().getFirst();
        refused(good.toBuilder().stages(approve, source).build(), "should start with a stage that only contains source");
        refused(
                good.toBuilder()
                        .stages(source, source.toBuilder().name("Again").build())
                        .build(),
                "Source actions may only occur in the first stage");
    }

    @Test
    void anInputArtifactMustHaveBeenMadeBefore() {
        var build = PipelineBench.action("Build", ActionCategory.BUILD, "CodeBuild", Map.of("ProjectName", "X"))
                .inputArtifacts(InputArtifact.builder().name("Nothing").build())
                .build();
        refused(
                good.toBuilder()
                        .stages(good.stages().getFirst(), PipelineBench.stage("Build", build))
                        .build(),
                "Input Artifact Bundle Nothing in action Build is not declared as Output Artifact Bundle");
    }

    @Test
    void configurationKeysAreThoseOfTheAction() {
        var missing = PipelineBench.action("Deploy", ActionCategory.DEPLOY, "CodeDeployToECS", Map.of()).build();
        assertThatThrownBy(() -> bench.create(good.toBuilder()
                        .stages(good.stages().getFirst(), PipelineBench.stage("Deploy", missing))
                        .build()))
                .isInstanceOf(InvalidActionDeclarationException.class)
                .hasMessageContaining("is missing required configuration");
    }

    @Test
    void queuedModeNeedsTypeV2() {
        refused(
                good.toBuilder().pipelineType("V1").executionMode(ExecutionMode.QUEUED).build(),
                "only available for pipelines of type V2");
    }

    private void refused(PipelineDeclaration declaration, String text) {
        assertThatThrownBy(() -> bench.create(declaration))
                .isInstanceOf(InvalidStructureException.class)
                .hasMessageContaining(text);
    }
}
