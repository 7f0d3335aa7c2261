package companion.practice.codecommit;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** CodeCommit in two regions behind a plain HTTP server, with the events that it put. */
final class TestCloud implements AutoCloseable {
    static final String GIT_USER = "learner-at-123456789012";
    static final String GIT_PASSWORD = "git password";
    static final Caller SIGNER = new Caller("arn:aws:iam::123456789012:user/learner", "AIDAPRACTICE", null);

    final World world;
    final List<Event> events = new ArrayList<>();
    final PracticeCodeCommit codeCommit;
    final PracticeCodeCommit ireland;
    private final HttpServer server;

    record Event(String source, String type, List<String> resources, ObjectNode detail) {}

    /** In memory. */
    TestCloud() {
        this(null);
    }

    /** Kept in a folder, if there is one. */
    TestCloud(@Nullable Path folder) {
        world = folder == null
                ? World.inMemory(() -> TestWorlds.START, () -> 0L, 42)
                : World.inFolder(folder, () -> TestWorlds.START, () -> 0L, 42);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var fabric = new OnlyEvents((source, type, resources, detail) ->
                events.add(new Event(source, type, resources, detail.get())));
        codeCommit = new PracticeCodeCommit(world, new Place("123456789012", "us-east-1"), fabric, this::endpoint);
        ireland = new PracticeCodeCommit(world, new Place("123456789012", "eu-west-1"), fabric, this::endpoint);
        var rooms = Map.of("us-east-1", codeCommit, "eu-west-1", ireland);
        // The SDK requests that the front door journals in the real cloud; here the test's own name for them.
        world.on("create", command -> codeCommit.createRepository(r -> r.repositoryName(command.field("name"))));
        server.createContext("/", new GitHttp(world, new TestCredentials(), () -> TestWorlds.START, rooms::get));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        world.start();
        world.setSpeed(Speed.PAUSED);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    String url(String repository) {
        return endpoint() + "/v1/repos/" + repository;
    }

    @Override
    public void close() {
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
            return switch (accessKeyId) {
                case "AKIAPRACTICE0000001" -> new Key(accessKeyId, "secret/one", null, SIGNER);
                case "ASIAPRACTICE0000002" -> new Key(accessKeyId, "secret/one", "a/session+token=", SIGNER);
                default -> null;
            };
        }

        @Override
        public String gitUserName() {
            return GIT_USER;
        }

        @Override
        public String gitPassword() {
            return GIT_PASSWORD;
        }

        @Override
        public String registryPassword() {
            throw new UnsupportedOperationException();
        }
    }
}
