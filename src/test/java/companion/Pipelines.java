package companion;

import companion.aws.Connection;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;

/** Makes pipelines that take the head of the repository {@code app} and then wait for an approval. They start at once. */
public final class Pipelines {
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\
            {"Service":"codepipeline.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    private Pipelines() {}

    public static void create(Connection aws, String name) {
        var role = role(aws);
        bucket(aws);
        aws.codePipeline()
                .createPipeline(request -> request.pipeline(pipeline -> pipeline.name(name)
                        .roleArn(role)
                        .artifactStore(store -> store.type("S3").location("artifacts"))
                        .stages(
                                stage("Source", ActionDeclaration.builder()
                                        .name("Source")
                                        .actionTypeId(type ->
                                                type.category("Source").owner("AWS").provider("CodeCommit").version("1"))
                                        .configuration(Map.of(
                                                "RepositoryName", "app",
                                                "BranchName", "main",
                                                "PollForSourceChanges", "false"))
                                        .outputArtifacts(artifact -> artifact.name("SourceArtifact"))
                                        .build()),
                                stage("Approve", ActionDeclaration.builder()
                                        .name("Approve")
                                        .actionTypeId(type ->
                                                type.category("Approval").owner("AWS").provider("Manual").version("1"))
                                        .build()))));
    }

    private static String role(Connection aws) {
        try {
            return aws.iam()
                    .createRole(request -> request.roleName("pipeline").assumeRolePolicyDocument(TRUST))
                    .role()
                    .arn();
        } catch (EntityAlreadyExistsException e) {
            return aws.iam().getRole(request -> request.roleName("pipeline")).role().arn();
        }
    }

    private static void bucket(Connection aws) {
        if (aws.s3().listBuckets().buckets().isEmpty()) {
            aws.s3().createBucket(request -> request.bucket("artifacts"));
        }
    }

    private static StageDeclaration stage(String name, ActionDeclaration action) {
        return StageDeclaration.builder().name(name).actions(action).build();
    }
}
