package companion.monitor.watch.schedule;

import static companion.monitor.watch.ScriptedHttp.error;
import static companion.monitor.watch.ScriptedHttp.json;
import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.AwsErrors;
import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.ManualClock;
import companion.monitor.watch.ScriptedHttp;
import companion.monitor.watch.schedule.Answering.Kind;
import companion.monitor.watch.schedule.Turn.Urgency;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class SchedulerTest {
    private static final String STATE = "{\"pipelineName\":\"P\",\"pipelineVersion\":1,\"stageStates\":[]}";

    private final ManualClock clock = new ManualClock();
    private final ScriptedHttp http = new ScriptedHttp(null, _ -> json(200, STATE));
    private final AtomicReference<AwsCredentialsProvider> credentials = new AtomicReference<>(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));
    private final Connection connection = Connection.watching(
            new Target.Practice(URI.create("http://127.0.0.1:1"), () -> credentials.get().resolveCredentials()),
            "us-east-1",
            new CallTrace(clock, System::nanoTime),
            http);
    private final Scheduler scheduler = new Scheduler(connection, Limits.REAL, clock, new Random(7));
    private final Polled polled = new Polled();

    /** Asks for a pipeline's state every five seconds. */
    private final class Polled implements Watched {
        private final List<Answering> heard = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private Instant due = ManualClock.START;

        @Override
        public Turn next(Instant now) {
            return new Turn(due, Duration.ofSeconds(5), Urgency.WATCHED);
        }

        @Override
        public List<Unread> read(Instant now) {
            due = now.plusSeconds(5);
            unread.clear();
            try {
                connection.codePipeline().getPipelineState(request -> request.name("P"));
            } catch (SdkException e) {
                unread.add(new Unread("Pipeline", AwsErrors.code(e), AwsErrors.message(e)));
            }
            return unread;
        }

        @Override
        public double share() {
            return 0.8;
        }

        @Override
        public void answers(Answering answering) {
            heard.add(answering);
        }
    }

    @AfterEach
    void close() {
        // The SDK corrects the time of all signatures of a process once it was told that a clock is wrong.
        SdkGlobalTime.setGlobalTimeOffset(0);
        scheduler.close();
        connection.close();
    }

    /** Lets it work for so long. @return how many requests it made */
    private int run(Duration time) {
        var end = clock.instant().plus(time);
        http.asked();
        for (var next = scheduler.turn(); next.isBefore(end); next = scheduler.turn()) {
            clock.moveTo(next.isAfter(clock.instant()) ? next : clock.instant().plusMillis(1));
        }
        clock.moveTo(end);
        return http.asked().size();
    }

    @Test
    void itReadsAtThePaceThatIsWantedAndEachCallOnce() {
        scheduler.add(polled);
        assertThat(run(Duration.ofMinutes(5))).isBetween(59, 61);
        assertThat(scheduler.answering().kind()).isEqualTo(Kind.WELL);
    }

    @Test
    void whatIsNotWatchedAnyMoreIsNotRead() {
        var end = scheduler.add(polled);
        run(Duration.ofSeconds(20));
        end.run();
        assertThat(run(Duration.ofMinutes(5))).isZero();
    }

    @Test
    void throttledItAsksLessAndLessAndComesBackSlowly() {
        scheduler.add(polled);
        http.answer(_ -> error(400, "ThrottlingException", "Rate exceeded"));
        assertThat(run(Duration.ofMinutes(5))).isLessThan(20);
        assertThat(scheduler.answering().kind()).isEqualTo(Kind.THROTTLED);
        assertThat(scheduler.answering().what()).contains("throttles");
        assertThat(polled.unread).extracting(Unread::code).containsExactly("ThrottlingException");

        http.answer(_ -> json(200, STATE));
        int first = run(Duration.ofMinutes(1));
        assertThat(polled.unread).isEmpty();
        run(Duration.ofMinutes(5));
        assertThat(run(Duration.ofMinutes(1))).isBetween(11, 13).isGreaterThan(first);
        assertThat(scheduler.answering().isWell()).isTrue();
    }

    @Test
    void twoThatAreThrottledTogetherDoNotComeBackTogether() {
        var one = new Backoff(new Random(1));
        var other = new Backoff(new Random(2));
        for (int i = 0; i < 10; i++) {
            var pause = one.failed();
            assertThat(pause).isNotEqualTo(other.failed()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void expiredCredentialsAreOneStateThatEndsWithTheFirstAnswer() {
        scheduler.add(polled);
        run(Duration.ofSeconds(30));
        http.answer(_ -> error(400, "ExpiredTokenException", "The security token included in the request is expired"));
        assertThat(run(Duration.ofMinutes(5))).isLessThan(25);
        assertThat(scheduler.answering().kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(scheduler.answering().next()).contains("Sign in again");
        var since = scheduler.answering().since();
        assertThat(polled.heard).allMatch(answering -> answering.since().equals(since));

        http.answer(_ -> json(200, STATE));
        scheduler.retry();
        assertThat(run(Duration.ofSeconds(6))).isPositive();
        assertThat(scheduler.answering().isWell()).isTrue();
    }

    @Test
    void credentialsThatCannotBeFoundAreTheSameStateThoughNothingIsSent() {
        scheduler.add(polled);
        var found = credentials.get();
        credentials.set(() -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        });
        assertThat(run(Duration.ofMinutes(1))).isZero();
        assertThat(scheduler.answering().kind()).isEqualTo(Kind.CREDENTIALS);
        credentials.set(found);
        run(Duration.ofMinutes(1));
        assertThat(scheduler.answering().isWell()).isTrue();
    }

    @Test
    void errorsOfAwsAndOfTheNetworkAreWaitedOff() {
        scheduler.add(polled);
        http.answer(_ -> error(500, "InternalFailure", "We encountered an internal error"));
        run(Duration.ofMinutes(2));
        assertThat(scheduler.answering().kind()).isEqualTo(Kind.FAILING);
        http.answer(_ -> null);
        run(Duration.ofMinutes(2));
        assertThat(scheduler.answering().kind()).isEqualTo(Kind.UNREACHABLE);
        http.answer(_ -> json(200, STATE));
        run(Duration.ofMinutes(1));
        assertThat(scheduler.answering().isWell()).isTrue();
    }

    @Test
    void aClockThatIsWrongIsSaid() {
        scheduler.add(polled);
        var account = Instant.now().minus(Duration.ofMinutes(12));
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(account.atZone(ZoneOffset.UTC));
        http.answer(_ -> ScriptedHttp.dated(json(200, STATE), date));
        run(Duration.ofSeconds(20));
        assertThat(scheduler.answering().isWell()).isTrue();
        assertThat(scheduler.answering().what()).isEqualTo("This machine's clock is 12 min ahead of AWS's.");

        http.answer(_ -> ScriptedHttp.dated(
                error(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large"),
                date));
        run(Duration.ofSeconds(20));
        assertThat(scheduler.answering().kind()).isEqualTo(Kind.CLOCK);
        assertThat(scheduler.answering().what()).contains("12 min ahead");
        assertThat(scheduler.answering().next()).contains("Set this machine's clock");
    }
}
