package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Vpc;

class Ec2ServiceTest {
    private final FakeEc2 ec2 = new FakeEc2();
    private final TestDoor door = TestDoor.to(AwsService.EC2, ec2);
    private final Ec2Client client = door.client(Ec2Client.builder());

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void flatListsOfStructuresArriveAsTheyWereSent() {
        var create = CreateVpcRequest.builder()
                .cidrBlock("10.0.0.0/16")
                .tagSpecifications(t -> t.resourceType(ResourceType.VPC)
                        .tags(k -> k.key("Name").value("A & B"), k -> k.key("Empty").value("")))
                .build();
        var ingress = AuthorizeSecurityGroupIngressRequest.builder()
                .groupId("sg-1")
                .ipPermissions(p -> p.ipProtocol("tcp")
                        .fromPort(80)
                        .toPort(80)
                        .ipRanges(r -> r.cidrIp("0.0.0.0/0"), r -> r.cidrIp("10.0.0.0/8")))
                .build();

        client.createVpc(create);
        client.authorizeSecurityGroupIngress(ingress);

        assertThat(ec2.requests).containsExactly(create, ingress);
    }

    @Test
    void filtersAndIdsArriveAndTheSetIsReadByTheSdk() {
        var request = DescribeVpcsRequest.builder()
                .filters(f -> f.name("is-default").values("true", "false"))
                .vpcIds("vpc-1", "vpc-2")
                .build();

        var vpcs = client.describeVpcs(request).vpcs();

        assertThat(ec2.requests).containsExactly(request);
        assertThat(vpcs).extracting(Vpc::vpcId).containsExactly("vpc-1", "vpc-2");
        assertThat(vpcs.getFirst().tags()).extracting(t -> t.key() + "=" + t.value()).containsExactly("Name=main");
        assertThat(vpcs.getFirst().isDefault()).isTrue();
    }

    @Test
    void anErrorHasEc2sOwnEnvelope() {
        assertThatThrownBy(() -> client.deleteVpc(r -> r.vpcId("vpc-0")))
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidVpcID.NotFound");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("The vpc ID 'vpc-0' does not exist");
                    assertThat(e.requestId()).hasSize(36);
                });
    }

    @Test
    void aDryRunChangesNothing() {
        assertThatThrownBy(() -> client.createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true)))
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(412);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("Request would have succeeded, but DryRun flag is set.");
                });
        assertThat(ec2.requests).isEmpty();
    }

    @Test
    void anOperationWithoutAResultSucceeds() {
        assertThat(client.deleteVpc(r -> r.vpcId("vpc-1")).sdkHttpResponse().isSuccessful()).isTrue();
    }

    public static final class FakeEc2 implements Ec2Client {
        final List<Object> requests = new ArrayList<>();

        @Override
        public CreateVpcResponse createVpc(CreateVpcRequest request) {
            requests.add(request);
            return CreateVpcResponse.builder().vpc(v -> v.vpcId("vpc-1")).build();
        }

        @Override
        public AuthorizeSecurityGroupIngressResponse authorizeSecurityGroupIngress(
                AuthorizeSecurityGroupIngressRequest request) {
            requests.add(request);
            return AuthorizeSecurityGroupIngressResponse.builder().returnValue(true).build();
        }

        @Override
        public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
            requests.add(request);
            return DescribeVpcsResponse.builder()
                    .vpcs(
                            Vpc.builder()
                                    .vpcId("vpc-1")
                                    .isDefault(true)
                                    .tags(t -> t.key("Name").value("main"))
                                    .build(),
                            Vpc.builder().vpcId("vpc-2").build())
                    .build();
        }

        @Override
        public DeleteVpcResponse deleteVpc(DeleteVpcRequest request) {
            if (request.vpcId().equals("vpc-0")) {
                throw Fault.of(
                        Ec2Exception.builder(), "InvalidVpcID.NotFound", "The vpc ID 'vpc-0' does not exist");
            }
            return DeleteVpcResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
