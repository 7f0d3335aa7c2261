package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.StackOutputs;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.ArtifactStoreType;
import software.amazon.awssdk.services.codepipeline.model.CreatePipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/** Creates the pipeline: Source, Build and Deploy, and the two artifacts that go between them. */
final class PipelineStep extends AwsStep {
    private static final String SOURCE = "SourceArtifact";
    private static final String BUILT = "BuildArtifact";

    private final Names names;

    PipelineStep(Names names) {
        super(names.site(), new Title("pipeline", "Create the pipeline", "CodePipeline", "CreatePipeline"));
        this.names = names;
    }

    @Override
    public List<Resource> creates() {
        return List.of(
                Resource.free("CodePipeline pipeline", Names.PIPELINE, Names.PIPELINE_GROUP, "DeletePipeline"),
                Resource.free("CodePipeline executions", Names.PIPELINE, Names.STOP, "StopPipelineExecution"));
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(site, service(), request(StackOutputs.unknown())));
    }

    private CreatePipelineRequest request(StackOutputs roles) {
        return CreatePipelineRequest.builder()
                .pipeline(pipeline -> pipeline.name(Names.PIPELINE)
                        .roleArn(roles.get("CodePipelineRoleArn"))
                        .artifactStore(store -> store.type(ArtifactStoreType.S3).location(names.bucket()))
                        .stages(stage(source()), stage(build()), stage(deploy()))
                        .executionMode(ExecutionMode.SUPERSEDED)
                        .pipelineType(PipelineType.V2))
                .build();
    }

    private static StageDeclaration stage(ActionDeclaration action) {
        return StageDeclaration.builder().name(action.name()).actions(action).build();
    }

    private static ActionDeclaration.Builder action(String name, ActionCategory category, String provider) {
        return ActionDeclaration.builder()
                .name(name)
                .actionTypeId(type -> type.category(category)
                        .owner(ActionOwner.AWS)
                        .provider(provider)
                        .version("1"));
    }

    private ActionDeclaration source() {
        return action("Source", ActionCategory.SOURCE, "CodeCommit")
                .configuration(Map.of(
                        "RepositoryName", names.repository(),
                        "BranchName", names.branch(),
                        "PollForSourceChanges", "false"))
                .outputArtifacts(it -> it.name(SOURCE))
                .build();
    }

    private static ActionDeclaration build() {
        return action("Build", ActionCategory.BUILD, "CodeBuild")
                .configuration(Map.of("ProjectName", Names.PROJECT))
                .inputArtifacts(it -> it.name(SOURCE))
                .outputArtifacts(it -> it.name(BUILT))
                .build();
    }

    private static ActionDeclaration deploy() {
        return action("Deploy", ActionCategory.DEPLOY, "CodeDeployToECS")
                .configuration(Map.of(
                        "ApplicationName",
                        Names.APPLICATION,
                        "DeploymentGroupName",
                        Names.DEPLOYMENT_GROUP,
                        "TaskDefinitionTemplateArtifact",
                        BUILT,
                        "TaskDefinitionTemplatePath",
                        "taskdef.json",
                        "AppSpecTemplateArtifact",
                        BUILT,
                        "AppSpecTemplatePath",
                        "appspec.yaml",
                        "Image1ArtifactName",
                        BUILT,
                        "Image1ContainerName",
                        "IMAGE1_NAME"))
                .inputArtifacts(it -> it.name(BUILT))
                .build();
    }

    @Override
    public Check check() {
        var found = Absence.unless(
                PipelineNotFoundException.class, () -> aws().codePipeline().getPipeline(it -> it.name(Names.PIPELINE)));
        if (found.isEmpty()) {
            return new Check.Missing("No pipeline " + Names.PIPELINE);
        }
        var configuration =
                found.get().pipeline().stages().getFirst().actions().getFirst().configuration();
        var differences = new Differences()
                .compare("Source.RepositoryName", names.repository(), configuration.get("RepositoryName"))
                .compare("Source.BranchName", names.branch(), configuration.get("BranchName"))
                .list();
        return differences.isEmpty()
                ? Check.found(
                        "Found " + Names.PIPELINE + ", version "
                                + found.get().pipeline().version(),
                        Output.arn("ARN", names.pipelineArn()))
                : new Check.Differs("Pipeline " + Names.PIPELINE, differences, true);
    }

    @Override
    public void run(Progress progress) throws Exception {
        var request = request(StackOutputs.read(aws(), Names.ROLES_STACK));
        if (check() instanceof Check.Missing) {
            aws().codePipeline().createPipeline(request);
        } else {
            aws().codePipeline().updatePipeline(it -> it.pipeline(request.pipeline()));
        }
    }
}
