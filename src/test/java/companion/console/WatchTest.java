package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.watch.Pace;
import companion.monitor.watch.ScriptedHttp;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.schedule.Limits;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteResponse;

@Timeout(30)
class WatchTest {
    private final FakeTerminal fake = new FakeTerminal();

    @Test
    void anAccountThatThrottlesFirstIsWaitedForAndIsNoFailure() throws Exception {
        var asked = new AtomicInteger();
        try (var venue = venue(operation -> asked.incrementAndGet() == 1
                ? ScriptedHttp.error(400, "ThrottlingException", "Rate exceeded")
                : ScriptedHttp.error(400, "PipelineNotFoundException", "Account has no pipeline checkout"))) {
            assertThat(new WatchRelease(fake.piped(Map.of()), venue, "checkout", false).run()).isEqualTo(1);
        }
        assertThat(fake.errText()).contains("There is no pipeline checkout").doesNotContain("ThrottlingException");
    }

    @Test
    void aPipelineThatMayNotBeReadEndsTheWatchWithAwssWords() throws Exception {
        try (var venue = venue(_ -> ScriptedHttp.error(400, "AccessDeniedException", "not authorized to perform: x"))) {
            assertThat(new WatchRelease(fake.piped(Map.of()), venue, "checkout", false).run()).isEqualTo(1);
        }
        assertThat(fake.errText()).contains("AccessDeniedException", "not authorized to perform: x");
    }

    @Test
    void aWallThatMayNotBeListedEndsTheWatchInsteadOfShowingNothingForEver() throws Exception {
        try (var venue = venue(operation -> operation.equals("ListPipelines")
                ? ScriptedHttp.error(400, "AccessDeniedException", "not authorized to perform: codepipeline:ListPipelines")
                : identity())) {
            assertThat(new WatchWall(fake.piped(Map.of()), venue, List.of()).run(false, false)).isEqualTo(1);
        }
        assertThat(fake.errText()).contains("cannot be listed", "codepipeline:ListPipelines");
    }

    private static HttpExecuteResponse identity() {
        return ScriptedHttp.json(200, """
                <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ada</Arn>
                  <UserId>A</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
                """);
    }

    private WatchVenue venue(java.util.function.Function<String, HttpExecuteResponse> script) {
        var target = new Target.Practice(
                URI.create("http://127.0.0.1:1"),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));
        var connection = Connection.watching(
                target, "us-east-1", new CallTrace(InstantSource.system(), System::nanoTime),
                new ScriptedHttp(null, script::apply));
        var region = new WatchedRegion(
                connection, Pace.PRACTICE, Limits.PRACTICE, InstantSource.system(), InstantSource.system(), new Random(7));
        region.start();
        return new WatchVenue(region, null);
    }
}
