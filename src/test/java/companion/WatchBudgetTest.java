package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.TracedCall;
import companion.monitor.read.Probe;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.PracticeBench;
import companion.monitor.watch.Release;
import companion.monitor.watch.ReleaseWatch;
import companion.monitor.watch.ScriptedHttp;
import companion.monitor.watch.schedule.Answering.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching a whole release of the workshop as on a real account: what it costs, what it sees, and what faults do to it. */
class WatchBudgetTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<Release> told = new ArrayList<>();
    private final List<Instant> requests = new ArrayList<>();

    private static Status status(Release release) {
        return release.snapshot().pipeline().latest().orElseThrow().status();
    }

    private static boolean isDeploying(Release release) {
        var deployment = release.snapshot().deployment();
        return deployment != null && deployment.status() == Status.IN_PROGRESS;
    }

    @Test
    void aRunningReleaseCostsARequestASecondAtMostAndFaultsLeaveItReadable() throws IOException {
        var journey = new Journey(folder);
        var run = journey.run("--until", "pipeline", "--keep");
        assertThat(run.exit()).as(run.err()).isZero();
        try (var bench = new PracticeBench(journey.state());
                var watch = new ReleaseWatch(
                        "MyFirstPipeline", bench.region, new Probe(bench.cloud.clock()::now, bench.clock::nanos), told::add)) {
            bench.region.connection().trace().listen(this::count);
            watch.start();
            bench.run(Duration.ofMinutes(20));
            bench.release("MyFirstPipeline");
            requests.clear();

            bench.run(() -> isDeploying(told.getLast()), Duration.ofMinutes(15));
            faults(bench, watch);
            bench.run(() -> status(told.getLast()).isOver(), Duration.ofMinutes(90));

            assertThat(status(told.getLast())).isEqualTo(Status.SUCCEEDED);
            assertThat(told.getLast().log()).as("the build's log to its end").isNotEmpty();
            assertThat(told.getLast().snapshot().unread()).isEmpty();
            assertThat(told).as("no fault is a failed pipeline").noneMatch(
                    release -> release.snapshot().pipeline() != null && status(release) == Status.FAILED);
            assertThat(mostInAMinute()).isBetween(10, 60);

            requests.clear();
            bench.run(Duration.ofMinutes(10));
            assertThat(requests).as("at rest").hasSizeLessThanOrEqualTo(60);
        }
    }

    /** Each fault for a minute: what was read stays, the reason is said, and it goes on by itself. */
    private void faults(PracticeBench bench, ReleaseWatch watch) {
        fault(bench, watch, "ThrottlingException", 400, "Rate exceeded", Kind.THROTTLED);
        fault(bench, watch, "InternalFailure", 500, "We encountered an internal error", Kind.FAILING);
        fault(bench, watch, "ExpiredTokenException", 400, "The security token is expired", Kind.CREDENTIALS);
        fault(bench, watch, "RequestTimeTooSkewed", 403, "The difference between the times is too large", Kind.CLOCK);
    }

    private void fault(PracticeBench bench, ReleaseWatch watch, String code, int status, String message, Kind kind) {
        var before = told.getLast();
        bench.http.answer(_ -> ScriptedHttp.error(status, code, message));
        bench.run(MINUTE);
        var meanwhile = told.getLast();
        assertThat(meanwhile.answering().kind()).as(code).isEqualTo(kind);
        assertThat(meanwhile.answering().what()).isNotEmpty();
        assertThat(meanwhile.snapshot().pipeline()).isEqualTo(before.snapshot().pipeline());
        assertThat(meanwhile.snapshot().deployment()).isEqualTo(before.snapshot().deployment());
        assertThat(meanwhile.snapshot().taskSets()).isEqualTo(before.snapshot().taskSets());
        assertThat(watch.age()).isGreaterThan(Duration.ofSeconds(40));

        bench.http.answer(_ -> null);
        bench.run(() -> watch.age().compareTo(Duration.ofSeconds(10)) < 0, Duration.ofMinutes(2));
        assertThat(watch.age()).as("goes on after " + code).isLessThan(Duration.ofSeconds(10));
    }

    private void count(TracedCall call) {
        if (call.took() == null) {
            requests.add(call.at());
        }
    }

    private int mostInAMinute() {
        int most = 0;
        for (int from = 0, to = 0; to < requests.size(); to++) {
            while (requests.get(from).plus(MINUTE).isBefore(requests.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
