package companion.window;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.timeline.Story;
import companion.monitor.timeline.Timeline;
import companion.monitor.watch.Release;
import companion.monitor.watch.schedule.Answering;
import companion.monitor.why.Why;
import companion.monitor.why.Why.Remedy.PrivilegedMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class OfferedRemedyTest {
    private final BlockingQueue<Why> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();

    @Test
    void isReadOnceForACauseAndOfferedWithIt() throws InterruptedException {
        var remedy = new OfferedRemedy((why, snapshot) -> {
            asked.add(why);
            return Optional.of(act(why.headline()));
        });
        var first = release(why("first", new PrivilegedMode("p")));

        remedy.look(first, () -> ready.add("first"));
        assertThat(ready.poll(10, TimeUnit.SECONDS)).isEqualTo("first");
        remedy.look(first, () -> ready.add("again"));
        assertThat(remedy.of(first)).map(Act::label).contains("first");

        var second = release(why("second", new PrivilegedMode("p")));
        assertThat(remedy.of(second)).as("that of another cause").isEmpty();
        remedy.look(second, () -> ready.add("second"));
        assertThat(ready.poll(10, TimeUnit.SECONDS)).isEqualTo("second");
        assertThat(remedy.of(second)).map(Act::label).contains("second");
        assertThat(asked).extracting(Why::headline).containsExactly("first", "second");
    }

    @Test
    void nothingIsReadWhereSomebodyHasToDecide() {
        var remedy = new OfferedRemedy((why, snapshot) -> {
            throw new AssertionError("asked for " + why.headline());
        });

        remedy.look(release(why("no setting", null)), () -> ready.add("ready"));
        remedy.look(release(null), () -> ready.add("ready"));

        assertThat(remedy.of(release(null))).isEmpty();
    }

    @Test
    void oneWhoMayNotReadItIsOfferedNothing() throws InterruptedException {
        var remedy = new OfferedRemedy((why, snapshot) -> {
            asked.add(why);
            throw SdkClientException.create("denied");
        });
        var release = release(why("denied", new PrivilegedMode("p")));

        remedy.look(release, () -> ready.add("ready"));

        assertThat(asked.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(remedy.of(release)).isEmpty();
        assertThat(ready).isEmpty();
    }

    private static Act act(String label) {
        return new Act(Kind.MEND, label, Optional.empty(), List.of());
    }

    private static Why why(String headline, Why.@Nullable Remedy remedy) {
        return new Why(
                Why.Kind.FAILED, headline, "", null, List.of(), null,
                List.of(new Why.Step("Set it right", "UpdateProject", remedy)), List.of(), List.of());
    }

    private static Release release(@Nullable Why why) {
        var snapshot = new ReleaseSnapshot(Instant.EPOCH, null, null, null, List.of(), null, List.of(), List.of());
        return new Release(
                snapshot, Timeline.EMPTY, List.of(), List.of(), 0, Story.EMPTY, why,
                new Answering(Answering.Kind.WELL, Instant.EPOCH, null, "", "", Duration.ZERO));
    }
}
