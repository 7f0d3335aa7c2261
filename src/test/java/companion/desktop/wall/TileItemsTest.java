package companion.desktop.wall;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Walls;
import companion.desktop.status.State;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileItemsTest {
    private final TileItems maker = new TileItems(account -> account.startsWith("4") ? "prod" : "other");
    private final List<PipelineSummary> wall = Walls.wall().pipelines();

    private TileItem item(String name) {
        return maker.of(wall).stream().filter(each -> each.key().name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aFailureNamesItsStageAndItsReason() {
        var item = item("checkout-api");

        assertThat(item.standing()).isEqualTo(Standing.TROUBLE);
        assertThat(item.state()).isEqualTo(State.FAILED);
        assertThat(item.status()).isEqualTo("Build failed");
        assertThat(item.reason()).isEqualTo("COMMAND_EXECUTION_ERROR: docker build");
        assertThat(item.commit()).isEqualTo("a81c04e");
        assertThat(item.message()).isEqualTo("Wallet button");
    }

    @Test
    void theStripSaysRolledBackWhereTheStageSaysSucceeded() {
        assertThat(item("orders-web").stages()).extracting(StageMark::state)
                .containsExactly(State.OK, State.OK, State.ROLLED_BACK);
    }

    @Test
    void oneThatTakesTooLongIsAWarningThoughItRuns() {
        var item = item("data-export");

        assertThat(item.state()).isEqualTo(State.WARNING);
        assertThat(item.moments().age(Walls.NOW)).isEqualTo("38 min");
        assertThat(item.moments().isSlow(Walls.NOW)).isTrue();
    }

    @Test
    void whatRunsNamesTheStageThatRuns() {
        assertThat(item("storefront").status()).isEqualTo("Deploy in progress");
        assertThat(item("storefront").moments().age(Walls.NOW)).isEqualTo("now");
        assertThat(item("storefront").moments().took(Walls.NOW)).isEqualTo("3:12");
        assertThat(item("storefront").moments().took(Walls.NOW.plusSeconds(1))).isEqualTo("3:13");
        assertThat(item("auth-service").status()).isEqualTo("Waiting for approval");
    }

    @Test
    void aDisabledTransitionIsQuietAndSaysSo() {
        var item = item("payments");

        assertThat(item.standing()).isEqualTo(Standing.QUIET);
        assertThat(item.state()).isEqualTo(State.DISABLED);
        assertThat(item.status()).isEqualTo("Transition to Deploy disabled");
    }

    @Test
    void anExecutionHeldAtATransitionTakesNoLonger() {
        var held = new PipelineSummary(
                wall.getFirst().key(), Walls.NOW,
                List.of(new PipelineSummary.StageSummary("Source", Status.SUCCEEDED, true, false),
                        new PipelineSummary.StageSummary("Deploy", Status.NOT_STARTED, false, true)),
                wall.get(4).latest(), null, null, null);

        var item = maker.of(List.of(held)).getFirst();

        assertThat(item.state()).isEqualTo(State.DISABLED);
        assertThat(item.moments().took(Walls.NOW.plus(Duration.ofDays(3)))).isEmpty();
    }

    @Test
    void aPipelineThatNeverRanSaysSo() {
        var item = maker.of(List.of(new PipelineSummary(
                wall.getFirst().key(), Walls.NOW, List.of(), null, null, null, null))).getFirst();

        assertThat(item.status()).isEqualTo("No execution yet");
        assertThat(item.moments().age(Walls.NOW)).isEmpty();
        assertThat(item.moments().took(Walls.NOW)).isEmpty();
    }

    @Test
    void readsAloudAsOneSentence() {
        assertThat(item("checkout-api").spoken(Walls.NOW)).isEqualTo(
                "checkout-api, eu-west-1, prod, Build failed, 2 minutes ago, COMMAND_EXECUTION_ERROR: docker build, "
                        + "commit a81c04e, Wallet button, took 52 seconds, usually 3 minutes 10 seconds");
    }

    @Test
    void isStaleOnceItCouldNotBeReadForHalfAMinute() {
        var before = wall.getFirst();
        var moments = maker.of(List.of(new PipelineSummary(
                before.key(), Walls.NOW, before.stages(), before.latest(), before.usual(), before.trouble(),
                new Unread("checkout-api", "ThrottlingException", "Rate exceeded")))).getFirst().moments();

        assertThat(moments.isStale(Walls.NOW.plusSeconds(29))).isFalse();
        assertThat(moments.isStale(Walls.NOW.plusSeconds(48))).isTrue();
        assertThat(moments.age(Walls.NOW.plusSeconds(48))).isEqualTo("As of 48 s ago");
    }

    @Test
    void onlyAChangedPipelineGetsANewTile() {
        var before = maker.of(wall);
        var after = maker.of(Walls.with(Walls.wall(), "pricing", Status.IN_PROGRESS, null).pipelines());

        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).key().name().equals("pricing")) {
                assertThat(after.get(i).status()).isEqualTo("Source in progress");
            } else {
                assertThat(after.get(i)).isSameAs(before.get(i));
            }
        }
    }

    @Test
    void durationStandsAgainstTheUsual() {
        var moments = new Moments(Walls.NOW, false, new Span(Walls.NOW.minusSeconds(90), Walls.NOW), Duration.ofSeconds(60), null);

        assertThat(moments.share(Walls.NOW)).contains(1.5);
        assertThat(moments.usually()).isEqualTo("1:00");
    }
}
