package companion.practice.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.ecs.EcsBench;
import companion.practice.ecs.FakeElb;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.codedeploy.model.ApplicationDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.BlueGreenDeploymentConfiguration;
import software.amazon.awssdk.services.codedeploy.model.BundleType;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupAlreadyExistsException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.EcsServiceMappingLimitExceededException;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.codedeploy.model.InvalidBlueGreenDeploymentConfigurationException;
import software.amazon.awssdk.services.codedeploy.model.InvalidDeploymentStyleException;
import software.amazon.awssdk.services.codedeploy.model.InvalidEcsServiceException;
import software.amazon.awssdk.services.codedeploy.model.InvalidLoadBalancerInfoException;
import software.amazon.awssdk.services.codedeploy.model.InvalidRevisionException;
import software.amazon.awssdk.services.codedeploy.model.InvalidRoleException;
import software.amazon.awssdk.services.codedeploy.model.InvalidTargetGroupPairException;
import software.amazon.awssdk.services.codedeploy.model.InvalidTrafficRoutingConfigurationException;
import software.amazon.awssdk.services.codedeploy.model.LoadBalancerInfo;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocationType;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingType;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class GroupTest {
    private final DeployBench app = new DeployBench();

    @Test
    void aGroupIsRefusedWithTheErrorThatNamesWhatIsWrong() {
        app.bench.trust.put(DeployBench.ROLE, EcsBench.Answer.NOT_TRUSTED);
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group().build()))
                .isInstanceOf(InvalidRoleException.class)
                .hasMessageContaining("Cannot assume role provided.");
        app.bench.trust.clear();
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group().applicationName("no").build()))
                .isInstanceOf(ApplicationDoesNotExistException.class);
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(
                        app.group().deploymentStyle(s -> s.deploymentType("IN_PLACE")).build()))
                .isInstanceOf(InvalidDeploymentStyleException.class);
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(
                        app.group().loadBalancerInfo((LoadBalancerInfo) null).build()))
                .isInstanceOf(InvalidLoadBalancerInfoException.class)
                .hasMessageContaining("For ECS deployment group, loadBalancerInfo must be specified");
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group()
                        .blueGreenDeploymentConfiguration((BlueGreenDeploymentConfiguration) null)
                        .build()))
                .isInstanceOf(InvalidBlueGreenDeploymentConfigurationException.class);
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group()
                        .loadBalancerInfo(l -> l.targetGroupPairInfoList(
                                p -> p.targetGroups(g -> g.name("TG"), g -> g.name("absent"))
                                        .prodTrafficRoute(r -> r.listenerArns(FakeElb.PROD))))
                        .build()))
                .isInstanceOf(InvalidTargetGroupPairException.class);
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group()
                        .ecsServices(s -> s.clusterName("workshop").serviceName("absent"))
                        .build()))
                .isInstanceOf(InvalidEcsServiceException.class)
                .hasMessageContaining("Could not load ECS service information for cluster: workshop, service: absent.");
    }

    @Test
    void aServiceMustBelongToCodeDeployAndToOneGroupOnly() {
        app.bench.ecs.createService(EcsBench.service(app.bench.definition("v1"), DeploymentControllerType.ECS)
                .serviceName("rolling")
                .build());
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group()
                        .ecsServices(s -> s.clusterName("workshop").serviceName("rolling"))
                        .build()))
                .isInstanceOf(InvalidEcsServiceException.class)
                .hasMessageContaining(
                        "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller.");
        app.deploy.createDeploymentGroup(app.group().build());
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group().build()))
                .isInstanceOf(DeploymentGroupAlreadyExistsException.class);
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group().deploymentGroupName("two").build()))
                .isInstanceOf(EcsServiceMappingLimitExceededException.class);
    }

    @Test
    void aNetworkLoadBalancerShiftsAllAtOnceOnly() {
        app.bench.elb.type = LoadBalancerTypeEnum.NETWORK;
        assertThatThrownBy(() -> app.deploy.createDeploymentGroup(app.group()
                        .deploymentConfigName("CodeDeployDefault.ECSCanary10Percent5Minutes")
                        .build()))
                .isInstanceOf(InvalidTrafficRoutingConfigurationException.class);
        app.deploy.createDeploymentGroup(app.group().build());
    }

    @Test
    void aGroupIsUpdatedByWhatIsGivenAndKeepsTheRest() {
        app.deploy.createDeploymentGroup(app.group().build());
        app.deploy.updateDeploymentGroup(r -> r.applicationName("app")
                .currentDeploymentGroupName("dg")
                .newDeploymentGroupName("group")
                .deploymentConfigName("CodeDeployDefault.ECSLinear10PercentEvery1Minutes"));
        var group = app.deploy
                .getDeploymentGroup(r -> r.applicationName("app").deploymentGroupName("group"))
                .deploymentGroupInfo();
        assertThat(group.deploymentConfigName()).isEqualTo("CodeDeployDefault.ECSLinear10PercentEvery1Minutes");
        assertThat(group.ecsServices().getFirst().serviceName()).isEqualTo("web");
        app.deploy.deleteDeploymentGroup(r -> r.applicationName("app").deploymentGroupName("group"));
        app.deploy.deleteDeploymentGroup(r -> r.applicationName("app").deploymentGroupName("group"));
        assertThat(app.deploy.listDeploymentGroups(r -> r.applicationName("app")).deploymentGroups()).isEmpty();
    }

    @Test
    void configurationsOfOnesOwnStandBesideThePredefinedOnes() {
        app.deploy.createDeploymentConfig(r -> r.deploymentConfigName("Half")
                .computePlatform(ComputePlatform.ECS)
                .trafficRoutingConfig(t -> t.type(TrafficRoutingType.TIME_BASED_CANARY)
                        .timeBasedCanary(c -> c.canaryPercentage(50).canaryInterval(1))));
        assertThat(app.deploy.listDeploymentConfigs().deploymentConfigsList())
                .hasSize(18)
                .contains("Half", "CodeDeployDefault.OneAtATime", "CodeDeployDefault.LambdaLinear10PercentEvery1Minute");
        app.deploy.createDeploymentGroup(app.group().deploymentConfigName("Half").build());
        app.bench.page("v2", "v2");
        app.create(app.bench.definition("v2"));
        app.bench.step(100);
        assertThat(app.bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(50);
    }

    @Test
    void aRevisionMayBeJsonInS3() {
        app.deploy.createDeploymentGroup(app.group().build());
        var definition = app.bench.definition("v1");
        var json = """
                {"version": 0.0, "Resources": [{"TargetService": {"Type": "AWS::ECS::Service", "Properties": {
                  "TaskDefinition": "%s", "LoadBalancerInfo": {"ContainerName": "webapp", "ContainerPort": 80}}}}]}
                """.formatted(definition);
        app.bench.s3 = EcsBench.fake(S3Client.class, Map.of("getObjectAsBytes", r ->
                ResponseBytes.fromByteArray(GetObjectResponse.builder().eTag("\"1\"").build(), json.getBytes())));
        assertThat(deployed("\"1\"").status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
    }

    @Test
    void aRevisionThatIsAnotherOneByNowFailsTheDeployment() {
        app.deploy.createDeploymentGroup(app.group().build());
        app.bench.s3 = EcsBench.fake(S3Client.class, Map.of("getObjectAsBytes", r ->
                ResponseBytes.fromByteArray(GetObjectResponse.builder().eTag("\"2\"").build(), new byte[0])));
        assertThat(deployed("1").errorInformation().code()).isEqualTo(ErrorCode.INVALID_REVISION);
    }

    @Test
    void anAppSpecThatIsNoneIsRefusedAtOnce() {
        app.deploy.createDeploymentGroup(app.group().build());
        for (var content : new String[] {"{", "version: 1.0", "version: 0.0\nResources: []", "just text"}) {
            assertThatThrownBy(() -> app.deploy.createDeployment(r -> r.applicationName("app")
                            .deploymentGroupName("dg")
                            .revision(v -> v.revisionType(RevisionLocationType.STRING).string(s -> s.content(content)))))
                    .as(content)
                    .isInstanceOf(InvalidRevisionException.class);
        }
        assertThat(app.deploy.listDeployments(r -> r.applicationName("app").deploymentGroupName("dg")).deployments())
                .isEmpty();
    }

    private DeploymentInfo deployed(String tag) {
        var id = app.deploy.createDeployment(r -> r.applicationName("app")
                        .deploymentGroupName("dg")
                        .revision(v -> v.revisionType(RevisionLocationType.S3)
                                .s3Location(s -> s.bucket("b").key("k").bundleType(BundleType.JSON).eTag(tag))))
                .deploymentId();
        app.bench.step(10);
        return app.info(id);
    }
}
