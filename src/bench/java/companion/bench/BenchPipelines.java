package companion.bench;

import companion.aws.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/** Pipelines that take the head of a repository and then wait for an approval. */
final class BenchPipelines {
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
            + "{\"Service\":\"codepipeline.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final Connection learner;
    private boolean prepared;

    BenchPipelines(Connection learner) {
        this.learner = learner;
    }

    void start(String pipeline) {
        learner.codePipeline().startPipelineExecution(request -> request.name(pipeline));
    }

    /** The token of the approval that is waited for; null while none is. */
    @Nullable String token(String pipeline) {
        var action = learner.codePipeline().getPipelineState(request -> request.name(pipeline)).stageStates().getLast()
                .actionStates().getFirst();
        return action.latestExecution() == null ? null : action.latestExecution().token();
    }

    void approve(String pipeline, String token) {
        learner.codePipeline()
                .putApprovalResult(request -> request.pipelineName(pipeline)
                        .stageName("Approve")
                        .actionName("Approve")
                        .token(token)
                        .result(result -> result.status(ApprovalStatus.APPROVED).summary("bench")));
    }

    /** Abandons the latest execution, if it has not ended by itself. */
    void stop(String pipeline) {
        var id = learner.codePipeline()
                .listPipelineExecutions(request -> request.pipelineName(pipeline).maxResults(1))
                .pipelineExecutionSummaries()
                .getFirst()
                .pipelineExecutionId();
        try {
            learner.codePipeline()
                    .stopPipelineExecution(request -> request.pipelineName(pipeline)
                            .pipelineExecutionId(id)
                            .abandon(true));
        } catch (SdkException e) {
            // It has ended by itself.
        }
    }

    /** Makes one, and what all of them need before the first. It starts at once. */
    void make(String name) {
        if (!prepared) {
            prepared = true;
            learner.iam().createRole(request -> request.roleName("pipeline").assumeRolePolicyDocument(TRUST));
            learner.s3().createBucket(request -> request.bucket("artifacts"));
            learner.codeCommit().createRepository(request -> request.repositoryName("app"));
            learner.codeCommit()
                    .putFile(request -> request.repositoryName("app")
                            .branchName("main")
                            .filePath("index.html")
                            .fileContent(SdkBytes.fromUtf8String("hello"))
                            .commitMessage("Updated Web App to v2"));
        }
        learner.codePipeline()
                .createPipeline(request -> request.pipeline(pipeline -> pipeline.name(name)
                        .roleArn("arn:aws:iam::123456789012:role/pipeline")
                        .artifactStore(store -> store.type("S3").location("artifacts"))
                        .stages(
                                stage("Source", "Source", "CodeCommit", Map.of(
                                        "RepositoryName", "app", "BranchName", "main", "PollForSourceChanges", "false")),
                                stage("Approve", "Approval", "Manual", Map.of()))));
    }

    private static StageDeclaration stage(String name, String category, String provider, Map<String, String> settings) {
        var action = ActionDeclaration.builder()
                .name(name)
                .actionTypeId(type -> type.category(category).owner("AWS").provider(provider).version("1"))
                .configuration(settings);
        if (category.equals("Source")) {
            action.outputArtifacts(OutputArtifact.builder().name("SourceArtifact").build());
        }
        return StageDeclaration.builder().name(name).actions(action.build()).build();
    }
}
