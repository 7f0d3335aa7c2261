package companion.desktop.wall;

import org.jspecify.annotations.Nullable;

/**
 * What of the wall is looked at, and in which order.
 *
 * @param only one group, or null for all
 * @param text what was typed; a pipeline has to have all its words
 */
record WallQuery(Sort sort, Grouping grouping, @Nullable Standing only, String text) {
    static final WallQuery USUAL = new WallQuery(Sort.TROUBLE, Grouping.NONE, null, "");

    /** The order of the tiles. */
    enum Sort {
        TROUBLE("Trouble first"),
        NAME("By name"),
        AGE("By age"),
        REGION("By region");

        private final String title;

        Sort(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What tiles stand together under one heading. */
    enum Grouping {
        NONE("No groups of their own"),
        ACCOUNT("Group by account"),
        REGION("Group by region");

        private final String title;

        Grouping(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    WallQuery sort(Sort next) {
        return new WallQuery(next, grouping, only, text);
    }

    WallQuery grouping(Grouping next) {
        return new WallQuery(sort, next, only, text);
    }

    WallQuery only(@Nullable Standing next) {
        return new WallQuery(sort, grouping, next, text);
    }

    WallQuery text(String next) {
        return new WallQuery(sort, grouping, only, next);
    }
}
