package companion.practice;

import companion.practice.codecommit.GitHttp;
import companion.practice.ecr.RegistryHttp;
import companion.practice.ecr.RegistryPort;
import companion.practice.fabric.StandIns;
import companion.practice.sts.AccountCredentials;
import companion.practice.wire.FrontDoor;
import companion.practice.wire.Route;
import companion.practice.world.Speed;
import companion.practice.world.World;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A running practice cloud, for whoever runs it: where it is, its secrets, its clock. Thread-safe. Everything else is done
 * through its endpoint, as with AWS.
 */
public final class PracticeCloud implements AutoCloseable {
    /** Where Git addresses carry no region. */
    private static final String HOME = "us-east-1";

    private final World world;
    private final Account account;
    private final FrontDoor door;
    private final RegistryPort registry;
    private final URI endpoint;
    private final PracticeClock clock = new WorldClock();

    private PracticeCloud(World world, Account account, FrontDoor door, RegistryPort registry, URI endpoint) {
        this.world = world;
        this.account = account;
        this.door = door;
        this.registry = registry;
        this.endpoint = endpoint;
    }

    /**
     * Starts one, going on where its journal ends.
     *
     * @throws IOException if the port is taken, with a sentence for the user
     * @throws companion.practice.world.StateInUseException if another practice cloud uses the state folder
     */
    public static PracticeCloud start(PracticeSettings settings) throws IOException {
        var seed = settings.random().nextLong();
        var world = settings.state() == null
                ? World.inMemory(settings.wallClock(), settings.nanoTime(), seed)
                : World.inFolder(settings.state(), settings.wallClock(), settings.nanoTime(), seed);
        try {
            return start(settings, world);
        } catch (BindException e) {
            world.close();
            throw new IOException(
                    "Port " + settings.port() + " of 127.0.0.1 is taken. "
                            + "Choose another one, or 0 for any that is free.",
                    e);
        } catch (IOException | RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private static PracticeCloud start(PracticeSettings settings, World world) throws IOException {
        var endpoint = new AtomicReference<@Nullable URI>();
        var registryUri = new AtomicReference<@Nullable URI>();
        var credentials = new AccountCredentials(Account.ID, settings.random(), settings.wallClock());
        var account = new Account(
                world,
                credentials,
                new StandIns(settings.random()),
                () -> opened(endpoint),
                () -> opened(registryUri));
        var git = new GitHttp(world, credentials, settings.wallClock(), account.codeCommit);
        var images = new RegistryHttp(world, credentials, account.publicImages, account.ecr);
        var door = new FrontDoor(
                world,
                account,
                credentials,
                settings.wallClock(),
                List.of(new Route(GitHttp::takes, git), new Route(RegistryHttp::takes, images)));
        var uri = open(door, settings);
        endpoint.set(uri);
        var registry = RegistryPort.open(0, () -> uri);
        registryUri.set(registry.uri());
        door.allowPort(registry.uri().getPort());
        world.start();
        if (settings.speed() != null && !settings.speed().equals(world.speed())) {
            world.setSpeed(settings.speed());
        }
        return new PracticeCloud(world, account, door, registry, uri);
    }

    /** At the port that is asked for, else where it was the last time, if that is still free. */
    private static URI open(FrontDoor door, PracticeSettings settings) throws IOException {
        if (settings.port() != 0 || settings.state() == null) {
            return door.open(settings.port());
        }
        var last = new LastPort(settings.state());
        URI uri;
        try {
            uri = door.open(last.read());
        } catch (BindException e) {
            uri = door.open(0);
        }
        last.write(uri.getPort());
        return uri;
    }

    /** {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Of the person at the keyboard; made afresh at each start. */
    public String accessKeyId() {
        return account.credentials.learner().accessKeyId();
    }

    public String secretAccessKey() {
        return account.credentials.learner().secretAccessKey();
    }

    /** The user name of the Git credentials, as IAM makes them for CodeCommit. */
    public String gitUserName() {
        return account.credentials.gitUserName();
    }

    public String gitPassword() {
        return account.credentials.gitPassword();
    }

    /** Where a repository is cloned from. */
    public String gitUrl(String region, String repository) {
        return endpoint + (region.equals(HOME) ? "" : "/" + region) + "/v1/repos/" + repository;
    }

    public PracticeClock clock() {
        return clock;
    }

    /**
     * What whoever runs it should know about its state: that another version of the program had left one, which this version
     * cannot go on with. Empty if it went on, or began where nothing was.
     */
    public Optional<String> remark() {
        return world.setAside()
                .map(journal -> "The practice account that was here was made by another version of the program, and this one"
                        + " begins empty. The earlier one is kept as " + journal + ".");
    }

    @Override
    public void close() {
        door.close();
        registry.close();
        world.close();
        account.close();
    }

    private static URI opened(AtomicReference<@Nullable URI> address) {
        var uri = address.get();
        if (uri == null) {
            throw new IllegalStateException("The practice cloud is not open yet");
        }
        return uri;
    }

    private final class WorldClock implements PracticeClock {
        @Override
        public Instant now() {
            return world.glance();
        }

        @Override
        public Speed speed() {
            return world.speed();
        }

        @Override
        public void setSpeed(Speed speed) {
            world.setSpeed(speed);
        }

        @Override
        public void step(Duration by) {
            world.step(by);
        }
    }
}
