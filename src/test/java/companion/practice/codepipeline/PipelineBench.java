package companion.practice.codepipeline;

import companion.practice.events.PracticeEventBridge;
import companion.practice.fabric.EventBus;
import companion.practice.fabric.EventFeed;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Images;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.QueueDelivery;
import companion.practice.fabric.Services;
import companion.practice.fabric.TaskNetwork;
import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.BatchGetBuildsRequest;
import software.amazon.awssdk.services.codebuild.model.BatchGetBuildsResponse;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.BranchDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CommitIdDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.GetBranchRequest;
import software.amazon.awssdk.services.codecommit.model.GetBranchResponse;
import software.amazon.awssdk.services.codecommit.model.GetCommitRequest;
import software.amazon.awssdk.services.codecommit.model.GetCommitResponse;
import software.amazon.awssdk.services.codecommit.model.GetFileRequest;
import software.amazon.awssdk.services.codecommit.model.GetFileResponse;
import software.amazon.awssdk.services.codecommit.model.GetFolderRequest;
import software.amazon.awssdk.services.codecommit.model.GetFolderResponse;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ArtifactStoreType;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;
import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageState;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** CodePipeline on a test bench: a repository with a settable head, a bucket, builds that the test ends. */
final class PipelineBench implements Fabric {
    static final Place PLACE = new Place("123456789012", "us-east-1");
    static final String ROLE = "arn:aws:iam::123456789012:role/pipeline";

    final World world = TestWorlds.paused();
    /** A commit that the repository does not have. */
    static final String UNKNOWN = "ffffffffffffffffffffffffffffffffffffffff";

    final Map<String, byte[]> bucket = new LinkedHashMap<>();
    final Map<String, String> buildStatus = new LinkedHashMap<>();
    final PracticeEventBridge bridge = new PracticeEventBridge(world, PLACE, services(), this);
    final PracticeCodePipeline pipelines = new PracticeCodePipeline(world, PLACE, services(), this);
    Trust trust = (role, service) -> Trust.Answer.TRUSTED;
    String head = "1111111111111111111111111111111111111111";

    /** Source, then as many approval stages as named. */
    static PipelineDeclaration pipeline(ExecutionMode mode, String... approvals) {
        var stages = new java.util.ArrayList<StageDeclaration>();
        stages.add(stage("Source", source("Source")));
        for (var name : approvals) {
            stages.add(stage(name, action("Answer", ActionCategory.APPROVAL, "Manual", Map.of()).build()));
        }
        return PipelineDeclaration.builder()
                .name("P")
                .roleArn(ROLE)
                .pipelineType(PipelineType.V2)
                .executionMode(mode)
                .artifactStore(store -> store.type(ArtifactStoreType.S3).location("artifacts"))
                .stages(stages)
                .build();
    }

    static PipelineDeclaration withBuild() {
        var build = action("Build", ActionCategory.BUILD, "CodeBuild", Map.of("ProjectName", "MyFirstBuild"))
                .inputArtifacts(InputArtifact.builder().name("SourceArtifact").build())
                .outputArtifacts(OutputArtifact.builder().name("BuildArtifact").build())
                .build();
        return pipeline(ExecutionMode.SUPERSEDED, "Last").toBuilder()
                .stages(stage("Source", source("Source")), stage("Build", build))
                .build();
    }

    static StageDeclaration stage(String name, ActionDeclaration... actions) {
        return StageDeclaration.builder().name(name).actions(actions).build();
    }

    static ActionDeclaration source(String name) {
        return action(name, ActionCategory.SOURCE, "CodeCommit", Map.of("RepositoryName", "MyRepo", "BranchName", "master"))
                .outputArtifacts(OutputArtifact.builder().name("SourceArtifact").build())
                .build();
    }

    static ActionDeclaration.Builder action(
            String name, ActionCategory category, String provider, Map<String, String> configuration) {
        return ActionDeclaration.builder()
                .name(name)
                .actionTypeId(type -> type.category(category).owner("AWS").provider(provider).version("1"))
                .configuration(configuration);
    }

    String create(PipelineDeclaration declaration) {
        pipelines.createPipeline(request -> request.pipeline(declaration));
        return latest();
    }

    String start() {
        return pipelines.startPipelineExecution(request -> request.name("P")).pipelineExecutionId();
    }

