package companion.practice;

import companion.practice.codecommit.PracticeCodeCommit;
import companion.practice.ecr.PracticeEcr;
import companion.practice.ecr.PracticeImages;
import companion.practice.ecr.PublicImages;
import companion.practice.fabric.Images;
import companion.practice.iam.PracticeIam;
import companion.practice.s3.S3Account;
import companion.practice.sts.AccountCredentials;
import companion.practice.wire.AwsService;
import companion.practice.wire.Directory;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/** The practice account: what is the same in every region, and its regions, each made when it is first asked for. */
final class Account implements Directory, AutoCloseable {
    static final String ID = "123456789012";

    private static final String HOME = "us-east-1";

    final World world;
    final AccountCredentials credentials;
    final PublicImages publicImages;
    final Images images;
    final PracticeIam iam;
    final S3Account buckets = new S3Account(ID);
    final Supplier<URI> endpoint;
    final Supplier<URI> registry;

    private final ConcurrentHashMap<String, Region> regions = new ConcurrentHashMap<>();

    /**
     * @param endpoint where the front door is, once it is open
     * @param registry where images are pushed to, once that is open
     */
    Account(World world, AccountCredentials credentials, Supplier<URI> endpoint, Supplier<URI> registry) {
        this.world = world;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.registry = registry;
        this.publicImages = new PublicImages(world.blobs());
        this.images = new PracticeImages(world, ID, publicImages, this::ecr);
        this.iam = new PracticeIam(world, new Place(ID, HOME));
    }

    @Override
    public @Nullable SdkClient room(AwsService service, String region) {
        return region(region).room(service);
    }

    Region region(String name) {
        // Not computeIfAbsent: a region's rooms may ask for another region while they are made.
        var known = regions.get(name);
        if (known == null) {
            regions.putIfAbsent(name, new Region(this, new Place(ID, name)));
            known = regions.get(name);
        }
        return known;
    }

    PracticeCodeCommit codeCommit(String region) {
        return (PracticeCodeCommit) region(region).codeCommit();
    }

    PracticeEcr ecr(String region) {
        return (PracticeEcr) region(region).ecr();
    }

    @Override
    public void close() {
        regions.values().forEach(Region::close);
    }
}
