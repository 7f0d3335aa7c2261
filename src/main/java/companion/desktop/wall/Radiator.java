package companion.desktop.wall;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.monitor.snapshot.PipelineKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * All pipelines on a screen that people look at from afar: tiles as large as the screen allows, trouble first, nothing to
 * press. Where not all of them fit, the quiet ones at the end are counted.
 */
final class Radiator extends VBox {
    private static final double SMALLEST = 15;
    private static final double LARGEST = 44;

    private final StatusGlyph sign = new StatusGlyph(18, Standing.TROUBLE.sign());
    private final Label trouble = Labels.of("", "strong");
    private final Label active = Labels.of("");
    private final Label quiet = Labels.of("");
    private final Label asOf = Labels.of("", "muted", "as-of");
    private final Label rest = Labels.of("", "muted");
    private final Tiles tiles;

    Radiator(TileClock clock) {
        tiles = new Tiles(clock);
        getStyleClass().add("radiator");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Radiator. Esc leaves it.");
        setFocusTraversable(true);
        var head = new HBox(
                sign, trouble,
                new StatusGlyph(18, Standing.ACTIVE.sign()), active,
                new StatusGlyph(18, Standing.QUIET.sign()), quiet,
                RowButton.gap(), rest, asOf);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("radiator-head");
        setVgrow(tiles, Priority.ALWAYS);
        getChildren().addAll(head, tiles);
    }

    void show(List<TileItem> items, String age) {
        Map<Standing, Integer> counts = WallModel.counts(items);
        // From afar the sign alone is seen: where nothing is wrong it must not be there.
        sign.setState(counts.get(Standing.TROUBLE) == 0 ? State.NOT_STARTED : Standing.TROUBLE.sign());
        trouble.setText(counts.get(Standing.TROUBLE) + " in trouble");
        active.setText(counts.get(Standing.ACTIVE) + " active");
        quiet.setText(counts.get(Standing.QUIET) + " quiet");
        tiles.show(WallOrder.inOneRow(items));
        tick(age);
    }

    /** The pipelines that there is room for. */
    Set<PipelineKey> inView() {
        return tiles.items.stream().limit(tiles.fit.shown()).map(TileItem::key).collect(Collectors.toSet());
    }

    void tick(String age) {
        asOf.setText(age);
        tiles.made.nodes().forEach(PipelineTile::tick);
    }

    void turn(boolean on) {
        tiles.made.nodes().forEach(tile -> tile.turn(on));
    }

    /** The tiles, dressed in type of the size that fits. */
    private final class Tiles extends Region {
        private final Repeated<TileItem, PipelineTile> made;
        private List<TileItem> items = List.of();
        private RadiatorFit fit = new RadiatorFit(SMALLEST, 1, 0);

        Tiles(TileClock clock) {
            super();
            made = new Repeated<>(() -> new PipelineTile(clock), PipelineTile::show);
        }

        void show(List<TileItem> next) {
            items = next;
            fill();
        }

        private void fill() {
            if (getWidth() <= 0 || getHeight() <= 0) {
                requestLayout();
                return;
            }
            var next = RadiatorFit.of(items, getWidth(), getHeight(), SMALLEST, LARGEST);
            if (next.em() != fit.em() || getStyle().isEmpty()) {
                setStyle("-fx-font-size: " + next.em() + "px;");
            }
            fit = next;
            if (made.show(items.subList(0, fit.shown()))) {
                getChildren().setAll(made.nodes());
            }
            rest.setText(words(items.subList(fit.shown(), items.size())));
            place();
        }

        /** What is wrong and not in sight is told of, at least. */
        private static String words(List<TileItem> left) {
            int wrong = WallModel.counts(left).get(Standing.TROUBLE);
            return left.isEmpty()
                    ? ""
                    : "and " + left.size() + " more" + (wrong == 0 ? "" : ", " + wrong + " of them in trouble");
        }

        private void place() {
            var plan = GridPlan.of(
                    List.of(new Section("", items.subList(0, fit.shown()))),
                    new GridPlan.Measure(getWidth(), 0, px(TileLayout.GAP), px(TileLayout.HEIGHT), px(TileLayout.TALL), 0),
                    fit.columns());
            var nodes = made.nodes();
            for (var row : plan.rows()) {
                for (int i = row.from(); i < row.to(); i++) {
                    double x = plan.left(i - row.from());
                    nodes.get(i).resizeRelocate(x, row.top(), plan.right(i - row.from()) - x, row.height());
                }
            }
        }

        private double px(double inEm) {
            return Math.round(inEm * fit.em());
        }

        @Override
        protected void layoutChildren() {
            fill();
        }
    }
}
