package companion.desktop.wall;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each heading and each tile of a grid stands, in px from its top. The heights of rows are known before anything is
 * drawn, so that a thousand tiles scroll exactly and only those in view have to be there.
 *
 * @param tiles all of them, one after another
 * @param height of the whole grid
 */
record GridPlan(List<Row> rows, List<TileItem> tiles, int columns, double tileWidth, double gap, double height) {

    /** What is left free below the last row, in gaps more. */
    private static final double FOOT = 0.667;

    /**
     * The measures of a grid in px.
     *
     * @param width of the grid
     * @param narrowest tile
     * @param tall height of a tile in trouble
     * @param heading height of a heading; 0 leaves headings out
     */
    record Measure(double width, double narrowest, double gap, double tile, double tall, double heading) {
        int columns() {
            return Math.max(1, (int) ((width + gap) / (narrowest + gap)));
        }
    }

    /**
     * A heading or some tiles side by side.
     *
     * @param section its number
     * @param from the first of its tiles among all; that of a heading is the first one below it
     * @param to after the last of its tiles; a heading has none
     */
    record Row(boolean isHeading, int section, int from, int to, double top, double height) {
        double bottom() {
            return top + height;
        }
    }

    static GridPlan of(List<Section> sections, Measure measure) {
        return of(sections, measure, measure.columns());
    }

    static GridPlan of(List<Section> sections, Measure measure, int columns) {
        var rows = new ArrayList<Row>();
        var tiles = new ArrayList<TileItem>();
        double top = 0;
        for (int i = 0; i < sections.size(); i++) {
            var those = sections.get(i).tiles();
            if (measure.heading() > 0) {
                rows.add(new Row(true, i, tiles.size(), tiles.size(), top, measure.heading()));
                top += measure.heading();
            }
            for (int from = 0; from < those.size(); from += columns) {
                int to = Math.min(those.size(), from + columns);
                boolean tall = those.subList(from, to).stream().anyMatch(TileItem::isInTrouble);
                double height = tall ? measure.tall() : measure.tile();
                rows.add(new Row(false, i, tiles.size() + from, tiles.size() + to, top, height));
                top += height + measure.gap();
            }
            tiles.addAll(those);
        }
        double width = (measure.width() - measure.gap() * (columns - 1)) / columns;
        double foot = Math.round(measure.gap() * FOOT);
        return new GridPlan(List.copyOf(rows), List.copyOf(tiles), columns, width, measure.gap(), top + foot);
    }

    /** The number of the first row that reaches below a height. */
    int firstBelow(double y) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).bottom() > y) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The left edge of a column, on a whole px. */
    double left(int column) {
        return Math.round(column * (tileWidth + gap));
    }

    /** Where a tile ends that starts in a column, on a whole px. */
    double right(int column) {
        return Math.round(column * (tileWidth + gap) + tileWidth);
    }

    /** The row in which a tile stands. */
    Row rowOf(int tile) {
        for (var row : rows) {
            if (!row.isHeading() && tile < row.to()) {
                return row;
            }
        }
        throw new IndexOutOfBoundsException(tile);
    }

    /**
     * The tile that is reached from another by an arrow; the same one at the edge.
     *
     * @param down rows to go, up if it is negative
     */
    int vertically(int tile, int down) {
        var here = rowOf(tile);
        int column = tile - here.from();
        int step = Integer.signum(down);
        int left = Math.abs(down);
        int at = rows.indexOf(here);
        var found = here;
        for (int i = at + step; i >= 0 && i < rows.size() && left > 0; i += step) {
            if (!rows.get(i).isHeading()) {
                found = rows.get(i);
                left--;
            }
        }
        return found == here ? tile : Math.min(found.from() + column, found.to() - 1);
    }
}
