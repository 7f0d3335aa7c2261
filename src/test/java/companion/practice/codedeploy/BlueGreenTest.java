package companion.practice.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.ecs.EcsBench;
import companion.practice.ecs.FakeElb;
import companion.practice.world.TestWorlds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.DeploymentAlreadyCompletedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentCreator;
import software.amazon.awssdk.services.codedeploy.model.DeploymentIsNotInReadyStateException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentLimitExceededException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentNotStartedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentReadyAction;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.DeploymentWaitType;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.codedeploy.model.InstanceAction;
import software.amazon.awssdk.services.ecs.model.TaskSet;

class BlueGreenTest {
    private final DeployBench app = new DeployBench();
    private final EcsBench bench = app.bench;

    @BeforeEach
    void newVersion() {
        bench.page("v2", "Executing v2 on AWS Fargate");
    }

    @Test
    void allAtOnceMovesAllTrafficWaitsAndEndsTheOriginalTaskSet() {
        app.deploy.createDeploymentGroup(app.group().build());
        var v2 = bench.definition("v2");
        var id = app.create(v2);
        assertThatThrownBy(() -> app.target(id)).isInstanceOf(DeploymentNotStartedException.class);
        bench.step(10);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(app.lifecycle(id))
                .containsExactly(
                        "BeforeInstall Succeeded",
                        "Install InProgress",
                        "AfterInstall Pending",
                        "BeforeAllowTraffic Pending",
                        "AllowTraffic Pending",
                        "AfterAllowTraffic Pending");
        assertThat(bench.web().taskSets()).extracting(TaskSet::status).containsExactly("ACTIVE", "PRIMARY");
        assertThat(bench.web().taskSets().getFirst().startedBy()).isEqualTo("CODE_DEPLOY");
        assertThat(bench.web().taskSets().getFirst().externalId()).isEqualTo(id);

        bench.step(60);
        assertThat(app.info(id).instanceTerminationWaitTimeStarted()).isTrue();
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(100);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isZero();
        assertThat(app.target(id).taskSetsInfo()).satisfiesExactly(
                blue -> {
                    assertThat(blue.trafficWeight()).isZero();
                    assertThat(blue.runningCount()).isEqualTo(2);
                    assertThat(blue.taskSetLabelAsString()).isEqualTo("Blue");
                },
                green -> {
                    assertThat(green.trafficWeight()).isEqualTo(100);
                    assertThat(green.status()).isEqualTo("PRIMARY");
                    assertThat(green.targetGroup().name()).isEqualTo("TG-tmp");
                });

        bench.step(360);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(app.info(id).deploymentOverview().succeeded()).isEqualTo(1);
        assertThat(bench.web().taskDefinition()).isEqualTo(v2);
        assertThat(bench.web().taskSets()).singleElement().satisfies(s -> assertThat(s.status()).isEqualTo("PRIMARY"));
        assertThat(bench.elb.targets(FakeElb.BLUE)).isEmpty();
        assertThat(bench.busEvents.stream()
                        .filter(e -> e.source().equals("aws.codedeploy"))
                        .map(e -> e.detail().path("state").asText()))
                .containsExactly("START", "SUCCESS");

        var back = app.create(bench.definition("v1"));
        bench.step(90);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isEqualTo(100);
        assertThat(app.info(back).previousRevision()).isEqualTo(app.info(id).revision());
    }