    String latest() {
        return pipelines.listPipelineExecutions(request -> request.pipelineName("P"))
                .pipelineExecutionSummaries()
                .getFirst()
                .pipelineExecutionId();
    }

    void pass(int seconds) {
        world.step(Duration.ofSeconds(seconds));
    }

    String status(String executionId) {
        return pipelines.getPipelineExecution(request -> request.pipelineName("P").pipelineExecutionId(executionId))
                .pipelineExecution()
                .statusAsString();
    }

    StageState stage(String name) {
        return pipelines.getPipelineState(request -> request.name("P")).stageStates().stream()
                .filter(stage -> stage.stageName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void answer(String stage, String answer) {
        var token = stage(stage).actionStates().getFirst().latestExecution().token();
        pipelines.putApprovalResult(request -> request.pipelineName("P")
                .stageName(stage)
                .actionName("Answer")
                .token(token)
                .result(result -> result.status(answer).summary("because")));
    }

    /** Ends the build and tells it as CodeBuild does. */
    void endBuild(String id, String status) {
        buildStatus.put(id, status);
        var detail = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("build-status", status)
                .put("build-id", PLACE.arn("codebuild", "build/" + id));
        bridge.bus().put("aws.codebuild", "CodeBuild Build State Change", java.util.List.of(), () -> detail);
    }

    private Services services() {
        var codeCommit = new CodeCommitClient() {
            @Override
            public GetBranchResponse getBranch(GetBranchRequest request) {
                if (!request.branchName().equals("master")) {
                    throw BranchDoesNotExistException.builder().build();
                }
                return GetBranchResponse.builder().branch(branch -> branch.commitId(head)).build();
            }

            @Override
            public GetCommitResponse getCommit(GetCommitRequest request) {
                if (request.commitId().equals(UNKNOWN)) {
                    throw CommitIdDoesNotExistException.builder().build();
                }
                return GetCommitResponse.builder()
                        .commit(commit -> commit.commitId(head)
                                .message("Updated Web App to v2\n")
                                .author(author -> author.date("1700000000 +0000"))
                                .committer(committer -> committer.date("1700000000 +0000")))
                        .build();
            }

            @Override
            public GetFolderResponse getFolder(GetFolderRequest request) {
                return GetFolderResponse.builder()
                        .files(software.amazon.awssdk.services.codecommit.model.File.builder()
                                .absolutePath("index.html")
                                .build())
                        .build();
            }

            @Override
            public GetFileResponse getFile(GetFileRequest request) {
                return GetFileResponse.builder()
                        .fileContent(SdkBytes.fromUtf8String("v2"))
                        .build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        var s3 = new S3Client() {
            @Override
            public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
                try (var in = body.contentStreamProvider().newStream()) {
                    bucket.put(request.key(), in.readAllBytes());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return PutObjectResponse.builder().build();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> into) {
                return (T) ResponseBytes.fromByteArray(GetObjectResponse.builder().build(), bucket.get(request.key()));
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        var codeBuild = new CodeBuildClient() {
            @Override
            public BatchGetBuildsResponse batchGetBuilds(BatchGetBuildsRequest request) {
                var id = request.ids().getFirst();
                return BatchGetBuildsResponse.builder()
                        .builds(Build.builder()
                                .id(id)
                                .buildStatus(buildStatus.get(id))
                                .phases(phase -> phase.phaseType("BUILD")
                                        .phaseStatus(buildStatus.get(id))
                                        .contexts(context -> context.statusCode("COMMAND_EXECUTION_ERROR")
                                                .message("Error while executing command: exit 1. Reason: exit status 1")))
                                .build())
                        .build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        return (Services) Proxy.newProxyInstance(
                Services.class.getClassLoader(), new Class<?>[] {Services.class}, (proxy, method, args) -> switch (
                        method.getName()) {
                    case "codeCommit" -> codeCommit;
                    case "s3" -> s3;
                    case "codeBuild" -> codeBuild;
                    case "codePipeline" -> pipelines;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public Trust trust() {
        return trust;
    }

    @Override
    public EventBus events() {
        return bridge.bus();
    }

    @Override
    public QueueDelivery queues() {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventFeed feed() {
        return bridge.feed();
    }

    @Override
    public Images images() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TaskNetwork network() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PipelineBuilds builds() {
        return request -> {
            var id = request.project() + ":" + world.ids().uuid();
            buildStatus.put(id, "IN_PROGRESS");
            return id;
        };
    }
}
