package companion.practice.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

class TaskTest {
    private final EcsBench bench = new EcsBench();

    @Test
    void aTaskHasANetworkInterfaceForAsLongAsItLives() {
        var arn = run(bench.definition("v1"));
        bench.step(60);
        assertThat(describe(arn)).satisfies(task -> {
            assertThat(task.lastStatus()).isEqualTo("RUNNING");
            assertThat(task.attachments().getFirst().status()).isEqualTo("ATTACHED");
            assertThat(task.containers().getFirst().networkInterfaces().getFirst().privateIpv4Address())
                    .isEqualTo("10.0.0.1");
            assertThat(task.containers().getFirst().imageDigest()).isEqualTo("sha256:v1");
        });
        bench.ecs.stopTask(r -> r.cluster("workshop").task(arn).reason("enough"));
        bench.step(30);
        assertThat(describe(arn)).satisfies(task -> {
            assertThat(task.lastStatus()).isEqualTo("STOPPED");
            assertThat(task.stopCode()).isEqualTo(TaskStopCode.USER_INITIATED);
            assertThat(task.stoppedReason()).isEqualTo("enough");
        });
        assertThat(bench.interfaces).isEmpty();
        assertThat(bench.sites).isEmpty();
        bench.step(3600);
        assertThat(bench.ecs.describeTasks(r -> r.cluster("workshop").tasks(arn)).failures())
                .singleElement()
                .satisfies(f -> assertThat(f.reason()).isEqualTo("MISSING"));
    }

    @Test
    void onlyATaskThatAsksForAPublicAddressHasOne() {
        run(bench.definition("v1"));
        var network = EcsBench.subnets().awsvpcConfiguration().toBuilder().assignPublicIp(AssignPublicIp.ENABLED);
        bench.ecs.runTask(r -> r.cluster("workshop")
                .taskDefinition("webapp")
                .launchType(LaunchType.FARGATE)
                .networkConfiguration(n -> n.awsvpcConfiguration(network.build())));

        bench.step(60);

        assertThat(bench.interfaces).containsExactlyInAnyOrder("eni-1", "eni-2");
        assertThat(bench.publicInterfaces).containsExactly(Map.entry("eni-2", "ecs.amazonaws.com"));
    }

    @Test
    void nginxAnswersAsNginxDoes() {
        bench.image("site", List.of("/docker-entrypoint.sh"), List.of("nginx", "-g", "daemon off;"), Map.of(
                "/usr/share/nginx/html/index.html", "home",
                "/usr/share/nginx/html/app/style.css", "body {}"));
        run(bench.definition("site"));
        bench.step(60);
        var site = bench.sites.get("10.0.0.1:80");
        assertThat(site.get("GET", "/app/style.css").headers()).containsEntry("Content-Type", "text/css");
        assertThat(site.get("GET", "/app").headers()).containsEntry("Location", "/app/");
        assertThat(site.get("GET", "/app/").status()).isEqualTo(403);
        assertThat(site.get("GET", "/../../etc/passwd").status()).isEqualTo(400);
        var missing = site.get("GET", "/missing");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8))
                .contains("<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx/1.29.3</center>");
    }

    @Test
    void anImagesNginxConfigurationDecidesPortAndFallback() {
        bench.image("spa", List.of(), List.of("sh", "-c", "exec nginx -g 'daemon off;'"), Map.of(
                "/etc/nginx/conf.d/default.conf",
                "server { listen 8080; root /srv/www; location / { try_files $uri $uri/ /index.html; } }",
                "/srv/www/index.html", "app"));
        run(bench.definition("spa"));
        bench.step(60);
        var page = bench.sites.get("10.0.0.1:8080").get("GET", "/some/route");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("app");
    }

    @Test
    void whatThePracticeCloudCannotRunSaysSo() {
        bench.image("node", List.of("docker-entrypoint.sh"), List.of("node", "server.js"), Map.of());
        var arn = run(bench.definition("node"));
        bench.step(60);
        assertThat(describe(arn).containers().getFirst().exitCode()).isEqualTo(127);
        assertThat(describe(arn).containers().getFirst().reason())
                .isEqualTo("The practice cloud runs only nginx and httpd in containers; it cannot run 'node server.js'.");
    }

    @Test
    void anImageForAnotherArchitectureFailsToExecute() {
        bench.image("arm", "arm64", List.of("/docker-entrypoint.sh"), List.of("nginx"), Map.of());
        var arn = run(bench.definition("arm"));
        bench.step(60);
        assertThat(describe(arn).stoppedReason()).isEqualTo("Essential container in task exited");
        assertThat(describe(arn).containers().getFirst().exitCode()).isEqualTo(1);
        assertThat(describe(arn).containers().getFirst().reason())
                .isEqualTo("exec /docker-entrypoint.sh: exec format error");
    }

    @Test
    void aContainersLinesReachItsLogStream() {
        var definition = bench.ecs.registerTaskDefinition(r -> r.family("logged")
                        .requiresCompatibilities(Compatibility.FARGATE)
                        .networkMode(NetworkMode.AWSVPC)
                        .cpu(".25 vCPU")
                        .memory("0.5GB")
                        .executionRoleArn(EcsBench.ROLE)
                        .containerDefinitions(c -> c.name("webapp")
                                .image(EcsBench.WEB + ":v1")
                                .logConfiguration(l -> l.logDriver(LogDriver.AWSLOGS)
                                        .options(Map.of(
                                                "awslogs-group", "workshop",
                                                "awslogs-region", "us-east-1",
                                                "awslogs-stream-prefix", "web")))))
                .taskDefinition();
        assertThat(definition.cpu()).isEqualTo("256");
        assertThat(definition.memory()).isEqualTo("512");
        var arn = run(definition.taskDefinitionArn());
        bench.step(60);
        assertThat(bench.logLines)
                .anyMatch(l -> l.startsWith("web/webapp/" + Names.last(arn)) && l.endsWith("[notice] 1#1: nginx/1.29.3"));
    }

    @Test
    void runTaskRefusesWhatFargateCannotStart() {
        var definition = bench.definition("v1");
        assertThatThrownBy(() -> bench.ecs.runTask(r -> r.cluster("workshop")
                        .taskDefinition(definition)
                        .launchType(LaunchType.FARGATE)))
                .hasMessageContaining(
                        "Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        assertThatThrownBy(() -> bench.ecs.runTask(r -> r.cluster("workshop")
                        .taskDefinition(definition)
                        .launchType(LaunchType.FARGATE)
                        .networkConfiguration(n -> n.awsvpcConfiguration(v -> v.subnets("subnet-gone")))))
                .hasMessageContaining("Error retrieving subnet information for [subnet-gone]: The subnet ID 'subnet-gone'"
                        + " does not exist (ErrorCode: InvalidSubnetID.NotFound)");
        bench.trust.put(EcsBench.ROLE, EcsBench.Answer.NO_SUCH_ROLE);
        assertThatThrownBy(() -> run(definition))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("ECS was unable to assume the role '" + EcsBench.ROLE + "'");
    }

    private String run(String definition) {
        return bench.ecs.runTask(r -> r.cluster("workshop")
                        .taskDefinition(definition)
                        .launchType(LaunchType.FARGATE)
                        .networkConfiguration(EcsBench.subnets()))
                .tasks()
                .getFirst()
                .taskArn();
    }

    private Task describe(String arn) {
        return bench.ecs.describeTasks(r -> r.cluster("workshop").tasks(arn)).tasks().getFirst();
    }
}
