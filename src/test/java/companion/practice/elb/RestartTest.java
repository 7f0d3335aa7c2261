package companion.practice.elb;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.world.Command;
import companion.practice.world.Speed;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path folder;

    @Test
    void aLoadBalancerIsAtTheSameAddressAfterARestart() throws Exception {
        String url;
        String routes;
        try (var region = open()) {
            region.world.setSpeed(Speed.PAUSED);
            region.world.submit(Command.of("build", Map.of()));
            region.world.step(Duration.ofMinutes(5));
            url = "http://" + region.elb.describeLoadBalancers().loadBalancers().getFirst().dnsName();
            routes = region.room.routes().toString();
            assertThat(page(url)).isEqualTo("v1");
        }
        try (var again = open()) {
            assertThat("http://" + again.elb.describeLoadBalancers().loadBalancers().getFirst().dnsName())
                    .isEqualTo(url);
            assertThat(again.room.routes()).hasSize(2).hasToString(routes);
            assertThat(page(url)).isEqualTo("v1");
        }
    }

    /** The cloud of the folder, with one command that builds a load balancer and the task behind it. */
    private Region open() {
        var world = World.inFolder(folder, () -> TestWorlds.START, () -> 0L, 1);
        var region = new Region(world);
        world.on("build", command -> {
            region.withNetwork();
            var balancer = region.balancer("alb");
            var group = region.group("tg");
            region.listener(balancer, 80, group);
            region.listener(balancer, 8080, group);
            region.site("10.0.0.20", 200, "v1");
            region.register(group, "10.0.0.20");
            return null;
        });
        world.start();
        return region;
    }

    private static String page(String url) throws Exception {
        try (var visitor = HttpClient.newHttpClient()) {
            return visitor.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
