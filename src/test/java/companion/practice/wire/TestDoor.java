package companion.practice.wire;

import companion.practice.fabric.Credentials;
import companion.practice.sts.AccountCredentials;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** A front door with rooms of a test's choice behind it, and SDK clients before it. */
public final class TestDoor implements AutoCloseable {
    public static final String ACCOUNT = "123456789012";

    private final World world;
    private final FrontDoor door;
    private final URI endpoint;
    private final AccountCredentials credentials;

    private TestDoor(Map<AwsService, SdkClient> rooms, InstantSource realTime, List<Route> routes) {
        this(World.inMemory(() -> TestWorlds.START, () -> 0L, 42), rooms, realTime, routes);
    }

    private TestDoor(World world, Map<AwsService, SdkClient> rooms, InstantSource realTime, List<Route> routes) {
        this.world = world;
        this.credentials = new AccountCredentials(ACCOUNT, new SecureRandom(), realTime);
        this.door = new FrontDoor(world, (service, region) -> rooms.get(service), credentials, realTime, routes);
        world.start();
        try {
            this.endpoint = door.open(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestDoor to(AwsService service, SdkClient room) {
        return new TestDoor(Map.of(service, room), InstantSource.system(), List.of());
    }

    public static TestDoor to(Map<AwsService, SdkClient> rooms, Route... routes) {
        return new TestDoor(rooms, InstantSource.system(), List.of(routes));
    }

    /** A door to rooms that live in its world, whose clock stands still unless the test steps it. */
    public static TestDoor inWorld(Function<World, Map<AwsService, SdkClient>> rooms) {
        var world = World.inMemory(() -> TestWorlds.START, () -> 0L, 42);
        return new TestDoor(world, rooms.apply(world), InstantSource.system(), List.of());
    }

    /** @param ahead how far its idea of the time is ahead of the client's */
    public static TestDoor ahead(Duration ahead, Map<AwsService, SdkClient> rooms) {
        return new TestDoor(rooms, Clock.offset(Clock.systemUTC(), ahead), List.of());
    }

    public URI endpoint() {
        return endpoint;
    }

    public World world() {
        return world;
    }

    public AccountCredentials credentials() {
        return credentials;
    }

    /** Points a client at this door, signing with the learner's keys. */
    public <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
        return client(builder, endpoint, aws(credentials.learner()));
    }

    public <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
            B builder, AwsCredentials signer) {
        return client(builder, endpoint, signer);
    }

    public static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
            B builder, URI endpoint, AwsCredentials signer) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(signer))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    public static AwsCredentials aws(Credentials.Key key) {
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    @Override
    public void close() {
        door.close();
        world.close();
    }
}
