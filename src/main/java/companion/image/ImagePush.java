package companion.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.event.events.ProgressEvent;
import companion.aws.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;

/**
 * Builds an image of a base image plus one layer of files and pushes it to an ECR repository: what {@code docker
 * build} and {@code docker push} do for a Dockerfile of FROM and COPY.
 */
public final class ImagePush {
    /** Fargate runs x86 unless told otherwise; an image for another processor ends in "exec format error". */
    private static final Platform PLATFORM = new Platform("amd64", "linux");

    private final Connection connection;
    private final Path workspace;

    /** @param workspace a folder for layers that are not to be fetched twice */
    public ImagePush(Connection connection, Path workspace) {
        this.connection = connection;
        this.workspace = workspace;
    }

    /**
     * @param base as in FROM
     * @param files absolute path in the image to content
     * @param repository in ECR
     * @param progress a few words, and a fraction from 0 to 1
     * @return the image's digest, {@code sha256:…}
     */
    public String push(
            String base, Map<String, byte[]> files, String repository, String tag, BiConsumer<String, Double> progress)
            throws Exception {
        var authorization =
                connection.ecr().getAuthorizationToken().authorizationData().getFirst();
        var registry = URI.create(authorization.proxyEndpoint());
        boolean loopback = isLoopback(registry);
        var name = loopback ? practiceName(connection.region(), repository) : repository;
        var target = ImageReference.parse(registry.getAuthority() + "/" + name + ":" + tag);
        var command = "docker build --platform=linux/amd64 -t " + target + " . && docker push " + target;
        return connection.trace().record("Registry", "push", repository + ":" + tag, command, () -> {
            progress.accept("reading " + base, 0.0);
            var login = login(authorization);
            var from = RegistryImage.named(loopback ? registry.getAuthority() + "/" + base : base);
            if (loopback) {
                from.addCredential(login.user(), login.password());
                // Jib leaves the password out of plain HTTP unless told so; here it never leaves the machine.
                System.setProperty("sendCredentialsOverHttp", "true");
            }
            var container = Jib.from(from)
                    .setPlatforms(Set.of(PLATFORM))
                    .addFileEntriesLayer(layer(files))
                    .containerize(
                            Containerizer.to(RegistryImage.named(target).addCredential(login.user(), login.password()))
                                    .setBaseImageLayersCache(workspace.resolve("base-layers"))
                                    .setApplicationLayersCache(workspace.resolve("layers"))
                                    .setAllowInsecureRegistries(loopback)
                                    .setToolName("workshop-companion")
                                    .addEventHandler(ProgressEvent.class, new PushProgress(progress)));
            return container.getDigest().toString();
        });
    }

    /** AWS has a registry host per region; on loopback one port serves them all, and the region is part of the name. */
    private static String practiceName(String region, String repository) {
        return region.equals("us-east-1") ? repository : region + "/" + repository;
    }

    private FileEntriesLayer layer(Map<String, byte[]> files) throws IOException {
        var layer = FileEntriesLayer.builder().setName("app");
        var folder = workspace.resolve("files");
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey().substring(1));
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            layer.addEntry(path, AbsoluteUnixPath.get(file.getKey()));
        }
        return layer.build();
    }

    private record Login(String user, String password) {}

    private static Login login(AuthorizationData authorization) {
        var text = new String(Base64.getDecoder().decode(authorization.authorizationToken()), StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return new Login(text.substring(0, colon), text.substring(colon + 1));
    }

    private static boolean isLoopback(URI registry) throws IOException {
        return "http".equals(registry.getScheme())
                && InetAddress.getByName(registry.getHost()).isLoopbackAddress();
    }
}
