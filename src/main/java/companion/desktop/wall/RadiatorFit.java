package companion.desktop.wall;

import java.util.List;

/**
 * How large tiles can be so that all of them fit a screen.
 *
 * @param em size of type in px
 * @param shown how many of them there is room for, from the first on
 */
record RadiatorFit(double em, int columns, int shown) {
    private static final double STEP = 0.5;

    /**
     * @param tiles in order
     * @param smallest type that can be read from afar, in px; what does not fit then is left out
     */
    static RadiatorFit of(List<TileItem> tiles, double width, double height, double smallest, double largest) {
        for (double em = largest; em > smallest; em -= STEP) {
            int most = columns(width, em);
            for (int columns = most; columns > 0 && columns >= most - 1; columns--) {
                if (fitting(tiles, height, em, columns) == tiles.size()) {
                    return new RadiatorFit(em, columns, tiles.size());
                }
            }
        }
        int columns = columns(width, smallest);
        return new RadiatorFit(smallest, columns, fitting(tiles, height, smallest, columns));
    }

    private static int columns(double width, double em) {
        return Math.max(1, (int) ((width + em * TileLayout.GAP) / (em * (TileLayout.NARROWEST + TileLayout.GAP))));
    }

    private static int fitting(List<TileItem> tiles, double height, double em, int columns) {
        double top = 0;
        for (int from = 0; from < tiles.size(); from += columns) {
            boolean tall = tiles.subList(from, Math.min(tiles.size(), from + columns)).stream()
                    .anyMatch(TileItem::isInTrouble);
            top += Math.round(em * (tall ? TileLayout.TALL : TileLayout.HEIGHT));
            if (top > height) {
                return from;
            }
            top += Math.round(em * TileLayout.GAP);
        }
        return tiles.size();
    }
}
