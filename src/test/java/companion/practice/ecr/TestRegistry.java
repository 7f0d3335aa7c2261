package companion.practice.ecr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Credentials;
import companion.practice.fabric.EventBus;
import companion.practice.fabric.EventFeed;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Images;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.QueueDelivery;
import companion.practice.fabric.TaskNetwork;
import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.Speed;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** ECR in two regions behind a plain HTTP server, with the events that it put. */
final class TestRegistry implements AutoCloseable {
    static final String PASSWORD = "registry password";
    static final String ACCOUNT = "123456789012";
    static final String ECR_HOST = ACCOUNT + ".dkr.ecr.us-east-1.amazonaws.com";

    final World world;
    final List<ObjectNode> events = new ArrayList<>();
    final PracticeEcr ecr;
    final PracticeEcr ireland;
    final PracticeImages images;
    private final HttpServer server;
    private final RegistryPort port;

    TestRegistry() {
        this(null);
    }

    /** Kept in a folder, if there is one. */
    TestRegistry(@Nullable Path folder) {
        world = folder == null
                ? World.inMemory(() -> TestWorlds.START, () -> 0L, 42)
                : World.inFolder(folder, () -> TestWorlds.START, () -> 0L, 42);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var fabric = new OnlyEvents((source, type, resources, detail) -> events.add(detail.get()));
        var credentials = new TestCredentials();
        ecr = new PracticeEcr(world, new Place(ACCOUNT, "us-east-1"), fabric, this::endpoint, credentials);
        ireland = new PracticeEcr(world, new Place(ACCOUNT, "eu-west-1"), fabric, this::endpoint, credentials);
        var rooms = Map.of("us-east-1", ecr, "eu-west-1", ireland);
        var open = new PublicImages(world.blobs());
        images = new PracticeImages(world, ACCOUNT, open, rooms::get);
        // The SDK requests that the front door journals in the real cloud; here the test's own name for them.
        world.on("create", command -> ecr.createRepository(r -> r.repositoryName(command.field("name"))));
        server.createContext("/v2", new RegistryHttp(world, credentials, open, rooms::get));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        port = RegistryPort.open(0, () -> URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        world.start();
        world.setSpeed(Speed.PAUSED);
    }

    URI endpoint() {
        return port.uri();
    }

    /** Host and port, as in an image reference. */
    String host() {
        return endpoint().getAuthority();
    }

    /** Uploads a layer through the AWS interface. */
    String layer(String repository, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var digest = Digests.of(bytes);
        var id = ecr.initiateLayerUpload(r -> r.repositoryName(repository)).uploadId();
        ecr.uploadLayerPart(r -> r.repositoryName(repository)
                .uploadId(id)
                .partFirstByte(0L)
                .partLastByte(bytes.length - 1L)
                .layerPartBlob(SdkBytes.fromByteArray(bytes)));
        ecr.completeLayerUpload(r -> r.repositoryName(repository).uploadId(id).layerDigests(digest));
        return digest;
    }

    static String manifest(String config, String layer) {
        return """
                {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
                 "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 2, "digest": "%s"},
                 "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": 5,
                             "digest": "%s"}]}
                """
                .formatted(config, layer);
    }

    @Override
    public void close() {
        port.close();
        server.stop(0);
        world.close();
    }

    private record OnlyEvents(EventBus events) implements Fabric {
        @Override
        public Trust trust() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Images images() {
            throw new UnsupportedOperationException();
        }

        @Override
        public TaskNetwork network() {
            throw new UnsupportedOperationException();
        }

        @Override
        public PipelineBuilds builds() {
            throw new UnsupportedOperationException();
        }

        @Override
        public QueueDelivery queues() {
            throw new UnsupportedOperationException("queues");
        }

        @Override
        public EventFeed feed() {
            throw new UnsupportedOperationException("feed");
        }
    }

    private record TestCredentials() implements Credentials {
        @Override
        public @Nullable Key find(String accessKeyId) {
            return new Key(accessKeyId, "secret", null, new Caller("arn", "id", null));
        }

        @Override
        public String gitUserName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String gitPassword() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String registryPassword() {
            return PASSWORD;
        }
    }
}
