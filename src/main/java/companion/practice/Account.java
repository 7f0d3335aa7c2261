package companion.practice;

import companion.practice.codecommit.PracticeCodeCommit;
import companion.practice.ecr.PracticeEcr;
import companion.practice.ecr.PracticeImages;
import companion.practice.ecr.PublicImages;
import companion.practice.fabric.Images;
import companion.practice.fabric.StandIns;
import companion.practice.iam.PracticeIam;
import companion.practice.s3.S3Account;
import companion.practice.sts.AccountCredentials;
import companion.practice.wire.AwsService;
import companion.practice.wire.Directory;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.iam.IamClient;

/** The practice account: what is the same in every region, and its regions, each made when it is first asked for. */
final class Account implements Directory, AutoCloseable {
    static final String ID = "123456789012";

    private static final String HOME = "us-east-1";

    final World world;
    final AccountCredentials credentials;
    final PublicImages publicImages;
    final StandIns standIns;
    final S3Account buckets = new S3Account(ID);
    final Supplier<URI> endpoint;
    final Supplier<URI> registry;

    /** Classes and not lambdas: linking a lambda loads the class that it returns, and a start has no time for these. */
    final Function<String, PracticeCodeCommit> codeCommit = new Function<>() {
        @Override
        public PracticeCodeCommit apply(String region) {
            return (PracticeCodeCommit) region(region).codeCommit();
        }
    };

    final Function<String, PracticeEcr> ecr = new Function<>() {
        @Override
        public PracticeEcr apply(String region) {
            return (PracticeEcr) region(region).ecr();
        }
    };

    private final OnDemand<Images> images;
    private final OnDemand<SdkClient> iam;
    private final ConcurrentHashMap<String, Region> regions = new ConcurrentHashMap<>();

    /**
     * @param standIns for secrets that pass through
     * @param endpoint where the front door is, once it is open
     * @param registry where images are pushed to, once that is open
     */
    Account(
            World world,
            AccountCredentials credentials,
            StandIns standIns,
            Supplier<URI> endpoint,
            Supplier<URI> registry) {
        this.world = world;
        this.credentials = credentials;
        this.standIns = standIns;
        this.endpoint = endpoint;
        this.registry = registry;
        this.publicImages = new PublicImages(world.blobs());
        this.images = new OnDemand<>(world, () -> new PracticeImages(world, ID, publicImages, ecr));
        this.iam = new OnDemand<>(world, () -> new PracticeIam(world, new Place(ID, HOME)));
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

    Images images() {
        return images.get();
    }

    IamClient iam() {
        return (IamClient) iam.get();
    }

    PracticeIam iamRoom() {
        return (PracticeIam) iam.get();
    }

    @Override
    public void close() {
        regions.values().forEach(Region::close);
    }
}
