package companion.window;

import static org.assertj.core.api.Assertions.assertThat;

import companion.Pipelines;
import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.desktop.context.AppContext.Memory;
import companion.desktop.context.ReadOnly;
import companion.desktop.wall.places.WatchedPlace;
import companion.desktop.wall.places.WatchedPlaces;
import companion.desktop.wall.places.WatchedPlaces.PushPlan;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.push.PushState;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The wall of several Regions, chosen while it is watched, on a practice cloud. */
class WindowPlacesTest {
    private static final String WEST = "practice|eu-west-1";

    private final PracticeCloud cloud = PracticeCloud.start(PracticeSettings.on(0, null, Speed.REAL));
    private final Target target = new Target.Practice(
            cloud.endpoint(),
            StaticCredentialsProvider.create(AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey())));
    private final Connection east = connection("us-east-1");
    private final Connection west = connection("eu-west-1");
    private final Map<String, String> remembered = new ConcurrentHashMap<>();
    private final ReadOnly readOnly = new ReadOnly(new companion.desktop.context.Connection(
            companion.desktop.context.Connection.Kind.PRACTICE, "Practice cloud", "us-east-1", "123456789012"));
    private final LinkedBlockingQueue<WallSnapshot> walls = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<List<WatchedPlace>> told = new LinkedBlockingQueue<>();
    private final WatchedRegion here = WatchedRegion.practice(target, "us-east-1", cloud.clock()::now);
    private final PipelinesFeed feed = feed(here);
    private final WatchedPlaces places = feed.places().orElseThrow();

    WindowPlacesTest() throws IOException {
        here.start();
        feed.listen(walls::add);
        places.listen(told::add);
        for (var aws : List.of(east, west)) {
            aws.codeCommit().createRepository(request -> request.repositoryName("app"));
        }
        Pipelines.create(east, "checkout");
        Pipelines.create(west, "billing");
    }

    private Connection connection(String region) {
        return new Connection(target, region, true, new CallTrace(InstantSource.system(), System::nanoTime));
    }

    private PipelinesFeed feed(WatchedRegion region) {
        return new PipelinesFeed(region, cloud.clock()::now, new Remembered(remembered), readOnly, new Random(1));
    }

    @AfterEach
    void close() {
        feed.close();
        here.close();
        east.close();
        west.close();
        cloud.close();
    }

    private record Remembered(Map<String, String> values) implements Memory {
        @Override
        public Map<String, String> read() {
            return values;
        }

        @Override
        public void write(Map<String, String> more) {
            values.putAll(more);
        }
    }

    private static <T> T until(LinkedBlockingQueue<T> queue, Predicate<T> wanted) throws InterruptedException {
        while (true) {
            @Nullable T next = queue.poll(30, TimeUnit.SECONDS);
            if (wanted.test(Objects.requireNonNull(next, "nothing came"))) {
                return next;
            }
        }
    }

    private static List<String> names(WallSnapshot wall) {
        return wall.pipelines().stream().map(each -> each.key().region() + "/" + each.key().name()).toList();
    }

    private static WatchedPlace place(List<WatchedPlace> places, String id) {
        return places.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aRegionThatIsAddedStandsBesideTheOthersUntilItIsRemoved() throws InterruptedException {
        until(walls, wall -> names(wall).equals(List.of("us-east-1/checkout")));

        places.add("practice", "eu-west-1", why -> {});
        until(walls, wall -> names(wall).equals(List.of("eu-west-1/billing", "us-east-1/checkout")));
        assertThat(feed.regions()).containsExactly("us-east-1", "eu-west-1");
        assertThat(until(told, now -> now.size() == 2)).extracting(WatchedPlace::fixed).containsExactly(true, false);

        places.remove(WEST);
        until(walls, wall -> names(wall).equals(List.of("us-east-1/checkout")));
        until(told, now -> now.size() == 1);
        assertThat(feed.regions()).containsExactly("us-east-1");
    }

    @Test
    void whatWasChosenIsThereTheNextTime() throws InterruptedException {
        places.add("practice", "eu-west-1", why -> {});
        until(told, now -> now.size() == 2);

        var again = WatchedRegion.practice(target, "us-east-1", cloud.clock()::now);
        try (var next = feed(again)) {
            var seen = new LinkedBlockingQueue<WallSnapshot>();
            next.listen(seen::add);
            again.start();
            next.restore();
            until(seen, wall -> names(wall).equals(List.of("eu-west-1/billing", "us-east-1/checkout")));
        } finally {
            again.close();
        }
    }

    @Test
    void oneAccountAndRegionIsWatchedOnce() throws InterruptedException {
        var refused = new LinkedBlockingQueue<String>();
        places.add("practice", "us-east-1", refused::add);

        assertThat(until(refused, why -> true)).isEqualTo("us-east-1 of Practice cloud is watched already.");
        assertThat(feed.regions()).containsExactly("us-east-1");
        assertThat(remembered.getOrDefault("wall.places", "")).isEmpty();
    }

    @Test
    void pushIsTurnedOnWithTheCallsThatWereShownAndLeavesNothingWhenItIsTurnedOff() throws InterruptedException {
        places.add("practice", "eu-west-1", why -> {});
        until(told, now -> now.size() == 2);
        var plans = new LinkedBlockingQueue<PushPlan>();

        places.planPush(WEST, true, plans::add);
        assertThat(until(plans, plan -> true).commands()).hasSize(3).allMatch(command -> command.contains("--region eu-west-1"))
                .first().asString().startsWith("aws sqs create-queue --queue-name workshop-companion-");
        assertThat(west.sqs().listQueues().queueUrls()).isEmpty();

        places.push(WEST, true);
        until(told, now -> place(now, WEST).push().equals(new PushState.On()));
        assertThat(west.sqs().listQueues().queueUrls()).hasSize(1);
        assertThat(west.eventBridge().listRules(request -> {}).rules()).hasSize(1);
        assertThat(east.sqs().listQueues().queueUrls()).as("the other Region").isEmpty();
        Pipelines.create(west, "told");
        until(walls, wall -> names(wall).contains("eu-west-1/told"));

        places.push(WEST, false);
        until(told, now -> place(now, WEST).push().equals(new PushState.Off()));
        assertThat(west.sqs().listQueues().queueUrls()).isEmpty();
        assertThat(west.eventBridge().listRules(request -> {}).rules()).isEmpty();
    }

    @Test
    void pushGoesOnTheNextTime() throws InterruptedException {
        places.push("practice|us-east-1", true);
        until(told, now -> now.getFirst().isPushOn());

        var again = WatchedRegion.practice(target, "us-east-1", cloud.clock()::now);
        try (var next = feed(again)) {
            var seen = new LinkedBlockingQueue<List<WatchedPlace>>();
            next.places().orElseThrow().listen(seen::add);
            next.restore();
            until(seen, now -> now.getFirst().isPushOn());
            assertThat(east.sqs().listQueues().queueUrls()).as("the same queue").hasSize(1);
        } finally {
            again.close();
        }
    }

    @Test
    void aPipelineKnowsItsPlaceItsClockAndHowTheCliReachesIt() throws InterruptedException {
        places.add("practice", "eu-west-1", why -> {});
        var wall = until(walls, each -> names(each).contains("eu-west-1/billing"));
        var billing = wall.pipelines().getFirst().key();

        assertThat(feed.place(billing)).map(PlaceWatch::isOwn).contains(true);
        assertThat(feed.now(billing, InstantSource.fixed(Instant.EPOCH))).isAfter(Instant.EPOCH);
        assertThat(feed.options(billing.account())).isEqualTo("--endpoint-url " + cloud.endpoint());
        assertThat(feed.hasConsole(billing.account())).isFalse();
    }
}
