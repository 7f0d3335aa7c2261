package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Caller;
import companion.practice.fabric.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.GetBlobRequest;
import software.amazon.awssdk.services.codecommit.model.GetBlobResponse;
import software.amazon.awssdk.services.codecommit.model.PutFileRequest;
import software.amazon.awssdk.services.codecommit.model.PutFileResponse;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeleteClusterRequest;
import software.amazon.awssdk.services.ecs.model.DeleteClusterResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

class JsonServicesTest {
    private final FakeEcs ecs = new FakeEcs();
    private final FakeCodeCommit codeCommit = new FakeCodeCommit();
    private final TestDoor door = TestDoor.to(Map.of(AwsService.ECS, ecs, AwsService.CODECOMMIT, codeCommit));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void nestedStructuresListsMapsAndEnumsArriveAsTheyWereSent() {
        var sent = RegisterTaskDefinitionRequest.builder()
                .family("höhle – 洞 – 🚀")
                .requiresCompatibilitiesWithStrings("FARGATE", "A_KIND_OF_TOMORROW")
                .containerDefinitions(c -> c.name("web")
                        .essential(true)
                        .memory(512)
                        .portMappings(p -> p.containerPort(80))
                        .dockerLabels(Map.of("a.b", "1", "quote\"", "new\nline"))
                        .healthCheck(h -> h.command("CMD", "true").interval(30)))
                .build();

        var answered = client().registerTaskDefinition(sent).taskDefinition();

        assertThat(ecs.registered).containsExactly(sent);
        assertThat(answered.containerDefinitions()).isEqualTo(sent.containerDefinitions());
        assertThat(answered.requiresCompatibilitiesAsStrings()).containsExactly("FARGATE", "A_KIND_OF_TOMORROW");
        assertThat(answered.registeredAt()).isEqualTo("2026-11-21T12:00:00.125Z");
    }

    @Test
    void freeFormDocumentsKeepTheirShape() {
        var details = Document.fromMap(Map.of(
                "list", Document.fromList(List.of(Document.fromNumber("1.5"), Document.fromNull())),
                "yes", Document.fromBoolean(true),
                "text", Document.fromString("ü")));
        var sent = CreateServiceRequest.builder()
                .serviceName("web")
                .deploymentConfiguration(d -> d.lifecycleHooks(h -> h.hookDetails(details)))
                .build();

        client().createService(sent);

        assertThat(ecs.created).containsExactly(sent);
    }

    @Test
    void anEmptyListThatARoomSetIsSentAndOneThatItDidNotSetIsNot() {
        var answer = client().describeServices(r -> r.services("web"));

        assertThat(answer.hasServices()).isTrue();
        assertThat(answer.services()).isEmpty();
        assertThat(answer.hasFailures()).isFalse();
    }

    @Test
    void pagesAreWalkedByTheSdk() {
        assertThat(client().listClustersPaginator().clusterArns()).containsExactly("a", "b", "c");
    }

    @Test
    void aTypedExceptionIsReadAsItsClass() {
        assertThatThrownBy(() -> client().deleteCluster(r -> r.cluster("gone")))
                .isInstanceOfSatisfying(ClusterNotFoundException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ClusterNotFoundException");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Cluster not found.");
                    assertThat(e.requestId()).hasSize(36);
                });
    }

    @Test
    void bytesGoBothWays() {
        var bytes = new byte[300];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var client = door.client(CodeCommitClient.builder());
        client.putFile(r -> r.repositoryName("r").filePath("f").fileContent(SdkBytes.fromByteArray(bytes)));

        assertThat(client.getBlob(r -> r.repositoryName("r").blobId("x")).content().asByteArray()).isEqualTo(bytes);
    }

    @Test
    void theRoomKnowsTheCaller() {
        client().registerTaskDefinition(r -> r.family("x"));

        assertThat(ecs.callers).containsExactly("arn:aws:iam::123456789012:user/learner");
    }

    @Test
    void whatAwsHasAndThePracticeCloudHasNotIsSaidPlainly() {
        assertThatThrownBy(() -> client().listAttributes(r -> r.targetType("container-instance")))
                .isInstanceOfSatisfying(EcsException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .contains("The practice cloud does not offer ListAttributes of ecs");
                });
    }

    @Test
    void aVariantThatARoomDoesNotHaveIsSaidInItsOwnWords() {
        assertThatThrownBy(() -> client().createService(r -> r.serviceName("daemon")))
                .isInstanceOfSatisfying(EcsException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("The practice cloud runs no daemons.");
                });
    }

    @Test
    void aDefectOfARoomIsAnInternalFailureWithoutItsInsides() {
        assertThatThrownBy(() -> client().createService(r -> r.serviceName("broken")))
                .isInstanceOfSatisfying(EcsException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(500);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
                    assertThat(e.awsErrorDetails().errorMessage()).doesNotContain("a secret thought");
                });
    }

    private EcsClient client() {
        return door.client(EcsClient.builder());
    }

    public static final class FakeEcs implements EcsClient {
        final List<RegisterTaskDefinitionRequest> registered = new ArrayList<>();
        final List<CreateServiceRequest> created = new ArrayList<>();
        final List<String> callers = new ArrayList<>();

        @Override
        public RegisterTaskDefinitionResponse registerTaskDefinition(RegisterTaskDefinitionRequest request) {
            registered.add(request);
            callers.add(Caller.CURRENT.get().arn());
            return RegisterTaskDefinitionResponse.builder()
                    .taskDefinition(TaskDefinition.builder()
                            .containerDefinitions(request.containerDefinitions())
                            .requiresCompatibilitiesWithStrings(request.requiresCompatibilitiesAsStrings())
                            .registeredAt(Instant.parse("2026-11-21T12:00:00.125Z"))
                            .build())
                    .build();
        }

        @Override
        public CreateServiceResponse createService(CreateServiceRequest request) {
            if (request.serviceName().equals("broken")) {
                throw new IllegalStateException("a secret thought");
            }
            if (request.serviceName().equals("daemon")) {
                throw new UnsupportedOperationException("The practice cloud runs no daemons.");
            }
            created.add(request);
            return CreateServiceResponse.builder()
                    .service(s -> s.launchType(LaunchType.FARGATE))
                    .build();
        }

        @Override
        public DescribeServicesResponse describeServices(DescribeServicesRequest request) {
            return DescribeServicesResponse.builder().services(List.of()).build();
        }

        @Override
        public ListClustersResponse listClusters(ListClustersRequest request) {
            return request.nextToken() == null
                    ? ListClustersResponse.builder().clusterArns("a", "b").nextToken("2").build()
                    : ListClustersResponse.builder().clusterArns("c").build();
        }

        @Override
        public DeleteClusterResponse deleteCluster(DeleteClusterRequest request) {
            throw Fault.of(ClusterNotFoundException.builder(), "ClusterNotFoundException", "Cluster not found.");
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    public static final class FakeCodeCommit implements CodeCommitClient {
        private SdkBytes content = SdkBytes.fromUtf8String("");

        @Override
        public PutFileResponse putFile(PutFileRequest request) {
            content = request.fileContent();
            return PutFileResponse.builder().build();
        }

        @Override
        public GetBlobResponse getBlob(GetBlobRequest request) {
            return GetBlobResponse.builder().content(content).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
