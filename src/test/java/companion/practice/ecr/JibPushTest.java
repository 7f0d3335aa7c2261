package companion.practice.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import companion.practice.world.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real client of the registry: the one with which the application builds images without Docker. */
class JibPushTest {
    static {
        // Jib keeps credentials to itself on plain HTTP unless it is told that this is meant.
        System.setProperty("sendCredentialsOverHttp", "true");
    }

    @TempDir
    Path folder;

    private TestRegistry registry;

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void anImageOnThePublicBaseIsPushedAndIsThereAfterAStop() throws Exception {
        registry = new TestRegistry(folder.resolve("state"));
        registry.world.submit(Command.of("create", Map.of("name", "app")));
        var page = Files.writeString(folder.resolve("index.html"), "Executing v1 on AWS Fargate");
        var deep = "/usr/share/nginx/html/" + "folder/".repeat(20);
        var built = Jib.from(RegistryImage.named(registry.host() + "/public.ecr.aws/nginx/nginx:latest"))
                .addLayer(List.of(page), AbsoluteUnixPath.get("/usr/share/nginx/html"))
                .addLayer(List.of(page), AbsoluteUnixPath.get(deep))
                .containerize(Containerizer.to(RegistryImage.named(registry.host() + "/app:latest")
                                .addCredential("AWS", TestRegistry.PASSWORD))
                        .setAllowInsecureRegistries(true)
                        .setBaseImageLayersCache(folder.resolve("base"))
                        .setApplicationLayersCache(folder.resolve("layers")));

        var reference = TestRegistry.ECR_HOST + "/app:latest";
        var image = registry.images.pull(reference);
        assertThat(image.digest()).isEqualTo(built.getDigest().toString());
        assertThat(image.entrypoint()).containsExactly("/docker-entrypoint.sh");
        assertThat(image.files()).containsKeys("/etc/nginx/nginx.conf", deep + "index.html");
        assertThat(registry.world.blobs().get(image.files().get("/usr/share/nginx/html/index.html")))
                .asString()
                .isEqualTo("Executing v1 on AWS Fargate");
        var before = registry.ecr.describeImages(r -> r.repositoryName("app")).imageDetails();
        registry.close();

        registry = new TestRegistry(folder.resolve("state"));
        assertThat(registry.ecr.describeImages(r -> r.repositoryName("app")).imageDetails()).isEqualTo(before);
        assertThat(registry.images.pull(reference)).isEqualTo(image);
        assertThat(registry.events).hasSize(1);
    }
}
