package companion.practice.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VpcState;

class VpcTest extends Ec2TestBase {

    @Test
    void aRegionStartsWithADefaultVpcAsARealAccountDoes() {
        var vpc = ec2.describeVpcs().vpcs().getFirst();
        assertThat(vpc.isDefault()).isTrue();
        assertThat(vpc.cidrBlock()).isEqualTo("172.31.0.0/16");
        assertThat(ec2.describeSubnets().subnets())
                .hasSize(6)
                .allSatisfy(s -> assertThat(s.defaultForAz() && s.mapPublicIpOnLaunch()).isTrue())
                .extracting(s -> s.cidrBlock())
                .startsWith("172.31.0.0/20", "172.31.16.0/20");
        assertThat(ec2.describeInternetGateways(r -> r.filters(filter("attachment.vpc-id", vpc.vpcId())))
                        .internetGateways())
                .hasSize(1);
        assertThat(ec2.describeRouteTables(r -> r.filters(filter("association.main", "true"))).routeTables())
                .singleElement()
                .satisfies(t -> assertThat(t.routes()).extracting(x -> x.destinationCidrBlock())
                        .containsExactly("172.31.0.0/16", "0.0.0.0/0"));
    }

    @Test
    void lookingAtARegionLeavesNoTraceInTheIdsThatFollow() {
        new PracticeEc2(world, new Place("123456789012", "eu-west-1")).describeVpcs();
        try (var untouched = TestWorlds.paused()) {
            assertThat(world.ids().hex(8)).isEqualTo(untouched.ids().hex(8));
        }
    }

