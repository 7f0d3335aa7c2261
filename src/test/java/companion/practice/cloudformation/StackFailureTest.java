package companion.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.fabric.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ecs.model.DeleteClusterRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class StackFailureTest {
    private static final String ROLE_AND_NETWORK =
            """
            Resources:
              Role:
                Type: AWS::IAM::Role
                DependsOn: [Gateway, Vpc]
                Properties: {RoleName: taken, AssumeRolePolicyDocument: {Statement: []}, ManagedPolicyArns: ['arn:p']}
              Gateway: {Type: AWS::EC2::InternetGateway}
              Vpc:
                Type: AWS::EC2::VPC
                Properties: {CidrBlock: 10.0.0.0/16}
              Address: {Type: AWS::EC2::EIP, DependsOn: [Gateway, Vpc]}
            """;

    private final StackHarness at = new StackHarness();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aFailureCancelsItsSiblingsAndRollsTheStackBack() {
        refuseRole();
        at.create("s", ROLE_AND_NETWORK);
        at.settle();

        assertThat(at.history("s")).anyMatch(line -> line.matches("Role CREATE_FAILED: Resource handler returned message:"
                + " \"Role with name taken already exists\\. \\(Service: Iam, Status Code: 409, Request ID: [0-9a-f-]{36}\\)\""
                + " \\(RequestToken: [0-9a-f-]{36}, HandlerErrorCode: AlreadyExists\\)"));
        assertThat(at.history("s"))
                .containsSubsequence(
                        "Address CREATE_FAILED: Resource creation cancelled",
                        "s ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Role, Address]. Rollback"
                                + " requested by user.",
                        "Role DELETE_COMPLETE",
                        "Gateway DELETE_IN_PROGRESS",
                        "Gateway DELETE_COMPLETE",
                        "s ROLLBACK_COMPLETE")
                .contains("Vpc DELETE_COMPLETE");
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
    }

    @Test
    void aTypeThatIsNotSupportedFailsTheStackAtThatResourceWithItsName() {
        at.create("s", """
                Resources:
                  Gateway: {Type: AWS::EC2::InternetGateway}
                  Function: {Type: AWS::Lambda::Function, DependsOn: Gateway, Properties: {Runtime: java25}}
                """);
        at.settle();

        assertThat(at.history("s")).containsSubsequence(
                "Gateway CREATE_COMPLETE",
                "Function CREATE_IN_PROGRESS",
                "Function CREATE_FAILED: Resource type AWS::Lambda::Function is not supported by the practice cloud",
                "s ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Function]. Rollback requested by"
                        + " user.",
                "Gateway DELETE_COMPLETE",
                "s ROLLBACK_COMPLETE");
    }

    @Test
    void anUnknownPropertyAMissingOneAndAWrongTypeFailAsTheModelSays() {
        at.create("s", """
                Resources:
                  Subnet: {Type: AWS::EC2::Subnet, Properties: {Cidr: 10.0.0.0/16}}
                """);
        at.create("t", """
                Resources:
                  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: http}}
                """);
        at.create("u", """
                Resources:
                  Bucket: {Type: AWS::S3::Bucket, Properties: {WebsiteConfiguration: {}}}
                """);
        at.create("v", """
                Resources:
                  Log: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: a week}}
                """);
        at.settle();

        assertThat(at.history("s")).contains("Subnet CREATE_FAILED: Properties validation failed for resource Subnet with"
                + " message:\n#: required key [VpcId] not found\n#: extraneous key [Cidr] is not permitted");
        assertThat(at.history("t")).contains("Group CREATE_FAILED: Properties validation failed for resource Group with"
                + " message:\n#/Port: expected type: Integer, found: String");
        assertThat(at.history("u")).contains(
                "Bucket CREATE_FAILED: Encountered unsupported property WebsiteConfiguration");
        assertThat(at.history("v")).contains("Log CREATE_FAILED: Properties validation failed for resource Log with"
                + " message:\n#/RetentionInDays: expected type: Integer, found: String");
    }

    @Test
    void whatWasMadeBeforeALaterCallFailedIsTakenAway() {
        at.cloud.iam.on(AttachRolePolicyRequest.class, request -> {
            throw FakeCloud.fault(NoSuchEntityException.builder(), "NoSuchEntity", "Policy arn:p does not exist.");
        });
        at.create("s", ROLE_AND_NETWORK);
        at.settle();

        assertThat(at.history("s")).anyMatch(line -> line.startsWith("Role CREATE_FAILED: ")
                && line.contains("HandlerErrorCode: NotFound"));
        assertThat(at.cloud.calls(DeleteRoleRequest.class)).extracting(DeleteRoleRequest::roleName).containsExactly("taken");
    }

    @Test
    void aNameThatIsTakenIsRefusedAlsoWhereTheServiceWouldNotMindAndTheOtherOneStays() {
        var template = "Resources: {Cluster: {Type: 'AWS::ECS::Cluster', Properties: {ClusterName: mine}}}";
        at.create("first", template);
        at.settle();
        at.cloud.ecs.on(DescribeClustersRequest.class, request -> DescribeClustersResponse.builder()
                .clusters(cluster -> cluster.clusterName("mine").status("ACTIVE"))
                .build());
        at.create("second", template);
        at.create("third", template.replace("mine", "yours"));
        at.settle();

        assertThat(at.history("second")).contains("Cluster CREATE_FAILED: mine already exists in stack "
                + at.stack("first").stackId());
        assertThat(at.history("third")).anyMatch(line -> line.startsWith("Cluster CREATE_FAILED: Resource handler returned"
                + " message: \"Resource of type 'AWS::ECS::Cluster' with identifier 'yours' already exists.\""));
        assertThat(at.cloud.calls(DeleteClusterRequest.class)).isEmpty();
    }

    @Test
    void doNothingKeepsWhatIsThereAndDeleteTakesTheStackAway() {
        refuseRole();
        for (var onFailure : new OnFailure[] {OnFailure.DO_NOTHING, OnFailure.DELETE}) {
            at.cfn.createStack(request -> request.stackName(onFailure.toString().replace("_", "-"))
                    .templateBody(ROLE_AND_NETWORK)
                    .onFailure(onFailure)
                    .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        }
        var deleted = at.stack("DELETE").stackId();
        at.settle();

        assertThat(at.stack("DO-NOTHING").stackStatus()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(at.stack("DO-NOTHING").disableRollback()).isTrue();
        assertThat(at.history("DO-NOTHING")).contains("Gateway CREATE_COMPLETE").noneMatch(line -> line.contains("DELETE"));
        assertThat(at.history(deleted)).contains(
                "DELETE DELETE_IN_PROGRESS: The following resource(s) failed to create: [Role, Address]. Delete requested by"
                        + " user.");
        assertThat(at.stack(deleted).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aCreationThatTakesTooLongIsRolledBack() {
        at.cfn.createStack(request -> request.stackName("s")
                .timeoutInMinutes(1)
                .templateBody("""
                        Resources:
                          Nat: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: subnet-1, AllocationId: eipalloc-1}}
                        """));
        at.settle();

        assertThat(at.history("s")).containsSubsequence(
                "Nat CREATE_FAILED: Resource creation cancelled",
                "s ROLLBACK_IN_PROGRESS: Stack creation time exceeded the specified timeout. Rollback requested by user.",
                "Nat DELETE_COMPLETE",
                "s ROLLBACK_COMPLETE");
    }

    @Test
    void aResourceThatCannotBeDeletedFailsTheDeletionAndMayBeRetained() {
        at.create("s", ROLE_AND_NETWORK);
        at.settle();
        var id = at.stack("s").stackId();
        at.cloud.ec2.on(DeleteVpcRequest.class, request -> {
            throw FakeCloud.fault(
                    Ec2Exception.builder(), "DependencyViolation", "The vpc has dependencies and cannot be deleted.");
        });
        at.cfn.deleteStack(request -> request.stackName("s"));
        at.settle();

        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(at.stack("s").stackStatusReason()).isEqualTo("The following resource(s) failed to delete: [Vpc]. ");
        assertThat(at.history("s"))
                .contains("Role DELETE_COMPLETE", "Gateway DELETE_COMPLETE")
                .anyMatch(line -> line.startsWith("Vpc DELETE_FAILED: Resource handler returned message: \"The vpc has"
                        + " dependencies and cannot be deleted. (Service: Ec2, Status Code: 400"));

        at.cfn.deleteStack(request -> request.stackName("s").retainResources("Vpc"));
        at.settle();
        assertThat(at.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(at.history(id)).contains("Vpc DELETE_SKIPPED");
    }

    @Test
    void aDeletionWaitsForWhatStillUsesTheResource() {
        at.create("s", ROLE_AND_NETWORK);
        at.settle();
        var id = at.stack("s").stackId();
        var freeAt = at.world.now().plusSeconds(90);
        at.cloud.ec2.on(DeleteVpcRequest.class, request -> {
            if (at.world.now().isBefore(freeAt)) {
                throw FakeCloud.fault(Ec2Exception.builder(), "DependencyViolation", "has dependencies");
            }
            return DeleteVpcResponse.builder().build();
        });
        at.cfn.deleteStack(request -> request.stackName("s"));
        at.settle();

        assertThat(at.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void whatIsGoneAlreadyCountsAsDeleted() {
        at.create("s", ROLE_AND_NETWORK);
        at.settle();
        var id = at.stack("s").stackId();
        at.cloud.iam.on(DeleteRoleRequest.class, request -> {
            throw FakeCloud.fault(NoSuchEntityException.builder(), "NoSuchEntity", "no such role");
        });
        at.cfn.deleteStack(request -> request.stackName("s"));
        at.settle();

        assertThat(at.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void deletionPoliciesDecideWhatStays() {
        var template = """
                Resources:
                  Kept: {Type: AWS::S3::Bucket, DeletionPolicy: Retain}
                  Gone: {Type: AWS::S3::Bucket}
                """;
        at.create("s", template);
        at.settle();
        var id = at.stack("s").stackId();
        at.cfn.deleteStack(request -> request.stackName("s"));
        at.settle();

        assertThat(at.history(id)).contains("Kept DELETE_SKIPPED", "Gone DELETE_COMPLETE", "s DELETE_COMPLETE");
    }

    @Test
    void deletingAStackThatIsBeingCreatedCancelsWhatIsUnderWay() {
        at.create("s", ROLE_AND_NETWORK);
        at.step(Duration.ofSeconds(6));
        var id = at.stack("s").stackId();
        at.cfn.deleteStack(request -> request.stackName("s"));
        at.settle();

        assertThat(at.history(id)).containsSubsequence(
                "s DELETE_IN_PROGRESS: User Initiated",
                "Vpc CREATE_FAILED: Resource creation cancelled",
                "Vpc DELETE_COMPLETE",
                "s DELETE_COMPLETE");
        assertThat(at.cloud.calls(AllocateAddressRequest.class)).isEmpty();
    }

    private void refuseRole() {
        at.cloud.iam.on(CreateRoleRequest.class, request -> {
            throw Fault.of(
                    EntityAlreadyExistsException.builder(),
                    409,
                    "EntityAlreadyExists",
                    "Role with name taken already exists.");
        });
    }
}
