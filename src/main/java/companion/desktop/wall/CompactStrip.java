package companion.desktop.wall;

import companion.desktop.component.Repeated;
import java.util.List;
import javafx.scene.layout.Region;

/** The stages of a pipeline side by side, 20 px high. From five stages on only the current one is named. */
final class CompactStrip extends Region {
    private static final int ALL_NAMED = 4;
    private static final double GAP = 2;

    private final Repeated<Cell, StripCell> cells = new Repeated<>(StripCell::new, (node, cell) -> node.show(cell.mark, cell.named));

    private record Cell(StageMark mark, boolean named) {}

    CompactStrip() {
        getStyleClass().add("compact-strip");
    }

    void show(List<StageMark> stages) {
        boolean all = stages.size() <= ALL_NAMED;
        boolean other = cells.show(stages.stream().map(mark -> new Cell(mark, all || mark.current())).toList());
        if (other) {
            var nodes = cells.nodes();
            getChildren().setAll(nodes);
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).place(i == 0, i == nodes.size() - 1);
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var nodes = cells.nodes();
        if (nodes.isEmpty()) {
            return;
        }
        double room = getWidth() - GAP * (nodes.size() - 1);
        boolean all = nodes.size() <= ALL_NAMED;
        double small = all ? room / nodes.size() : Math.min(nodes.getFirst().bare(), room / (nodes.size() + 1));
        // All are as wide as each other, unless a name would be cut that has room elsewhere.
        double widest = nodes.stream().mapToDouble(StripCell::wanted).max().orElse(0);
        double left = room - nodes.stream().mapToDouble(StripCell::wanted).sum();
        boolean uneven = all && widest > small && left >= 0;
        double x = 0;
        for (var node : nodes) {
            double even = all || !node.isNamed() ? small : room - small * (nodes.size() - 1);
            double width = uneven ? node.wanted() + left / nodes.size() : even;
            double from = snapPositionX(x);
            node.resizeRelocate(from, 0, snapPositionX(x + width) - from, getHeight());
            x += width + GAP;
        }
    }
}
