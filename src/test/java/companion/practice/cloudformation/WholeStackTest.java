package companion.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

class WholeStackTest {
    private final StackHarness at = new StackHarness();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void theInfrastructureOfTheWorkshopIsMadeInTheOrderOfItsDependencies() {
        createInfrastructure();
        at.settle();

        assertThat(at.stack("devops-cluster").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        var history = at.history("devops-cluster");
        assertThat(history.stream().filter(line -> line.endsWith(" CREATE_COMPLETE"))).hasSize(31);
        assertThat(history).containsSubsequence(
                "devops-cluster CREATE_IN_PROGRESS: User Initiated",
                "VPC CREATE_IN_PROGRESS",
                "VPC CREATE_IN_PROGRESS: Resource creation Initiated",
                "VPC CREATE_COMPLETE",
                "GatewayAttachment CREATE_IN_PROGRESS",
                "GatewayAttachment CREATE_COMPLETE",
                "PublicLoadBalancer CREATE_IN_PROGRESS",
                "PublicLoadBalancer CREATE_COMPLETE",
                "PublicLoadBalancerListener CREATE_IN_PROGRESS",
                "PublicLoadBalancerListener CREATE_COMPLETE",
                "Service CREATE_IN_PROGRESS",
                "Service CREATE_COMPLETE",
                "devops-cluster CREATE_COMPLETE");
        assertThat(history).containsSubsequence(
                "NatGatewayOneAttachment CREATE_COMPLETE",
                "NatGatewayOne CREATE_IN_PROGRESS",
                "NatGatewayOne CREATE_COMPLETE",
                "PrivateRoute CREATE_IN_PROGRESS");
    }

    @Test
    void itTakesFiveToSevenMinutes() {
        createInfrastructure();

        at.step(Duration.ofMinutes(4));
        assertThat(at.stack("devops-cluster").stackStatus()).isEqualTo(StackStatus.CREATE_IN_PROGRESS);
        at.step(Duration.ofMinutes(3));
        assertThat(at.stack("devops-cluster").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void requestsToTheServicesCarryWhatTheTemplateSays() {
        createInfrastructure();
        at.settle();

        var service = at.cloud.calls(CreateServiceRequest.class).getFirst();
        assertThat(service.serviceName()).matches("devops-cluster-Service-[a-zA-Z0-9]{12}");
        assertThat(service.cluster()).isEqualTo("ecs-devops-workshop");
        assertThat(service.taskDefinition()).contains(":task-definition/webapp-devops-workshop:");
        assertThat(service.desiredCount()).isEqualTo(2);
        assertThat(service.deploymentController().typeAsString()).isEqualTo("CODE_DEPLOY");
        assertThat(service.networkConfiguration().awsvpcConfiguration().subnets()).hasSize(2);
        assertThat(service.loadBalancers().getFirst().containerPort()).isEqualTo(80);
        var vpc = at.cloud.calls(CreateVpcRequest.class).getFirst();
        assertThat(vpc.cidrBlock()).isEqualTo("10.0.0.0/16");
        assertThat(vpc.tagSpecifications().getFirst().tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .contains("Name=prod", "aws:cloudformation:stack-name=devops-cluster", "aws:cloudformation:logical-id=VPC");
    }

    @Test
    void outputsAreExported() {
        createInfrastructure();
        at.settle();

        assertThat(at.output("devops-cluster", "ExternalUrl")).isEqualTo("http://alb-1.us-east-1.elb.amazonaws.com");
        var exports = at.cfn.listExports(request -> {}).exports();
        assertThat(exports).extracting(export -> export.name()).hasSize(11).isSorted().contains("prod:ClusterName");
        assertThat(exports).extracting(export -> export.exportingStackId()).containsOnly(
                at.stack("devops-cluster").stackId());
    }

    @Test
    void deletionGoesBackwardsAndLeavesTheStackToBeFoundByItsIdOnly() {
        createInfrastructure();
        at.settle();
        var id = at.stack("devops-cluster").stackId();
        at.cloud.calls.clear();

        at.cfn.deleteStack(request -> request.stackName("devops-cluster"));
        assertThat(at.stack("devops-cluster").stackStatus()).isEqualTo(StackStatus.DELETE_IN_PROGRESS);
        at.settle();

        assertThatThrownBy(() -> at.stack("devops-cluster")).hasMessageContaining(
                "Stack with id devops-cluster does not exist");
        assertThat(at.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(at.cloud.changes()).containsSubsequence(
                        "DeleteService", "DeleteListener", "DeleteLoadBalancer", "DeleteVpc")
                .containsSubsequence("DeleteNatGateway", "ReleaseAddress", "DetachInternetGateway", "DeleteVpc");
        assertThat(at.history(id).stream().filter(line -> line.endsWith(" DELETE_COMPLETE"))).hasSize(31);
        assertThat(at.cfn.listExports(request -> {}).exports()).isEmpty();
    }

    @Test
    void eventsComeNewestFirstInPagesOfAHundred() {
        createInfrastructure();
        at.settle();

        var first = at.cfn.describeStackEvents(request -> request.stackName("devops-cluster"));
        assertThat(first.stackEvents()).hasSize(100);
        assertThat(first.stackEvents().getFirst().resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(first.stackEvents().getFirst().logicalResourceId()).isEqualTo("devops-cluster");
        var rest = at.cfn.describeStackEvents(
                request -> request.stackName("devops-cluster").nextToken(first.nextToken()));
        assertThat(rest.nextToken()).isNull();
        assertThat(rest.stackEvents().getLast().resourceStatusReason()).isEqualTo("User Initiated");
        assertThat(List.copyOf(at.events("devops-cluster"))).isSortedAccordingTo(
                (one, other) -> one.timestamp().compareTo(other.timestamp()));
    }

    @Test
    void theSameCommandsMakeTheSameHistory() {
        createInfrastructure();
        at.settle();
        try (var again = new StackHarness()) {
            createInfrastructure(again);
            again.settle();
            assertThat(again.events("devops-cluster")).isEqualTo(at.events("devops-cluster"));
        }
    }

    @Test
    void aSecondCopyOfTheSameExportsRollsBack() {
        createInfrastructure();
        at.settle();
        at.create("copy", """
                Resources:
                  Cluster: {Type: AWS::ECS::Cluster}
                Outputs:
                  Name: {Value: !Ref Cluster, Export: {Name: 'prod:ClusterName'}}
                """);
        at.settle();

        assertThat(at.history("copy")).contains(
                "copy ROLLBACK_IN_PROGRESS: Export with name prod:ClusterName is already exported by stack"
                        + " devops-cluster. Rollback requested by user.",
                "Cluster DELETE_COMPLETE",
                "copy ROLLBACK_COMPLETE");
    }

    private void createInfrastructure() {
        createInfrastructure(at);
    }

    private static void createInfrastructure(StackHarness at) {
        at.cfn.createStack(request -> request.stackName("devops-cluster")
                .templateBody(RequiredInfrastructure.TEMPLATE)
                .parameters(parameter -> parameter
                        .parameterKey("ContainerImage")
                        .parameterValue("123456789012.dkr.ecr.us-east-1.amazonaws.com/devops-workshop-app:latest"))
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
    }
}
