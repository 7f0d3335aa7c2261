package companion.bench;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.read.Probe;
import companion.monitor.watch.Pace;
import companion.monitor.watch.ReleaseWatch;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.push.CloudEvent;
import companion.monitor.watch.schedule.Limits;
import companion.monitor.watch.wall.WallWatch;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * What watching costs and how soon it tells: the time from an event in the practice cloud until the wall's listener has the
 * pipeline as it is then, with push and without, and the requests a second that a wall and a release take at the pace of a real
 * account.
 */
public final class WatchBench {
    private final PracticeCloud cloud;
    private final Connection learner;
    private final Target target;
    private final BenchPipelines pipelines;

    private WatchBench(PracticeCloud cloud) {
        this.cloud = cloud;
        this.target = new Target.Practice(
                cloud.endpoint(),
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey())));
        this.learner = new Connection(target, "us-east-1", true, new CallTrace(InstantSource.system(), System::nanoTime));
        this.pipelines = new BenchPipelines(learner);
    }

    /** @param args how many changes are timed; 200 unless said */
    public static void main(String[] args) throws Exception {
        int times = args.length == 0 ? 200 : Integer.parseInt(args[0]);
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, null, new Speed(300)))) {
            var bench = new WatchBench(cloud);
            for (int i = 0; i < 20; i++) {
                bench.pipelines.make("pipeline-" + i);
            }
            bench.latency(times, true);
            bench.latency(Math.max(10, times / 10), false);
            for (int i = 0; i < 20; i++) {
                bench.pipelines.stop("pipeline-" + i);
            }
            bench.budget();
        }
        System.exit(0);
    }

    /** From the request that starts an execution, before it is made, until the listener has the pipeline as running. */
    private void latency(int times, boolean pushed) throws Exception {
        var told = new LinkedBlockingQueue<Boolean>();
        var arrived = new LinkedBlockingQueue<Long>();
        try (var region = WatchedRegion.practice(target, "us-east-1", cloud.clock()::now);
                var push = region.push(learner, "workshop-companion-bench", state -> {});
                var wall = new WallWatch(List.of(region), name -> name.equals("pipeline-0"), snapshot ->
                        told.add(snapshot.pipelines().stream().anyMatch(pipeline -> pipeline.isActive())))) {
            region.onEvent(event -> {
                if (event.subject().equals(new CloudEvent.Subject.Pipeline("pipeline-0"))) {
                    arrived.add(System.nanoTime());
                }
            });
            region.start();
            wall.start();
            if (pushed) {
                push.turnOn();
            }
            if (Boolean.TRUE.equals(told.poll(30, TimeUnit.SECONDS))) {
                pipelines.stop("pipeline-0");
                until(told, false);
            }
            var millis = new double[times];
            var reading = new double[times];
            for (int i = 0; i < times; i++) {
                told.clear();
                arrived.clear();
                long start = System.nanoTime();
                learner.codePipeline().startPipelineExecution(request -> request.name("pipeline-0"));
                until(told, true);
                long seen = System.nanoTime();
                millis[i] = (seen - start) / 1e6;
                var first = arrived.poll();
                reading[i] = first == null ? 0 : (seen - first) / 1e6;
                pipelines.stop("pipeline-0");
                until(told, false);
            }
            report(pushed ? "change to listener, with push:   " : "change to listener, by polling:  ", millis);
            if (pushed) {
                report("event received to listener:      ", reading);
                push.turnOff();
            }
        }
    }

    private static void until(LinkedBlockingQueue<Boolean> told, boolean active) throws InterruptedException {
        Boolean now;
        do {
            now = told.poll(30, TimeUnit.SECONDS);
            if (now == null) {
                throw new IllegalStateException("Nothing was told within 30 s");
            }
        } while (now != active);
    }

    /** At the pace of a real account, in time that passes as fast as the requests are made. */
    private void budget() {
        var clock = new Steps();
        var counted = new AtomicInteger();
        var connection = Connection.watching(target, "us-east-1", new CallTrace(InstantSource.system(), System::nanoTime));
        connection.trace().listen(call -> {
            if (call.took() == null) {
                counted.incrementAndGet();
            }
        });
        try (var region = new WatchedRegion(
                        connection, Pace.REAL, Limits.REAL, cloud.clock()::now, clock, new Random(1));
                var wall = new WallWatch(List.of(region), snapshot -> {})) {
            wall.start();
            cost("wall of 20 at rest, all on screen", region, clock, counted);
            try (var release = new ReleaseWatch(
                    "pipeline-1", region, new Probe(cloud.clock()::now, System::nanoTime), told -> {})) {
                release.start();
                cost("the same and a release beside it", region, clock, counted);
            }
        }
    }

    private static void cost(String what, WatchedRegion region, Steps clock, AtomicInteger counted) {
        pass(region, clock, Duration.ofMinutes(2));
        counted.set(0);
        pass(region, clock, Duration.ofMinutes(30));
        System.out.printf(
                Locale.ROOT, "%s: %.3f requests/s, %d in 30 min%n", what, counted.get() / 1800.0, counted.get());
    }

    private static void pass(WatchedRegion region, Steps clock, Duration time) {
        var end = clock.instant().plus(time);
        for (var next = region.scheduler().turn(); next.isBefore(end); next = region.scheduler().turn()) {
            clock.now = next.isAfter(clock.now) ? next : clock.now.plusMillis(50);
        }
        clock.now = end;
    }

    private static final class Steps implements InstantSource {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static void report(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT, "%s median %.0f ms, p95 %.0f ms, most %.0f ms (n %d)%n", what, millis[millis.length / 2],
                millis[(int) (millis.length * 0.95)], millis[millis.length - 1], millis.length);
    }
}
