package companion.practice.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.ClusterContainsServicesException;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.ScaleUnit;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

class DefinitionTest {
    private final EcsBench bench = new EcsBench();

    @Test
    void revisionsCountUpAreListedInOrderAndEndInDeletion() {
        var first = bench.definition("v1");
        for (int i = 0; i < 10; i++) {
            bench.definition("v1");
        }
        assertThat(bench.ecs.listTaskDefinitions(r -> r.familyPrefix("webapp").sort(SortOrder.DESC).maxResults(2)))
                .satisfies(page -> {
                    assertThat(page.taskDefinitionArns().getFirst()).endsWith("webapp:11");
                    assertThat(bench.ecs.listTaskDefinitions(r -> r.familyPrefix("webapp")
                                            .sort(SortOrder.DESC)
                                            .maxResults(2)
                                            .nextToken(page.nextToken()))
                                    .taskDefinitionArns())
                            .first()
                            .asString()
                            .endsWith("webapp:9");
                });
        bench.ecs.deregisterTaskDefinition(r -> r.taskDefinition("webapp:1"));
        assertThat(bench.ecs.deleteTaskDefinitions(r -> r.taskDefinitions(first, "webapp:2")))
                .satisfies(answer -> {
                    assertThat(answer.taskDefinitions().getFirst().status())
                            .isEqualTo(TaskDefinitionStatus.DELETE_IN_PROGRESS);
                    assertThat(answer.failures()).hasSize(1);
                });
        assertThat(bench.ecs.listTaskDefinitionFamilies().families()).containsExactly("webapp");
    }

    @Test
    void aDescriptionShowsWhatARegistrationMustNotHold() {
        var definition = bench.ecs.describeTaskDefinition(
                        r -> r.taskDefinition(bench.definition("v1")))
                .taskDefinition();
        assertThat(definition.requiresAttributes()).isNotEmpty();
        assertThat(definition.compatibilities()).contains(Compatibility.FARGATE);
        assertThat(definition.registeredBy()).isNotEmpty();
        assertThat(definition.containerDefinitions().getFirst().portMappings().getFirst().hostPort()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300  | 512   | No Fargate configuration exists for given values: 300 CPU, 512 memory.
            256  | 4096  | No Fargate configuration exists for given values: 256 CPU, 4096 memory.
            4096 | 8000  | No Fargate configuration exists for given values: 4096 CPU, 8000 memory.
            much | 512   | Invalid 'cpu' setting for task.
            """)
    void sizesThatFargateDoesNotHaveAreRefused(String cpu, String memory, String message) {
        refused(r -> r.cpu(cpu).memory(memory), message);
    }

    @Test
    void definitionsThatFargateCannotRunAreRefused() {
        refused(r -> r.networkMode(NetworkMode.BRIDGE), "Fargate only supports network mode");
        refused(r -> r.cpu(null), "Fargate requires that 'cpu' be defined at the task level.");
        refused(
                r -> r.executionRoleArn(null),
                "Fargate requires task definition to have execution role ARN to support ECR images.");
        refused(
                r -> r.containerDefinitions(c -> c.name("webapp").image("<IMAGE1_NAME>")),
                "Container.image contains invalid characters.");
        refused(
                r -> r.containerDefinitions(
                        c -> c.name("webapp").image("nginx").portMappings(p -> p.containerPort(80).hostPort(8080))),
                "When networkMode=awsvpc, the host ports and container ports in port mappings must match.");
    }

    @Test
    void clustersRefuseToGoWhileServicesAreActive() {
        assertThat(bench.serviceLinkedRoles).containsExactly("ecs.amazonaws.com");
        assertThatThrownBy(() -> bench.ecs.listTasks(r -> r.cluster("absent")))
                .isInstanceOf(ClusterNotFoundException.class)
                .hasMessageContaining("Cluster not found.");
        bench.ecs.createService(
                EcsBench.service(bench.definition("v1"), DeploymentControllerType.ECS).build());
        assertThatThrownBy(() -> bench.ecs.deleteCluster(r -> r.cluster("workshop")))
                .isInstanceOf(ClusterContainsServicesException.class);
        var absent = bench.ecs.describeServices(r -> r.cluster("workshop").services("absent"));
        assertThat(absent.failures().getFirst().reason()).isEqualTo("MISSING");
    }

    @Test
    void anExternalDeployerScalesItsOwnTaskSets() {
        bench.ecs.createService(r -> r.cluster("workshop")
                .serviceName("web")
                .desiredCount(4)
                .deploymentController(c -> c.type(DeploymentControllerType.EXTERNAL)));
        var set = bench.ecs.createTaskSet(r -> r.cluster("workshop")
                        .service("web")
                        .externalId("mine")
                        .taskDefinition(bench.definition("v1"))
                        .networkConfiguration(EcsBench.subnets())
                        .scale(s -> s.unit(ScaleUnit.PERCENT).value(30.0)))
                .taskSet();
        bench.ecs.updateServicePrimaryTaskSet(r -> r.cluster("workshop").service("web").primaryTaskSet(set.id()));
        bench.step(60);
        assertThat(bench.ecs.describeTaskSets(r -> r.cluster("workshop").service("web")).taskSets())
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.computedDesiredCount()).isEqualTo(2);
                    assertThat(s.runningCount()).isEqualTo(2);
                    assertThat(s.stabilityStatus()).isEqualTo(StabilityStatus.STEADY_STATE);
                });
        bench.ecs.updateTaskSet(r -> r.cluster("workshop")
                .service("web")
                .taskSet(set.taskSetArn())
                .scale(s -> s.unit(ScaleUnit.PERCENT).value(0.0)));
        bench.step(60);
        assertThat(bench.tasks()).isEmpty();
        assertThatThrownBy(() -> bench.ecs.deleteTaskSet(r -> r.cluster("workshop").service("web").taskSet(set.id())))
                .isInstanceOf(InvalidParameterException.class);
    }

    private void refused(Consumer<RegisterTaskDefinitionRequest.Builder> change, String message) {
        assertThatThrownBy(() -> bench.ecs.registerTaskDefinition(r -> {
                    r.family("refused")
                            .requiresCompatibilities(Compatibility.FARGATE)
                            .networkMode(NetworkMode.AWSVPC)
                            .cpu("256")
                            .memory("512")
                            .executionRoleArn(EcsBench.ROLE)
                            .containerDefinitions(c -> c.name("webapp").image(EcsBench.WEB + ":v1"));
                    change.accept(r);
                }))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining(message);
    }
}
