package companion.practice;

import companion.practice.s3.S3Account;
import companion.practice.sts.AccountCredentials;
import companion.practice.wire.AwsService;
import companion.practice.wire.Directory;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * The practice account: its regions, each made when it is first needed, and what is one for all of them. Thread-safe.
 */
final class Account implements Directory {
    static final String ID = "123456789012";

    /** Where the global services are. */
    private static final String HOME = "us-east-1";

    private final World world;
    private final AccountCredentials credentials;
    private final S3Account buckets = new S3Account(ID);
    private final Map<String, Region> regions = new ConcurrentHashMap<>();

    Account(World world, AccountCredentials credentials) {
        this.world = world;
        this.credentials = credentials;
    }

    World world() {
        return world;
    }

    AccountCredentials credentials() {
        return credentials;
    }

    S3Account buckets() {
        return buckets;
    }

    Region region(String name) {
        return regions.computeIfAbsent(name, key -> new Region(this, new Place(ID, key)));
    }

    /** The region in which the global services, such as IAM, have their one room. */
    Region home() {
        return region(HOME);
    }

    @Override
    public @Nullable SdkClient room(AwsService service, String region) {
        return region(region).room(service);
    }
}
