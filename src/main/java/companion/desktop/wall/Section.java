package companion.desktop.wall;

import java.util.List;

/** Tiles under one heading, in order. */
record Section(String title, List<TileItem> tiles) {
    Section {
        tiles = List.copyOf(tiles);
    }
}