    @Test
    void aVpcIsPendingAndThenAvailableWithItsMainTableAndDefaultGroup() {
        var made = ec2.createVpc(r -> r.cidrBlock("10.0.0.7/16")
                        .tagSpecifications(t -> t.resourceType(ResourceType.VPC)
                                .tags(x -> x.key("Name").value("prod"))))
                .vpc();
        assertThat(made.state()).isEqualTo(VpcState.PENDING);
        assertThat(made.cidrBlock()).isEqualTo("10.0.0.0/16");
        world.step(Duration.ofSeconds(5));
        var shown = ec2.describeVpcs(r -> r.filters(filter("tag:Name", "pr*"))).vpcs();
        assertThat(shown).singleElement().satisfies(v -> {
            assertThat(v.vpcId()).isEqualTo(made.vpcId());
            assertThat(v.state()).isEqualTo(VpcState.AVAILABLE);
            assertThat(v.tags()).singleElement().satisfies(t -> assertThat(t.value()).isEqualTo("prod"));
        });
        assertThat(ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", made.vpcId()))).securityGroups())
                .singleElement()
                .satisfies(g -> {
                    assertThat(g.groupName()).isEqualTo("default");
                    assertThat(g.ipPermissions().getFirst().userIdGroupPairs().getFirst().groupId())
                            .isEqualTo(g.groupId());
                    assertThat(g.ipPermissionsEgress().getFirst().ipRanges().getFirst().cidrIp())
                            .isEqualTo("0.0.0.0/0");
                });
    }

    @Test
    void blocksOutOfRangeOrMalformedAreRefused() {
        refused("InvalidVpc.Range", () -> vpc("10.0.0.0/8")).hasMessageContaining("The CIDR '10.0.0.0/8' is invalid.");
        refused("InvalidParameterValue", () -> vpc("10.0.0/16"))
                .hasMessageContaining(
                        "Value (10.0.0/16) for parameter cidrBlock is invalid. This is not a valid CIDR block.");
        var vpc = vpc("10.0.0.0/16");
        subnet(vpc, "10.0.0.0/24", "us-east-1a");
        refused("InvalidSubnet.Range", () -> subnet(vpc, "10.1.0.0/24", "us-east-1a"));
        refused("InvalidSubnet.Conflict", () -> subnet(vpc, "10.0.0.128/25", "us-east-1a"))
                .hasMessageContaining("The CIDR '10.0.0.128/25' conflicts with another subnet");
        refused("InvalidParameterValue", () -> subnet(vpc, "10.0.1.0/24", "us-east-1z"));
    }

    @Test
    void theSixthVpcIsBeyondTheQuota() {
        for (int i = 1; i < 5; i++) {
            vpc("10." + i + ".0.0/16");
        }
        refused("VpcLimitExceeded", () -> vpc("10.9.0.0/16"))
                .hasMessageContaining("The maximum number of VPCs has been reached.");
    }

    @Test
    void attributesAreChangedOneAtATime() {
        var vpc = vpc("10.0.0.0/16");
        ec2.modifyVpcAttribute(r -> r.vpcId(vpc).enableDnsHostnames(v -> v.value(true)));
        assertThat(ec2.describeVpcAttribute(r -> r.vpcId(vpc).attribute("enableDnsHostnames"))
                        .enableDnsHostnames()
                        .value())
                .isTrue();
        refused("InvalidParameterCombination", () -> ec2.modifyVpcAttribute(r -> r.vpcId(vpc)
                .enableDnsHostnames(v -> v.value(true))
                .enableDnsSupport(v -> v.value(true))));
    }

    @Test
    void aVpcGoesOnlyWhenAllThatIsInItHasGone() {
        var vpc = vpc("10.0.0.0/16");
        var subnet = subnet(vpc, "10.0.0.0/24", "us-east-1a");
        var gateway = attachedGateway(vpc);
        var table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        var association = ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet)).associationId();
        refused("DependencyViolation", () -> ec2.deleteVpc(r -> r.vpcId(vpc)))
                .hasMessageContaining("The vpc '" + vpc + "' has dependencies and cannot be deleted.");
        refused("DependencyViolation", () -> ec2.deleteRouteTable(r -> r.routeTableId(table)))
                .hasMessageContaining("The routeTable '" + table + "' has dependencies and cannot be deleted.");
        refused("DependencyViolation", () -> ec2.deleteInternetGateway(r -> r.internetGatewayId(gateway)));
        ec2.disassociateRouteTable(r -> r.associationId(association));
        ec2.deleteRouteTable(r -> r.routeTableId(table));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        ec2.deleteInternetGateway(r -> r.internetGatewayId(gateway));
        ec2.deleteVpc(r -> r.vpcId(vpc));
        refused("InvalidVpcID.NotFound", () -> ec2.describeVpcs(r -> r.vpcIds(vpc)))
                .hasMessageContaining("The vpc ID '" + vpc + "' does not exist");
    }

    @Test
    void theDefaultVpcCanBeMadeAgain() {
        refused("DefaultVpcAlreadyExists", () -> ec2.createDefaultVpc(r -> {}));
        var vpc = ec2.describeVpcs().vpcs().getFirst().vpcId();
        ec2.describeSubnets().subnets().forEach(s -> ec2.deleteSubnet(r -> r.subnetId(s.subnetId())));
        var gateway = ec2.describeInternetGateways().internetGateways().getFirst().internetGatewayId();
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        ec2.deleteInternetGateway(r -> r.internetGatewayId(gateway));
        ec2.deleteVpc(r -> r.vpcId(vpc));
        assertThat(ec2.createDefaultVpc(r -> {}).vpc().isDefault()).isTrue();
    }

    @Test
    void listsComeInPagesAndUnknownFiltersAreRefused() {
        var vpc = vpc("10.0.0.0/16");
        for (int i = 0; i < 7; i++) {
            subnet(vpc, "10.0." + i + ".0/24", "us-east-1a");
        }
        var first = ec2.describeSubnets(r -> r.filters(filter("vpc-id", vpc)).maxResults(5));
        assertThat(first.subnets()).hasSize(5);
        var second = ec2.describeSubnets(
                r -> r.filters(filter("vpc-id", vpc)).maxResults(5).nextToken(first.nextToken()));
        assertThat(second.subnets()).hasSize(2);
        assertThat(second.nextToken()).isNull();
        assertThat(ec2.describeSubnetsPaginator(r -> r.filters(filter("vpc-id", vpc)).maxResults(5)).subnets())
                .hasSize(7);
        refused("InvalidParameterValue", () -> ec2.describeSubnets(r -> r.filters(filter("colour", "blue"))))
                .hasMessageContaining("The filter 'colour' is invalid");
        refused("InvalidParameterValue", () -> ec2.describeSubnets(r -> r.maxResults(3)));
        refused("InvalidParameterValue", () -> ec2.describeSubnets(r -> r.nextToken("made up")));
    }

    @Test
    void aDryRunChangesNothing() {
        refused("DryRunOperation", () -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true)));
        assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
    }

    @Test
    void zonesHaveNamesAndIds() {
        assertThat(ec2.describeAvailabilityZones().availabilityZones())
                .extracting(z -> z.zoneName() + " " + z.zoneId())
                .startsWith("us-east-1a use1-az1", "us-east-1b use1-az2");
        assertThat(ec2.describeRegions(r -> r.regionNames("eu-west-1")).regions().getFirst().endpoint())
                .isEqualTo("ec2.eu-west-1.amazonaws.com");
        assertThat(ec2.describeAccountAttributes().accountAttributes())
                .anySatisfy(a -> assertThat(a.attributeName()).isEqualTo("default-vpc"));
    }

    @Test
    void tagsAreAddedFoundAndTakenOff() {
        var vpc = vpc("10.0.0.0/16");
        ec2.createTags(r -> r.resources(vpc).tags(t -> t.key("Name").value("prod"), t -> t.key("team").value("x")));
        assertThat(ec2.describeTags(r -> r.filters(filter("resource-id", vpc))).tags())
                .extracting(t -> t.resourceTypeAsString() + " " + t.key() + "=" + t.value())
                .containsExactly("vpc Name=prod", "vpc team=x");
        ec2.deleteTags(r -> r.resources(vpc).tags(t -> t.key("team")));
        assertThat(ec2.describeVpcs(r -> r.filters(filter("tag-key", "team"))).vpcs()).isEmpty();
        refused("InvalidID", () -> ec2.createTags(r -> r.resources("vpc-0").tags(t -> t.key("a").value("b"))));
        refused("InvalidParameterValue", () -> as(
                null, () -> ec2.createTags(r -> r.resources(vpc).tags(t -> t.key("aws:x").value("s")))));
        as("cloudformation.amazonaws.com", () -> ec2.createTags(
                r -> r.resources(vpc).tags(t -> t.key("aws:cloudformation:stack-name").value("s"))));
    }
}
