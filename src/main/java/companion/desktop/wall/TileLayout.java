package companion.desktop.wall;

/** Where the lines of a tile stand, in em of root size. */
final class TileLayout {
    /** The narrowest tile on a page, and its heights without and with a reason. */
    static final double NARROWEST = 22;
    static final double HEIGHT = 7.846;
    static final double TALL = 9.385;
    static final double GAP = 0.923;
    static final double HEADING = 2.077;

    static final double PADDING = 1.0;
    /** A tile in trouble has a bar of 4 px at its left edge. */
    static final double BAR = 0.154;
    static final double NAME = 1.4;
    static final double STRIP = 2.615;
    static final double STRIP_HEIGHT = 1.538;
    static final double STATUS = 5.33;
    static final double REASON = 6.67;
    /** From the foot. */
    static final double COMMIT = 1.23;

    static final double SMALL_GAP = 0.615;
    static final double BAR_WIDTH = 3.0;
    static final double BAR_HEIGHT = 1.0;

    private TileLayout() {}
}
