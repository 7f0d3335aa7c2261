package companion.practice.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.world.TestWorlds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

class ServiceTest {
    private final EcsBench bench = new EcsBench();

    @Test
    void aCodeDeployServiceStartsItsTasksRegistersThemAndReachesASteadyState() {
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.CODE_DEPLOY).build());
        bench.step(3);
        assertThat(bench.tasks()).extracting(Task::lastStatus).containsOnly("PROVISIONING");
        bench.step(10);
        assertThat(bench.tasks()).extracting(Task::lastStatus).containsOnly("PENDING");
        bench.step(90);

        var web = bench.web();
        assertThat(web.runningCount()).isEqualTo(2);
        assertThat(web.deployments()).isEmpty();
        assertThat(web.taskSets()).singleElement().satisfies(set -> {
            assertThat(set.status()).isEqualTo("PRIMARY");
            assertThat(set.stabilityStatus()).isEqualTo(StabilityStatus.STEADY_STATE);
            assertThat(set.computedDesiredCount()).isEqualTo(2);
        });
        assertThat(bench.elb.targets(FakeElb.BLUE)).hasSize(2);
        assertThat(bench.messages().getFirst()).isEqualTo("(service web) has reached a steady state.");
        var page = bench.sites.get("10.0.0.1:80").get("GET", "/?x=1");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("Executing v1 on AWS Fargate");
        assertThat(bench.busEvents).anySatisfy(e -> {
            assertThat(e.detailType()).isEqualTo("ECS Task State Change");
            assertThat(e.detail().path("lastStatus").asText()).isEqualTo("RUNNING");
            assertThat(e.detail().path("group").asText()).isEqualTo("service:web");
        });
    }

    @Test
    void aServiceInASteadyStatePlansNothingMore() throws Exception {
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.ECS).build());
        TestWorlds.settle(bench.world);
        var settled = bench.world.now();
        TestWorlds.settle(bench.world);
        assertThat(bench.world.now()).isEqualTo(settled).isBefore(TestWorlds.START.plusSeconds(120));
    }

    @Test
    void aCodeDeployServiceRefusesWhatOnlyCodeDeployMayChange() {
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.CODE_DEPLOY).build());
        var next = bench.definition("v1");
        assertThatThrownBy(() -> bench.ecs.updateService(
                        r -> r.cluster("workshop").service("web").taskDefinition(next)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Unable to update task definition on services with a CODE_DEPLOY deployment"
                        + " controller. Use AWS CodeDeploy to trigger a new deployment.");
        bench.ecs.updateService(r -> r.cluster("workshop").service("web").desiredCount(3));
        bench.step(120);
        assertThat(bench.web().runningCount()).isEqualTo(3);
    }

    @Test
    void aRollingUpdateNeverServesLessThanTheMinimumAndThenCompletes() {
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.ECS).build());
        bench.step(120);
        bench.page("v2", "v2");
        var next = bench.definition("v2");
        bench.ecs.updateService(r -> r.cluster("workshop").service("web").taskDefinition(next));
        for (int i = 0; i < 200; i++) {
            bench.step(1);
            assertThat(bench.elb.targets(FakeElb.BLUE).size()).isBetween(2, 4);
            assertThat(bench.tasks().size()).isLessThanOrEqualTo(4);
        }
        assertThat(bench.web().deployments()).singleElement().satisfies(d -> {
            assertThat(d.rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
            assertThat(d.taskDefinition()).isEqualTo(next);
        });
        assertThat(bench.messages().get(1)).endsWith("deployment completed.");
        assertThat(bench.ecs.listServiceDeployments(r -> r.cluster("workshop").service("web")).serviceDeployments())
                .extracting(d -> d.statusAsString())
                .containsExactly("SUCCESSFUL", "SUCCESSFUL");
    }

    @Test
    void theCircuitBreakerRollsBackToTheLastDeploymentThatWorked() {
        bench.image("shell", List.of(), List.of("/bin/bash"), Map.of());
        var good = bench.definition("v1");
        bench.ecs.createService(EcsBench.service(good, DeploymentControllerType.ECS)
                .deploymentConfiguration(c -> c.deploymentCircuitBreaker(b -> b.enable(true).rollback(true)))
                .build());
        bench.step(120);
        bench.ecs.updateService(r -> r.cluster("workshop").service("web").taskDefinition(bench.definition("shell")));
        bench.step(400);
        assertThat(bench.web().taskDefinition()).isEqualTo(good);
        assertThat(bench.web().deployments()).singleElement().satisfies(d -> {
            assertThat(d.rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
            assertThat(d.taskDefinition()).isEqualTo(good);
        });
        assertThat(bench.messages())
                .anyMatch(m -> m.endsWith("deployment failed: tasks failed to start."))
                .anyMatch(m -> m.contains("rolling back to deployment ecs-svc/"));
        assertThat(bench.stoppedTasks()).anySatisfy(t -> {
            assertThat(t.stopCode()).isEqualTo(TaskStopCode.ESSENTIAL_CONTAINER_EXITED);
            assertThat(t.stoppedReason()).isEqualTo("Essential container in task exited");
            assertThat(t.containers().getFirst().exitCode()).isZero();
        });
    }

    @Test
    void withoutCircuitBreakerFailingTasksAreTriedForEverButEverMoreSlowly() {
        bench.ecs.createService(EcsBench.service(bench.definition("missing"), DeploymentControllerType.ECS).build());
        bench.step(3600);
        assertThat(bench.web().deployments().getFirst().failedTasks()).isBetween(6, 60);
        assertThat(bench.messages()).anyMatch(m -> m.contains("is unable to consistently start tasks successfully"));
        assertThat(bench.stoppedTasks().getFirst().stoppedReason())
                .startsWith("CannotPullContainerError: ")
                .endsWith(EcsBench.WEB + ":missing: not found");
    }

    @Test
    void aTaskThatFailsTheLoadBalancersHealthCheckIsReplaced() {
        bench.elb.healthPath = "/absent";
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.ECS).build());
        bench.step(200);
        assertThat(bench.messages())
                .anyMatch(m -> m.contains("is unhealthy in (target-group " + FakeElb.BLUE
                        + ") due to (reason Health checks failed with these codes: [404])."));
        assertThat(bench.stoppedTasks())
                .anyMatch(t -> t.stoppedReason()
                        .equals("Task failed ELB health checks in (target-group " + FakeElb.BLUE + ")"));
        assertThat(bench.web().deployments().getFirst().rolloutState()).isEqualTo(DeploymentRolloutState.IN_PROGRESS);
    }

    @Test
    void aDeletedServiceDrainsAndLeavesNothingBehind() {
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.CODE_DEPLOY).build());
        bench.step(120);
        assertThatThrownBy(() -> bench.ecs.deleteService(r -> r.cluster("workshop").service("web")))
                .hasMessageContaining("The service cannot be stopped while it is scaled above 0.");
        bench.ecs.deleteService(r -> r.cluster("workshop").service("web").force(true));
        assertThat(bench.web().status()).isEqualTo("DRAINING");
        bench.step(60);
        assertThat(bench.web().status()).isEqualTo("INACTIVE");
        assertThat(bench.interfaces).isEmpty();
        assertThat(bench.sites).isEmpty();
        assertThat(bench.elb.targets(FakeElb.BLUE)).isEmpty();
        bench.ecs.deleteCluster(r -> r.cluster("workshop"));
    }

    @Test
    void aTargetGroupBehindNoListenerIsRefused() {
        assertThatThrownBy(() -> bench.ecs.createService(
                        EcsBench.service(bench.definition("v1"), DeploymentControllerType.CODE_DEPLOY)
                                .loadBalancers(l -> l.targetGroupArn(FakeElb.GREEN)
                                        .containerName("webapp")
                                        .containerPort(80))
                                .build()))
                .hasMessageContaining("The target group with targetGroupArn " + FakeElb.GREEN
                        + " does not have an associated load balancer.");
    }

    @Test
    void aRoleThatTasksMayNotAssumeShowsInTheServicesEvents() {
        bench.trust.put(EcsBench.ROLE, EcsBench.Answer.NOT_TRUSTED);
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.ECS).build());
        bench.step(5);
        assertThat(bench.messages().getLast())
                .startsWith("(service web) failed to launch a task with (error ECS was unable to assume the role '"
                        + EcsBench.ROLE + "' that was provided for this task.");
        bench.trust.clear();
        bench.step(180);
        assertThat(bench.web().runningCount()).isEqualTo(2);
    }
}
