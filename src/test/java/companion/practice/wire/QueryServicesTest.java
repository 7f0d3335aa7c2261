package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyResponse;

class QueryServicesTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T12:00:00.125Z");

    private final FakeCloudFormation cloudFormation = new FakeCloudFormation();
    private final TestDoor door =
            TestDoor.to(Map.of(AwsService.CLOUDFORMATION, cloudFormation, AwsService.IAM, new FakeIam()));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void listsOfStructuresTextsAndEnumsArriveAsTheyWereSent() {
        var sent = CreateStackRequest.builder()
                .stackName("devops-cluster")
                .templateBody("a: \"1\"\nb: <&> ü 🚀\n" + "#".repeat(50_000))
                .parameters(p -> p.parameterKey("K").parameterValue("V & W"), p -> p.parameterKey("Empty")
                        .parameterValue(""))
                .capabilities(Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_IAM)
                .disableRollback(true)
                .timeoutInMinutes(5)
                .notificationARNs(List.of())
                .build();

        assertThat(client().createStack(sent).stackId()).isEqualTo("id <1> & \"more\"");

        assertThat(cloudFormation.created).containsExactly(sent);
    }

    @Test
    void answersAreReadByTheSdk() {
        var stack = client().describeStacks(r -> r.stackName("s")).stacks().getFirst();

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.creationTime()).isEqualTo(CREATED);
        assertThat(stack.outputs()).extracting(o -> o.outputKey() + "=" + o.outputValue())
                .containsExactly("Url=http://x/?a=1&b=2");
        assertThat(stack.hasTags()).isTrue();
        assertThat(stack.tags()).isEmpty();
    }

    @Test
    void anOperationWithoutAResultSucceeds() {
        client().deleteStack(r -> r.stackName("s"));

        assertThat(cloudFormation.deleted).containsExactly("s");
    }

    @Test
    void whatIsMissingOrTooLongIsNamedBeforeTheRoomIsAsked() {
        assertThatThrownBy(() -> client().createStack(r -> r.timeoutInMinutes(0).tags(t -> t.value(""), t -> t.key("k"))))
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .startsWith("5 validation errors detected: ")
                            .contains(
                                    "Value null at 'stackName' failed to satisfy constraint: Member must not be null",
                                    "Value '0' at 'timeoutInMinutes' failed to satisfy constraint: "
                                            + "Member must have value greater than or equal to 1",
                                    "Value null at 'tags.1.member.key' failed",
                                    "Value '' at 'tags.1.member.value' failed to satisfy constraint: "
                                            + "Member must have length greater than or equal to 1",
                                    "Value null at 'tags.2.member.value' failed");
                });
        assertThat(cloudFormation.created).isEmpty();
    }

    @Test
    void errorsKeepTheirCodesAndClasses() {
        assertThatThrownBy(() -> client().createStack(r -> r.stackName("twice")))
                .isInstanceOfSatisfying(AlreadyExistsException.class, e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Stack [twice] already exists");
                    assertThat(e.requestId()).hasSize(36);
                });
        assertThatThrownBy(() -> client().describeStacks(r -> r.stackName("none")))
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(e.statusCode()).isEqualTo(400);
                });
    }

    @Test
    void mapsAreReadByTheSdk() {
        var summary = door.client(IamClient.builder()).getAccountSummary();

        assertThat(summary.summaryMapAsStrings()).containsEntry("Users", 1).containsEntry("Roles", 7);
    }

    @Test
    void operationsWithAcronymsInTheirNamesAreFound() {
        var key = door.client(IamClient.builder())
                .getSSHPublicKey(r -> r.userName("u").sshPublicKeyId("k").encoding("PEM"));

        assertThat(key.sshPublicKey().userName()).isEqualTo("u");
    }

    @Test
    void whatIsNotOfferedIsAnInvalidAction() {
        assertThatThrownBy(() -> client().listTypes(r -> {}))
                .isInstanceOfSatisfying(CloudFormationException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .contains("does not offer ListTypes of cloudformation");
                });
    }

    private CloudFormationClient client() {
        return door.client(CloudFormationClient.builder());
    }

    public static final class FakeCloudFormation implements CloudFormationClient {
        final List<CreateStackRequest> created = new ArrayList<>();
        final List<String> deleted = new ArrayList<>();

        @Override
        public CreateStackResponse createStack(CreateStackRequest request) {
            if (request.stackName().equals("twice")) {
                throw Fault.of(
                        AlreadyExistsException.builder(), "AlreadyExistsException", "Stack [twice] already exists");
            }
            created.add(request);
            return CreateStackResponse.builder().stackId("id <1> & \"more\"").build();
        }

        @Override
        public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
            if (request.stackName().equals("none")) {
                throw Fault.of(
                        CloudFormationException.builder(), "ValidationError", "Stack with id none does not exist");
            }
            return DescribeStacksResponse.builder()
                    .stacks(Stack.builder()
                            .stackName("s")
                            .stackStatus(StackStatus.CREATE_COMPLETE)
                            .creationTime(CREATED)
                            .outputs(o -> o.outputKey("Url").outputValue("http://x/?a=1&b=2"))
                            .tags(List.of())
                            .build())
                    .build();
        }

        @Override
        public DeleteStackResponse deleteStack(DeleteStackRequest request) {
            deleted.add(request.stackName());
            return DeleteStackResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    public static final class FakeIam implements IamClient {
        @Override
        public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request) {
            return GetAccountSummaryResponse.builder()
                    .summaryMapWithStrings(Map.of("Users", 1, "Roles", 7))
                    .build();
        }

        @Override
        public GetSshPublicKeyResponse getSSHPublicKey(GetSshPublicKeyRequest request) {
            return GetSshPublicKeyResponse.builder()
                    .sshPublicKey(k -> k.userName(request.userName()))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
