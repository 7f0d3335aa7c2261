package companion.practice.codepipeline.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Services;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class EcsDefinitionsTest {
    private static final ActionRun.Artifact BUILD = new ActionRun.Artifact("BuildArtifact", "bucket", "key");
    private static final String TASK_DEFINITION =
            """
            {"family":"webapp","networkMode":"awsvpc","cpu":"256","memory":"512","revision":7,"status":"ACTIVE",
             "requiresCompatibilities":["FARGATE"],
             "containerDefinitions":[{"name":"webapp","image":"<IMAGE1_NAME>","essential":true,
               "portMappings":[{"containerPort":80}]}]}""";

    private final ArtifactStore store = new ArtifactStore(bucket());
    private final EcsDefinitions definitions = new EcsDefinitions(store);

    @Test
    void theTemplateIsRegisteredWithItsImageAndWithoutTheMembersThatOnlyADescriptionHas() throws Exception {
        artifact(Map.of("taskdef.json", TASK_DEFINITION));
        var request = definitions.taskDefinition(run(), Map.of("IMAGE1_NAME", "repo:build-1"));
        assertThat(request.family()).isEqualTo("webapp");
        assertThat(request.networkMode()).isEqualTo(NetworkMode.AWSVPC);
        var container = request.containerDefinitions().getFirst();
        assertThat(container.image()).isEqualTo("repo:build-1");
        assertThat(container.essential()).isTrue();
        assertThat(container.portMappings().getFirst().containerPort()).isEqualTo(80);
    }

    @Test
    void theImageComesFromImageDetail() throws Exception {
        artifact(Map.of("imageDetail.json", "{\"ImageURI\":\"repo:build-1\"}"));
        assertThat(definitions.imageUri(run(), "BuildArtifact")).isEqualTo("repo:build-1");
    }

    @Test
    void theDefinitionsFileOfARollingDeploymentDoesNotDo() throws Exception {
        artifact(Map.of("imagedefinitions.json", "[{\"name\":\"webapp\",\"imageUri\":\"repo:1\"}]"));
        assertThatThrownBy(() -> definitions.imageUri(run(), "BuildArtifact"))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("Invalid action configuration. Exception while trying to read the image artifact file from the "
                        + "artifact: BuildArtifact.");
    }

    @Test
    void anEmptyTaskDefinitionFailsTheActionAndSaysWhichFile() throws Exception {
        artifact(Map.of("taskdef.json", ""));
        assertThatThrownBy(() -> definitions.taskDefinition(run(), Map.of()))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("taskdef.json of artifact BuildArtifact cannot be read");
    }

    @Test
    void aMemberOfTheWrongTypeIsNamed() throws Exception {
        artifact(Map.of("taskdef.json", "{\"containerDefinitions\":{}}"));
        assertThatThrownBy(() -> definitions.taskDefinition(run(), Map.of()))
                .hasMessageContaining("containerDefinitions: must be a list");
    }

    @Test
    void theAppSpecGetsTheTaskDefinition() throws Exception {
        artifact(Map.of("appspec.yaml", "TaskDefinition: <TASK_DEFINITION>"));
        assertThat(definitions.appSpec(run(), "arn:aws:ecs:x:task-definition/webapp:8"))
                .isEqualTo("TaskDefinition: arn:aws:ecs:x:task-definition/webapp:8");
    }

    private void artifact(Map<String, String> files) throws ActionFailed {
        var bytes = new HashMap<String, byte[]>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        store.put(BUILD, bytes);
    }

    private static ActionRun run() {
        var configuration = Map.of(
                "TaskDefinitionTemplateArtifact", "BuildArtifact", "AppSpecTemplateArtifact", "BuildArtifact");
        return new ActionRun(
                "P",
                "Deploy",
                "execution",
                "action",
                ActionDeclaration.builder().name("Deploy").build(),
                "role",
                configuration,
                List.of(BUILD),
                List.of(),
                null,
                null,
                "token");
    }

    private static Services bucket() {
        var kept = new HashMap<String, byte[]>();
        var s3 = new S3Client() {
            @Override
            public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
                try (var in = body.contentStreamProvider().newStream()) {
                    kept.put(request.key(), in.readAllBytes());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return PutObjectResponse.builder().build();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> into) {
                return (T) ResponseBytes.fromByteArray(GetObjectResponse.builder().build(), kept.get(request.key()));
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        return (Services) Proxy.newProxyInstance(
                Services.class.getClassLoader(), new Class<?>[] {Services.class}, (proxy, method, arguments) -> s3);
    }
}
