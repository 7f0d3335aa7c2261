package companion.desktop.wall;

import companion.monitor.snapshot.PipelineKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A grid of tiles under headings, as long as it takes. Only the tiles in view exist: those that leave it are shown anew as
 * others. Its heights are computed, not measured, so that it scrolls exactly.
 */
final class TileGrid extends Region {
    private static final String NOTE = "duration against the usual duration, the tick marks the usual";
    private static final double WHEEL = 1.5;

    private final TilePool pool;
    private final ScrollBar bar = new ScrollBar();
    private final Label em = new Label();
    private final Rectangle clip = new Rectangle();
    private List<Section> sections = List.of();
    private GridPlan plan = new GridPlan(List.of(), List.of(), 1, 0, 0, 0);
    private boolean planned;
    private double top;
    private boolean turning;
    private @Nullable PipelineKey picked;
    private Consumer<Optional<TileItem>> onPick = item -> {};

    TileGrid(TileClock clock) {
        pool = new TilePool(clock, node -> getChildren().add(0, node));
        getStyleClass().add("tile-grid");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setAccessibleText("Pipelines");
        setClip(clip);
        em.setVisible(false);
        em.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        bar.setAccessibleText("Scroll");
        getChildren().addAll(em, bar);
        em.fontProperty().subscribe(this::replan);
        widthProperty().subscribe(this::replan);
        heightProperty().subscribe(this::requestLayout);
        focusedProperty().subscribe(this::showPicked);
        // Who comes by keyboard sees where it is.
        focusVisibleProperty().subscribe(visible -> {
            if (visible && picked().isEmpty() && !all().isEmpty()) {
                moveToEnd(false);
            }
        });
        bar.valueProperty().subscribe((before, now) -> scrollTo(now.doubleValue()));
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrollTo(top - event.getDeltaY() * WHEEL);
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            tileAt(event).ifPresent(item -> pick(item.key()));
        });
    }

    /** Told what is picked, at each change. */
    void onPick(Consumer<Optional<TileItem>> listener) {
        onPick = listener;
    }

    /** The pipelines in view. */
    Set<PipelineKey> inView() {
        return pool.keys();
    }

    /** The tile below the mouse. */
    Optional<TileItem> tileAt(MouseEvent event) {
        for (var node = event.getPickResult().getIntersectedNode(); node != null && node != this; node = node.getParent()) {
            if (node instanceof PipelineTile tile) {
                return Optional.ofNullable(tile.item());
            }
        }
        return Optional.empty();
    }

    void show(List<Section> next) {
        if (next.equals(sections)) {
            return;
        }
        sections = List.copyOf(next);
        if (picked != null && picked().isEmpty()) {
            picked = null;
            onPick.accept(Optional.empty());
        }
        planned = false;
        arrange();
    }

    private void replan() {
        planned = false;
        requestLayout();
    }

    /** Lets ages and running times go on; nothing is laid out anew but the tile whose words changed. */
    void tick() {
        pool.shown().forEach(PipelineTile::tick);
    }

    /** Turns the glyphs of what runs, or lets them stand. */
    void turn(boolean on) {
        turning = on;
        pool.shown().forEach(tile -> tile.turn(on));
    }

    // ---- what is picked

    Optional<TileItem> picked() {
        return all().stream().filter(item -> item.key().equals(picked)).findFirst();
    }

    List<TileItem> all() {
        return sections.stream().flatMap(section -> section.tiles().stream()).toList();
    }

    void pick(PipelineKey key) {
        picked = key;
        plan();
        int at = indexOf(key);
        if (at >= 0) {
            reveal(plan.rowOf(at));
        }
        showPicked();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        onPick.accept(picked());
    }

    private int indexOf(@Nullable PipelineKey key) {
        var all = plan.tiles();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Moves along the tiles; without one picked the first is. */
    void move(int by) {
        plan();
        int at = indexOf(picked);
        go(at < 0 ? 0 : at + by);
    }

    /** Moves up or down; without one picked the first is. */
    void moveRows(int down) {
        plan();
        int at = indexOf(picked);
        go(at < 0 ? 0 : plan.vertically(at, down));
    }

    /** Moves by what is seen at once. */
    void movePages(int down) {
        moveRows(down * Math.max(1, (int) (getHeight() / (unit() * (TileLayout.HEIGHT + TileLayout.GAP)))));
    }

    void moveToEnd(boolean last) {
        plan();
        go(last ? plan.tiles().size() - 1 : 0);
    }

    private void go(int index) {
        if (!plan.tiles().isEmpty()) {
            pick(plan.tiles().get(Math.clamp(index, 0, plan.tiles().size() - 1)).key());
        }
    }

    /** The first row shows its heading too. */
    private void reveal(GridPlan.Row row) {
        double from = row.from() == 0 ? 0 : row.top();
        if (from < top) {
            scrollTo(from);
        } else if (row.bottom() > top + getHeight()) {
            scrollTo(row.bottom() + 1 - getHeight());
        }
    }

    private void showPicked() {
        pool.shown().forEach(tile -> tile.pick(isFocused() && tile.shows(picked)));
    }

    // ---- where things stand

    /** How far it is scrolled, in px. */
    double top() {
        return top;
    }

    double scrollable() {
        return Math.max(0, plan.height() - getHeight());
    }

    void scrollTo(double y) {
        double next = Math.clamp(Math.round(y), 0, Math.max(0, scrollable()));
        if (next != top) {
            top = next;
            arrange();
        }
    }

    private double unit() {
        return em.getFont().getSize();
    }

    private void plan() {
        if (!planned) {
            planned = true;
            double unit = unit();
            plan = GridPlan.of(sections, new GridPlan.Measure(
                    Math.max(1, getWidth() - barWidth()),
                    unit * TileLayout.NARROWEST, px(TileLayout.GAP), px(TileLayout.HEIGHT), px(TileLayout.TALL),
                    px(TileLayout.HEADING)));
        }
    }

    private double px(double inEm) {
        return Math.round(inEm * unit());
    }

    /** The bar stands outside of the tiles, in the padding of the page. */
    private double barWidth() {
        return Math.round(unit() * 1.846);
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        arrange();
        pool.dress();
    }

    /** Puts tiles where they are seen. Outside of a layout too, so that it costs no other node one. */
    private void arrange() {
        if (getWidth() <= 0) {
            return;
        }
        plan();
        top = Math.clamp(top, 0, scrollable());
        layoutBar();
        int first = plan.firstBelow(top);
        int last = first;
        while (last < plan.rows().size() && plan.rows().get(last).top() < top + getHeight()) {
            last++;
        }
        var rows = plan.rows().subList(first, last);
        free(rows);
        int used = 0;
        for (var row : rows) {
            if (row.isHeading()) {
                place(pool.head(used++), row);
            } else {
                place(row);
            }
        }
        pool.hide(used);
    }

    private void layoutBar() {
        double width = Math.round(unit() * 0.769);
        bar.resizeRelocate(getWidth() - width - 2, 0, width, getHeight());
        bar.setVisible(scrollable() > 0);
        bar.setMax(scrollable());
        bar.setVisibleAmount(plan.height() == 0 ? 1 : getHeight() / plan.height() * scrollable());
        bar.setUnitIncrement(unit() * TileLayout.HEIGHT);
        bar.setBlockIncrement(getHeight());
        bar.setValue(top);
    }

    /** Takes back the tiles that went out of view. */
    private void free(List<GridPlan.Row> rows) {
        var wanted = new HashSet<PipelineKey>();
        for (var row : rows) {
            plan.tiles().subList(row.from(), row.to()).forEach(item -> wanted.add(item.key()));
        }
        pool.keep(wanted);
    }

    private void place(GridPlan.Row row) {
        for (int i = row.from(); i < row.to(); i++) {
            var item = plan.tiles().get(i);
            var tile = pool.tile(item.key());
            if (tile.item() != item) {
                tile.show(item);
            }
            tile.setVisible(true);
            tile.turn(turning);
            tile.pick(isFocused() && item.key().equals(picked));
            double left = plan.left(i - row.from());
            tile.resizeRelocate(left, row.top() - top, plan.right(i - row.from()) - left, row.height());
        }
    }

    private void place(SectionHead head, GridPlan.Row row) {
        var section = sections.get(row.section());
        boolean last = row.section() == sections.size() - 1;
        head.show(section.title(), section.tiles().size(), last ? NOTE : "");
        head.setVisible(true);
        head.resizeRelocate(0, row.top() - top, plan.right(plan.columns() - 1), row.height());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> plan.tiles().size();
            case FOCUS_ITEM -> picked == null ? null : pool.known(picked);
            case ITEM_AT_INDEX -> node((Integer) parameters[0]);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private @Nullable Node node(int index) {
        return index < 0 || index >= plan.tiles().size() ? null : pool.known(plan.tiles().get(index).key());
    }
}
