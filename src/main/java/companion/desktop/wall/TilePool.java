package companion.desktop.wall;

import companion.monitor.snapshot.PipelineKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The tiles and headings that exist: as many as are in view at once, used again and again. */
final class TilePool {
    private final Map<PipelineKey, PipelineTile> tiles = new HashMap<>();
    private final Deque<PipelineTile> spare = new ArrayDeque<>();
    private final List<SectionHead> heads = new ArrayList<>();
    private final List<Node> fresh = new ArrayList<>();
    private final TileClock clock;
    private final Consumer<Node> add;

    /** @param add puts what was made where it is shown */
    TilePool(TileClock clock, Consumer<Node> add) {
        this.clock = clock;
        this.add = add;
    }

    /** Takes back the tiles of all other pipelines. */
    void keep(Set<PipelineKey> wanted) {
        tiles.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().turn(false);
                spare.push(entry.getValue());
            }
            return gone;
        });
    }

    PipelineTile tile(PipelineKey key) {
        return tiles.computeIfAbsent(key, each -> {
            var tile = spare.poll();
            return tile == null ? made(new PipelineTile(clock)) : tile;
        });
    }

    @Nullable PipelineTile known(PipelineKey key) {
        return tiles.get(key);
    }

    SectionHead head(int index) {
        if (index == heads.size()) {
            heads.add(made(new SectionHead()));
        }
        return heads.get(index);
    }

    private <N extends Node> N made(N node) {
        add.accept(node);
        fresh.add(node);
        return node;
    }

    /** Hides the tiles that were taken back, and the headings from this one on. */
    void hide(int fromHead) {
        spare.forEach(tile -> tile.setVisible(false));
        heads.subList(fromHead, heads.size()).forEach(head -> head.setVisible(false));
    }

    Collection<PipelineTile> shown() {
        return tiles.values();
    }

    Set<PipelineKey> keys() {
        return Set.copyOf(tiles.keySet());
    }

    /** Gives what was made since the last time its looks at once, not in the next frame. */
    void dress() {
        fresh.forEach(Node::applyCss);
        fresh.clear();
    }
}