    @Test
    void atTheInstantSpeedADeploymentRunsToItsEnd() throws Exception {
        app.deploy.createDeploymentGroup(app.group().build());
        var id = app.create(bench.definition("v2"));
        TestWorlds.settle(bench.world);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void aCanaryMovesATenthFirstAndTheRestLater() {
        app.deploy.createDeploymentGroup(
                app.group().deploymentConfigName("CodeDeployDefault.ECSCanary10Percent5Minutes").build());
        var id = app.create(bench.definition("v2"));
        bench.step(10);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isEqualTo(100);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isZero();
        bench.step(90);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(10);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isEqualTo(90);
        assertThat(app.target(id).taskSetsInfo()).extracting(s -> s.trafficWeight()).containsExactly(90.0, 10.0);
        bench.step(300);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(100);
    }

    @Test
    void aLinearShiftTakesTenSteps() {
        app.deploy.createDeploymentGroup(
                app.group().deploymentConfigName("CodeDeployDefault.ECSLinear10PercentEvery1Minutes").build());
        app.create(bench.definition("v2"));
        bench.step(100);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(10);
        bench.step(60);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(20);
        bench.step(480);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(100);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isZero();
    }

    @Test
    void allAtOnceSucceedsWithABrokenPageAndTakesTheSiteDown() {
        app.deploy.createDeploymentGroup(app.group().build());
        bench.image("empty", List.of(), List.of("nginx"), Map.of());
        var id = app.create(bench.definition("empty"));
        bench.step(600);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(bench.messages()).anyMatch(m -> m.contains("is unhealthy in (target-group " + FakeElb.GREEN));
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(100);
        assertThat(bench.elb.describeTargetHealth(r -> r.targetGroupArn(FakeElb.GREEN)).targetHealthDescriptions())
                .noneMatch(t -> t.targetHealth().stateAsString().equals("healthy"));
    }

    @Test
    void aCanaryWithABrokenPageFailsBeforeAnyTrafficMovesAndRollsBack() {
        app.deploy.createDeploymentGroup(
                app.group().deploymentConfigName("CodeDeployDefault.ECSCanary10Percent5Minutes").build());
        bench.image("empty", List.of(), List.of("nginx"), Map.of());
        var id = app.create(bench.definition("empty"));
        bench.step(3590);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isEqualTo(100);
        bench.step(60);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(app.info(id).errorInformation().code()).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(app.info(id).errorInformation().message())
                .isEqualTo("The deployment timed out while waiting for the replacement task set to become healthy. This"
                        + " time out period is 60 minutes.");
        var rollback = app.info(app.info(id).rollbackInfo().rollbackDeploymentId());
        assertThat(rollback.status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(rollback.creator()).isEqualTo(DeploymentCreator.CODE_DEPLOY_ROLLBACK);
        assertThat(rollback.rollbackInfo().rollbackTriggeringDeploymentId()).isEqualTo(id);
        bench.step(60);
        assertThat(bench.web().taskSets()).singleElement().satisfies(s -> assertThat(s.status()).isEqualTo("PRIMARY"));
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isZero();
    }

    @Test
    void anImageThatIsNotThereEndsTheDeploymentAfterAnHourAlsoAtTheInstantSpeed() throws Exception {
        app.deploy.createDeploymentGroup(app.group().build());
        var id = app.create(bench.definition("missing"));
        TestWorlds.settle(bench.world);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(bench.web().runningCount()).isEqualTo(2);
        TestWorlds.settle(bench.world);
        assertThat(bench.web().taskSets()).hasSize(1);
    }

    @Test
    void aReadyDeploymentWaitsForTheGoAhead() {
        app.deploy.createDeploymentGroup(app.group()
                .blueGreenDeploymentConfiguration(c -> c.terminateBlueInstancesOnDeploymentSuccess(
                                t -> t.action(InstanceAction.TERMINATE).terminationWaitTimeInMinutes(5))
                        .deploymentReadyOption(
                                r -> r.actionOnTimeout(DeploymentReadyAction.STOP_DEPLOYMENT).waitTimeInMinutes(10)))
                .build());
        var id = app.create(bench.definition("v2"));
        assertThatThrownBy(() -> app.deploy.continueDeployment(r -> r.deploymentId(id)))
                .isInstanceOf(DeploymentIsNotInReadyStateException.class);
        bench.step(90);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.READY);
        assertThat(app.info(id).deploymentOverview().ready()).isEqualTo(1);
        app.deploy.continueDeployment(r -> r.deploymentId(id).deploymentWaitType(DeploymentWaitType.READY_WAIT));
        bench.step(5);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(100);
        app.deploy.continueDeployment(r -> r.deploymentId(id).deploymentWaitType(DeploymentWaitType.TERMINATION_WAIT));
        bench.step(60);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThatThrownBy(() -> app.deploy.continueDeployment(r -> r.deploymentId(id)))
                .isInstanceOf(DeploymentAlreadyCompletedException.class);

        var second = app.create(bench.definition("v1"));
        bench.step(90 + 600);
        assertThat(app.info(second).status()).isEqualTo(DeploymentStatus.STOPPED);
        assertThat(app.info(second).errorInformation().message())
                .isEqualTo("The deployment timed out while waiting for a notification to continue. This time out"
                        + " period is 10 minutes.");
        bench.step(60);
        assertThat(bench.web().taskSets()).hasSize(1);
    }

    @Test
    void aStopWithRollbackSendsTrafficBackAndDeletesTheReplacement() {
        app.deploy.createDeploymentGroup(app.group().build());
        var v1 = bench.web().taskDefinition();
        var id = app.create(bench.definition("v2"));
        bench.step(90);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.GREEN)).isEqualTo(100);
        app.deploy.stopDeployment(r -> r.deploymentId(id).autoRollbackEnabled(true));
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.STOPPED);
        bench.step(60);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isEqualTo(100);
        assertThat(bench.web().taskDefinition()).isEqualTo(v1);
        assertThat(bench.web().taskSets()).hasSize(1);
        assertThat(app.deploy.listDeployments(r -> r.applicationName("app").deploymentGroupName("dg")).deployments())
                .hasSize(2)
                .endsWith(id);
    }

    @Test
    void aSecondDeploymentAtTheSameTimeIsRefused() {
        app.deploy.createDeploymentGroup(app.group().build());
        var id = app.create(bench.definition("v2"));
        assertThatThrownBy(() -> app.create(bench.definition("v2")))
                .isInstanceOf(DeploymentLimitExceededException.class)
                .hasMessageContaining("The Deployment Group 'dg' already has an active Deployment '" + id + "'");
    }

    @Test
    void aTestListenerOnTheWrongTargetGroupFailsTheDeploymentBeforeAnythingIsMade() {
        bench.elb.listen(FakeElb.TEST, 8080, FakeElb.GREEN);
        app.deploy.createDeploymentGroup(withTestListener());
        var id = app.create(bench.definition("v2"));
        bench.step(10);
        assertThat(app.info(id).status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(app.info(id).errorInformation().message())
                .isEqualTo("The ELB could not be updated due to the following error: Primary taskset target group"
                        + " must be behind listener " + FakeElb.TEST);
        assertThat(bench.web().taskSets()).hasSize(1);
    }

    @Test
    void testTrafficReachesTheReplacementBeforeProductionTraffic() {
        bench.elb.listen(FakeElb.TEST, 8080, FakeElb.BLUE);
        app.deploy.createDeploymentGroup(withTestListener());
        var id = app.create(bench.definition("v2"), "Hooks:\n  - BeforeAllowTraffic: CheckIt\n");
        for (int i = 0; i < 120 && bench.elb.weight(FakeElb.TEST, FakeElb.GREEN) == 0; i++) {
            bench.step(1);
        }
        assertThat(bench.elb.weight(FakeElb.TEST, FakeElb.GREEN)).isEqualTo(100);
        assertThat(bench.elb.weight(FakeElb.PROD, FakeElb.BLUE)).isEqualTo(100);
        bench.step(10);
        assertThat(app.info(id).errorInformation().code()).isEqualTo(ErrorCode.HOOK_EXECUTION_FAILURE);
        assertThat(app.lifecycle(id))
                .endsWith("BeforeAllowTraffic Failed", "AllowTraffic Skipped", "AfterAllowTraffic Skipped");
        assertThat(bench.elb.weight(FakeElb.TEST, FakeElb.BLUE)).isEqualTo(100);
    }

    @Test
    void aTaskDefinitionThatIsNotThereFailsTheDeploymentInEcssWords() {
        app.deploy.createDeploymentGroup(app.group().build());
        var id = app.create("webapp:99");
        bench.step(10);
        assertThat(app.info(id).errorInformation().code()).isEqualTo(ErrorCode.ECS_UPDATE_ERROR);
        assertThat(app.info(id).errorInformation().message())
                .startsWith("The ECS service cannot be updated due to an unexpected error: TaskDefinition not found."
                        + " (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: ")
                .endsWith("; Proxy: null). Check your ECS service status.");
    }

    private CreateDeploymentGroupRequest withTestListener() {
        return app.group()
                .loadBalancerInfo(l -> l.targetGroupPairInfoList(p -> p.targetGroups(
                                g -> g.name("TG"), g -> g.name("TG-tmp"))
                        .prodTrafficRoute(r -> r.listenerArns(FakeElb.PROD))
                        .testTrafficRoute(r -> r.listenerArns(FakeElb.TEST))))
                .build();
    }
}
