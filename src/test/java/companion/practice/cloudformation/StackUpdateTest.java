package companion.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeResponse;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

class StackUpdateTest {
    private static final String NETWORK =
            """
            Parameters:
              Cidr: {Type: String, Default: 10.0.0.0/16}
              Public: {Type: String, Default: 'false'}
            Resources:
              Vpc:
                Type: AWS::EC2::VPC
                Properties: {CidrBlock: !Ref Cidr}
              Subnet:
                Type: AWS::EC2::Subnet
                Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: !Ref Public}
            Outputs:
              Vpc: {Value: !Ref Vpc}
            """;

    private final StackHarness at = new StackHarness();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aPropertyThatCanChangeIsChangedInPlace() {
        create();
        update("Public", "true");
        at.settle();

        assertThat(updates()).containsExactly(
                "s UPDATE_IN_PROGRESS: User Initiated",
                "Subnet UPDATE_IN_PROGRESS",
                "Subnet UPDATE_COMPLETE",
                "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "s UPDATE_COMPLETE");
        assertThat(at.cloud.calls(ModifySubnetAttributeRequest.class).getLast().mapPublicIpOnLaunch().value()).isTrue();
    }

    @Test
    void aPropertyThatCannotMakesAnotherResourceAndEverythingThatRefersToItFollows() {
        create();
        var before = at.output("s", "Vpc");
        update("Cidr", "10.1.0.0/16");
        at.settle();

        assertThat(updates()).containsSubsequence(
                "Vpc UPDATE_IN_PROGRESS: Requested update requires the creation of a new physical resource; hence creating"
                        + " one.",
                "Vpc UPDATE_IN_PROGRESS: Resource creation Initiated",
                "Vpc UPDATE_COMPLETE",
                "Subnet UPDATE_IN_PROGRESS: Requested update requires the creation of a new physical resource; hence"
                        + " creating one.",
                "Subnet UPDATE_COMPLETE",
                "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "Subnet DELETE_COMPLETE",
                "Vpc DELETE_COMPLETE",
                "s UPDATE_COMPLETE");
        assertThat(at.output("s", "Vpc")).isNotEqualTo(before);
        assertThat(at.cloud.calls(DeleteVpcRequest.class)).extracting(DeleteVpcRequest::vpcId).containsExactly(before);
    }

    @Test
    void theSameTemplateAndParametersAreNoUpdate() {
        create();
        assertThatThrownBy(() -> update("Cidr", "10.0.0.0/16")).hasMessageContaining("No updates are to be performed.");
    }

    @Test
    void anUpdateMayChangeOutputsTagsOrPoliciesAlone() {
        create();
        at.cfn.updateStack(request -> request.stackName("s")
                .templateBody(NETWORK.replace("Value: !Ref Vpc}", "Value: !Ref Subnet}")));
        at.settle();
        assertThat(at.output("s", "Vpc")).startsWith("subnet-");

        at.cfn.updateStack(request -> request.stackName("s")
                .usePreviousTemplate(true)
                .tags(tag -> tag.key("team").value("a")));
        at.settle();
        assertThat(at.cloud.calls(CreateTagsRequest.class))
                .hasSize(2)
                .allMatch(call -> call.tags().getFirst().key().equals("team"));

        at.cfn.updateStack(request -> request.stackName("s")
                .templateBody(NETWORK.replace("Type: AWS::EC2::VPC", "Type: AWS::EC2::VPC\n    DeletionPolicy: Retain")));
        at.settle();
        var id = at.stack("s").stackId();
        at.cfn.deleteStack(request -> request.stackName("s"));
        at.settle();
        assertThat(at.history(id)).contains("Vpc DELETE_SKIPPED");
    }

    @Test
    void resourcesAreAddedFirstAndRemovedLast() {
        create();
        at.cfn.updateStack(request -> request.stackName("s").templateBody("""
                Resources:
                  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
                  Gateway: {Type: AWS::EC2::InternetGateway}
                """));
        at.settle();

        assertThat(updates()).containsSubsequence(
                "Gateway CREATE_COMPLETE",
                "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "Subnet DELETE_COMPLETE",
                "s UPDATE_COMPLETE");
        assertThat(at.cfn.listStackResources(request -> request.stackName("s")).stackResourceSummaries())
                .extracting(resource -> resource.logicalResourceId())
                .containsExactly("Gateway", "Vpc");
    }

    @Test
    void aRefusedUpdateGoesBackToWhatWas() {
        var service = """
                Resources:
                  Gateway: {Type: AWS::EC2::InternetGateway, Properties: {Tags: [{Key: v, Value: '%1$s'}]}}
                  Service:
                    Type: AWS::ECS::Service
                    DependsOn: Gateway
                    Properties: {TaskDefinition: 'web:%1$s', DesiredCount: 2}
                """;
        at.create("s", service.formatted(1));
        at.settle();
        at.cloud.ecs.on(UpdateServiceRequest.class, request -> {
            throw FakeCloud.fault(
                    InvalidParameterException.builder(),
                    "InvalidParameterException",
                    "Unable to update task definition on services with a CODE_DEPLOY deployment controller.");
        });
        at.cfn.updateStack(request -> request.stackName("s").templateBody(service.formatted(2)));
        at.settle();

        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(updates())
                .anyMatch(line -> line.startsWith("Service UPDATE_FAILED: Resource handler returned message: \"Unable to"
                        + " update task definition"))
                .containsSubsequence(
                        "s UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Service]. ",
                        "Gateway UPDATE_IN_PROGRESS",
                        "Gateway UPDATE_COMPLETE",
                        "Service UPDATE_COMPLETE",
                        "s UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "s UPDATE_ROLLBACK_COMPLETE");
        assertThat(at.cloud.calls(CreateTagsRequest.class).getLast().tags().getFirst().value()).isEqualTo("1");
    }

    @Test
    void aRollbackPutsReplacedResourcesBackAndDeletesTheNewOnes() {
        create();
        var before = at.output("s", "Vpc");
        at.cfn.updateStack(request -> request.stackName("s").templateBody(NETWORK.replace("Outputs:", """
                  Bad: {Type: AWS::Lambda::Function, DependsOn: Vpc}
                Outputs:""").replace("Default: 10.0.0.0/16", "Default: 10.9.0.0/16")));
        at.settle();

        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(at.output("s", "Vpc")).isEqualTo(before);
        assertThat(at.cfn.describeStackResource(request -> request.stackName("s").logicalResourceId("Vpc"))
                        .stackResourceDetail()
                        .physicalResourceId())
                .isEqualTo(before);
        assertThat(at.cloud.calls(DeleteVpcRequest.class))
                .hasSize(1)
                .noneMatch(call -> call.vpcId().equals(before));
        assertThat(at.cloud.calls(DeleteSubnetRequest.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(at.cfn.listStackResources(request -> request.stackName("s")).stackResourceSummaries()).hasSize(2);
    }

    @Test
    void aRollbackThatFailsMayBeContinued() {
        create();
        update("Public", "true");
        at.settle();
        at.cloud.ec2.on(ModifySubnetAttributeRequest.class, request -> {
            if (!request.mapPublicIpOnLaunch().value()) {
                return ModifySubnetAttributeResponse.builder().build();
            }
            throw FakeCloud.fault(
                    Ec2Exception.builder(), "InternalError", "try again");
        });
        at.cfn.updateStack(request -> request.stackName("s")
                .parameters(parameter -> parameter.parameterKey("Public").parameterValue("false"))
                .templateBody(NETWORK.replace("Outputs:", """
                          Bad: {Type: AWS::Lambda::Function, DependsOn: Subnet}
                        Outputs:""")));
        at.settle();
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
        assertThat(at.stack("s").stackStatusReason())
                .isEqualTo("The following resource(s) failed to update: [Subnet]. ");

        at.cloud.ec2.on(
                ModifySubnetAttributeRequest.class,
                request -> ModifySubnetAttributeResponse.builder().build());
        at.cfn.continueUpdateRollback(request -> request.stackName("s"));
        at.settle();
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void anUpdateMayBeCancelled() {
        create();
        update("Cidr", "10.1.0.0/16");
        at.step(Duration.ofSeconds(6));
        at.cfn.cancelUpdateStack(request -> request.stackName("s"));
        at.settle();

        assertThat(updates()).containsSubsequence(
                "Vpc UPDATE_FAILED: Resource update cancelled",
                "s UPDATE_ROLLBACK_IN_PROGRESS: User Initiated",
                "s UPDATE_ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> at.cfn.cancelUpdateStack(request -> request.stackName("s")))
                .hasMessageContaining("CancelUpdateStack cannot be called from current stack status");
    }

    @Test
    void aResourceMayNotChangeItsType() {
        create();
        assertThatThrownBy(() -> at.cfn.updateStack(request -> request.stackName("s").templateBody("""
                        Resources:
                          Vpc: {Type: AWS::EC2::InternetGateway}
                        """)))
                .hasMessageContaining("Update of resource type is not permitted. The new template modifies resource type of"
                        + " the following resources: [Vpc]");
    }

    @Test
    void aStackInTheMiddleOfSomethingCannotBeUpdated() {
        at.create("s", NETWORK);
        assertThatThrownBy(() -> update("Public", "true"))
                .hasMessageContaining("is in CREATE_IN_PROGRESS state and can not be updated.");
    }

    private void create() {
        at.create("s", NETWORK);
        at.settle();
    }

    private void update(String parameter, String value) {
        at.cfn.updateStack(request -> request.stackName("s")
                .usePreviousTemplate(true)
                .parameters(one -> one.parameterKey(parameter).parameterValue(value)));
    }

    private List<String> updates() {
        var history = at.history("s");
        return history.subList(history.lastIndexOf("s UPDATE_IN_PROGRESS: User Initiated"), history.size());
    }
}
