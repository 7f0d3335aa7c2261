package companion.practice;

import companion.practice.fabric.Credentials;
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

/** A practice cloud that is running: the handle by which the application around it reaches it. Thread-safe. */
public final class PracticeCloud implements AutoCloseable {
    private static final String FIRST_REGION = "us-east-1";

    private final World world;
    private final AccountCredentials credentials;
    private final FrontDoor door;
    private final URI endpoint;

    private PracticeCloud(World world, AccountCredentials credentials, FrontDoor door, URI endpoint) {
        this.world = world;
        this.credentials = credentials;
        this.door = door;
        this.endpoint = endpoint;
    }

    /**
     * Starts one: replays what it kept, lets time pass, and listens.
     *
     * @throws companion.practice.world.StateInUseException if another one has the folder open
     * @throws IOException if the port is taken, with a sentence for the user
     */
    public static PracticeCloud start(PracticeSettings settings) throws IOException {
        var seed = settings.random().nextLong();
        var world = settings.state() == null
                ? World.inMemory(settings.wallClock(), settings.nanoTime(), seed)
                : World.inFolder(settings.state(), settings.wallClock(), settings.nanoTime(), seed);
        var credentials = new AccountCredentials(Account.ID, settings.random(), settings.wallClock());
        var account = new Account(world, credentials);
        var door = new FrontDoor(world, account, credentials, settings.wallClock(), routes());
        try {
            world.start();
            if (settings.speed() != null && !settings.speed().equals(world.speed())) {
                world.setSpeed(settings.speed());
            }
            return new PracticeCloud(world, credentials, door, door.open(settings.port()));
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

    /** Where all its services are, for example {@code http://127.0.0.1:4566}. */
    public URI endpoint() {
        return endpoint;
    }

    /** The access keys of the account's one user. */
    public Credentials.Key learner() {
        return credentials.learner();
    }

    public String gitUserName() {
        return credentials.gitUserName();
    }

    public String gitPassword() {
        return credentials.gitPassword();
    }

    /** The URL by which a Git client reaches a CodeCommit repository. */
    public String gitUrl(String region, String repository) {
        var path = "/v1/repos/" + repository;
        return endpoint + (region.equals(FIRST_REGION) ? path : "/" + region + path);
    }

    public PracticeClock clock() {
        return new PracticeClock() {
            @Override
            public Instant now() {
                return world.now();
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
        };
    }

    @Override
    public void close() {
        door.close();
        world.close();
    }

    private static List<Route> routes() {
        return List.of();
    }
}
