package companion.desktop.live.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import companion.desktop.gallery.Limits;
import companion.desktop.status.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GraphModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:05:00Z");

    @Test
    void actionsOfOneRunOrderStandInParallel() {
        var model = GraphModel.of(Limits.pipeline(3, 4), NOW);

        assertThat(model.stages().get(1).groups()).hasSize(2).allMatch(group -> group.size() == 2);
    }

    @Test
    void theStageThatFailedOrRunsIsTheCurrentOne() {
        var model = GraphModel.of(Limits.pipeline(50, 10), NOW);

        assertThat(model.stages().get(model.current()).state()).isEqualTo(State.RUNNING);
        assertThat(model.stages().get(model.current()).spoken()).contains("of 50, in progress");
    }

    @Test
    void atTheLimitAllOfItIsLaidOutInLinesThatFitTheWindow() {
        var plan = GraphPlan.of(GraphModel.of(Limits.pipeline(50, 10), NOW), 1300.0 / 500);

        assertThat(plan.boxes()).hasSize(50);
        assertThat(plan.slots()).hasSize(500);
        assertThat(plan.width() / plan.height()).isBetween(1.3, 5.2);
        assertThat(plan.slots()).allSatisfy(slot -> {
            var stage = plan.boxes().get(slot.stage());
            assertThat(slot.box().y() + slot.box().height()).isLessThanOrEqualTo(stage.y() + stage.height());
        });
    }

    @Test
    void whatIsUnderThePointerStaysThereWhileOneZooms() {
        var lens = new Lens(0.5, 30, -20);
        double x = lens.pictureX(200);
        double y = lens.pictureY(100);

        var near = lens.zoom(1.25, 200, 100);

        assertThat(near.scale()).isEqualTo(0.625);
        assertThat(near.pictureX(200)).isCloseTo(x, within(1e-9));
        assertThat(near.pictureY(100)).isCloseTo(y, within(1e-9));
    }

    @Test
    void theRoomThatAPictureAsksForIsItsOwnHeight() {
        var small = GraphModel.of(Limits.pipeline(3, 1), NOW);

        assertThat(GraphPlan.heightWithin(small, 1300)).isEqualTo(GraphPlan.of(small, 1300 / 200.0).height());
        assertThat(GraphPlan.heightWithin(small, 300)).as("below each other").isGreaterThan(3 * 80);
    }

    @Test
    void aSmallPictureIsNotBlownUpAndALargeOneFits() {
        assertThat(Lens.fit(200, 100, 1000, 500).scale()).isEqualTo(1);

        var far = Lens.fit(10_000, 1000, 1000, 500);
        assertThat(far.x()).isGreaterThanOrEqualTo(0);
        assertThat(far.x() + 10_000 * far.scale()).isLessThanOrEqualTo(1000);
    }

    @Test
    void somethingIsAlwaysInSight() {
        var lost = new Lens(1, -5000, 9000).within(1000, 500, 800, 400);

        assertThat(lost.x()).isEqualTo(-600);
        assertThat(lost.y()).isEqualTo(200);
    }
}
