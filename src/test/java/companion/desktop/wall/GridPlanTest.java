package companion.desktop.wall;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Walls;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridPlanTest {
    private static final GridPlan.Measure MEASURE = new GridPlan.Measure(1320, 286, 12, 102, 122, 27);

    private final GridPlan plan = plan(24);

    private static GridPlan plan(int pipelines) {
        return GridPlan.of(sections(pipelines), MEASURE);
    }

    private static List<Section> sections(int pipelines) {
        var model = new WallModel(account -> account, Set.of(), WallQuery.USUAL);
        model.show(Walls.many(pipelines));
        return model.sections();
    }

    @Test
    void fitsAsManyColumnsAsThereIsRoomFor() {
        assertThat(plan.columns()).isEqualTo(4);
        assertThat(plan.tileWidth()).isEqualTo(321);
        assertThat(GridPlan.of(List.of(), new GridPlan.Measure(200, 286, 12, 102, 122, 27)).columns()).isEqualTo(1);
    }

    @Test
    void rowsFollowOneAnotherAndTroubleIsTaller() {
        assertThat(plan.rows().get(0).isHeading()).isTrue();
        assertThat(plan.rows().get(1).top()).isEqualTo(27);
        assertThat(plan.rows().get(1).height()).isEqualTo(122);
        assertThat(plan.rows().get(2).top()).isEqualTo(27 + 122 + 12);
        assertThat(plan.rows().get(3).height()).isEqualTo(102);
        assertThat(plan.rows()).extracting(GridPlan.Row::top).isSorted();
    }

    @Test
    void findsWhatIsInViewOfAThousand() {
        var long1000 = plan(1000);
        int first = long1000.firstBelow(5000);

        assertThat(long1000.rows().get(first).bottom()).isGreaterThan(5000);
        assertThat(long1000.rows().get(first - 1).bottom()).isLessThanOrEqualTo(5000);
        assertThat(long1000.firstBelow(0)).isZero();
        assertThat(long1000.firstBelow(1e9)).isEqualTo(long1000.rows().size());
    }

    @Test
    void everyTileIsInOneRow() {
        for (int i = 0; i < plan.tiles().size(); i++) {
            var row = plan.rowOf(i);
            assertThat(i).isBetween(row.from(), row.to() - 1);
        }
    }

    @Test
    void arrowsKeepTheirColumnOverHeadings() {
        assertThat(plan.vertically(1, 1)).isEqualTo(5);
        assertThat(plan.vertically(5, -1)).isEqualTo(1);
        assertThat(plan.vertically(1, -1)).isEqualTo(1);
        assertThat(plan.vertically(23, 1)).isEqualTo(23);
        assertThat(plan.vertically(0, 100)).isEqualTo(20);
    }

    @Test
    void anArrowIntoAShorterRowGoesToItsEnd() {
        var sections = sections(24);
        var short2 = List.of(new Section("a", sections.get(0).tiles()), new Section("b", sections.get(1).tiles().subList(0, 2)));

        assertThat(GridPlan.of(short2, MEASURE).vertically(3, 1)).isEqualTo(5);
    }

    @Test
    void theRadiatorTakesTheLargestTypeWithWhichAllFit() {
        var items = WallOrder.inOneRow(sections(24).stream().flatMap(section -> section.tiles().stream()).toList());

        var fit = RadiatorFit.of(items, 1880, 1000, 15, 44);

        assertThat(fit.shown()).isEqualTo(24);
        assertThat(fit.em()).isBetween(17.0, 20.0);
        assertThat(fit.columns()).isEqualTo(4);
        assertThat(items.getFirst().isInTrouble()).isTrue();
    }

    @Test
    void theRadiatorShowsTroubleWhereNotAllFit() {
        var items = WallOrder.inOneRow(sections(1000).stream().flatMap(section -> section.tiles().stream()).toList());

        var fit = RadiatorFit.of(items, 1880, 1000, 15, 44);

        assertThat(fit.em()).isEqualTo(15);
        assertThat(fit.shown()).isBetween(25, 40);
        assertThat(items.subList(0, fit.shown())).allMatch(TileItem::isInTrouble);
    }
}
