package companion.desktop.wall;

import companion.desktop.component.Icon;
import companion.desktop.component.Labels;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.monitor.snapshot.PipelineKey;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline on the wall. It lays out its own lines and is laid out by nobody else, so that what changes on it moves nothing
 * around it.
 */
final class PipelineTile extends Region {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("in-trouble");
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    private final StatusGlyph glyph = new StatusGlyph(16);
    private final Label name = Labels.of("", "strong");
    private final Icon pin = new Icon("mdi2p-pin", 14);
    private final Label region = Labels.of("", "small", "muted");
    private final Label tag = Labels.of("", "tag");
    private final CompactStrip strip = new CompactStrip();
    private final Label status = Labels.of("", "small", "tile-status");
    private final Label age = Labels.of("", "small", "muted");
    private final Label reason = Labels.of("", "small");
    private final Label commit = Labels.of("", "micro", "mono", "muted");
    private final Label message = Labels.of("", "small", "tile-message");
    private final Label took = Labels.of("", "micro", "mono");
    private final DurationBar bar = new DurationBar();
    private final Label usual = Labels.of("", "micro", "mono", "muted");
    /** Of root size, which the lines are placed by. */
    private final Label em = new Label();
    private final TileClock clock;
    private @Nullable TileItem item;
    private State.@Nullable Tone tone;
    private boolean stale;

    PipelineTile(TileClock clock) {
        this.clock = clock;
        getStyleClass().add("pipeline-tile");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setManaged(false);
        em.setVisible(false);
        getChildren().addAll(
                glyph, name, pin, region, tag, strip, status, age, reason, commit, message, took, bar, usual, em);
        setFocusTraversable(false);
    }

    @Nullable TileItem item() {
        return item;
    }

    /** Whether it shows this pipeline. */
    boolean shows(@Nullable PipelineKey key) {
        return item != null && item.key().equals(key);
    }

    void show(TileItem next) {
        var before = item;
        item = next;
        if (!next.equals(before)) {
            paint(next);
            requestLayout();
        }
        tick(clock.now(next.key()), true);
    }

    /** What goes on by itself. */
    void tick() {
        if (item != null) {
            tick(clock.now(item.key()), false);
        }
    }

    private void paint(TileItem next) {
        text(name, next.key().name());
        text(region, next.key().region());
        text(tag, next.tag());
        tag.pseudoClassStateChanged(PRODUCTION, next.isProduction());
        pin.setVisible(next.pinned());
        strip.show(next.stages());
        text(status, next.status());
        text(reason, next.reason());
        reason.setVisible(next.isInTrouble());
        text(commit, next.commit());
        text(message, next.message());
        var tint = next.isInTrouble() ? next.state().tone() : State.Tone.NEUTRAL;
        if (tint != tone) {
            status.getStyleClass().removeIf(style -> style.startsWith("tone-"));
            tone = tint;
            status.getStyleClass().add(tint.styleClass());
        }
        pseudoClassStateChanged(TROUBLE, next.isInTrouble());
        pseudoClassStateChanged(WARN, next.isInTrouble() && next.state() != State.FAILED);
    }

    private void tick(Instant now, boolean anew) {
        var shown = item;
        if (shown == null) {
            return;
        }
        var moments = shown.moments();
        boolean isStale = moments.isStale(now);
        if (isStale != stale || anew) {
            stale = isStale;
            pseudoClassStateChanged(STALE, stale);
            glyph.setState(stale ? State.STALE : shown.state());
        }
        bar.show(moments.share(now), moments.isSlow(now));
        boolean other = text(age, moments.age(now));
        other |= text(took, moments.took(now));
        other |= text(usual, moments.usually());
        if (anew || other) {
            setAccessibleText(shown.spoken(now));
        }
    }

    private static boolean text(Label label, String text) {
        boolean other = !text.equals(label.getText());
        if (other) {
            label.setText(text);
        }
        return other;
    }

    void pick(boolean picked) {
        pseudoClassStateChanged(PICKED, picked);
    }

    /** Turns the glyph while something runs, or lets it stand. */
    void turn(boolean on) {
        glyph.turn(on && glyph.getState() == State.RUNNING);
    }

    @Override
    protected void layoutChildren() {
        double unit = em.getFont().getSize();
        boolean trouble = item != null && item.isInTrouble();
        double left = unit * (TileLayout.PADDING + (trouble ? TileLayout.BAR : 0));
        double right = getWidth() - unit * TileLayout.PADDING;
        double gap = unit * TileLayout.SMALL_GAP;
        head(left, right, unit, gap);
        strip.resizeRelocate(
                snapPositionX(left), snapPositionY(unit * TileLayout.STRIP), snapPositionX(right) - snapPositionX(left),
                snapSizeY(unit * TileLayout.STRIP_HEIGHT));
        double line = unit * TileLayout.STATUS;
        double end = ends(age, right, line);
        starts(status, left, end - gap, line);
        starts(reason, left, right, unit * TileLayout.REASON);
        foot(left, right, getHeight() - unit * TileLayout.COMMIT, unit, gap);
    }

    private void head(double left, double right, double unit, double gap) {
        double line = unit * TileLayout.NAME;
        double side = glyph.minWidth(-1);
        glyph.resizeRelocate(snapPositionX(left), snapPositionY(line - side / 2), side, side);
        double end = ends(tag, right, line);
        double nameFrom = left + side + gap;
        double pinSide = pin.isVisible() ? pin.minWidth(-1) + gap / 2 : 0;
        double wanted = name.prefWidth(-1) + pinSide;
        // The name matters more than the region: where both have no room the region is cut.
        double regionRoom = Math.max(0, end - gap - nameFrom - wanted - gap);
        double regionWidth = Math.min(region.prefWidth(-1), regionRoom);
        boolean cut = regionWidth < region.prefWidth(-1) && regionWidth < unit * 3;
        region.setVisible(!cut);
        double regionFrom = cut ? end : end - gap - regionWidth;
        place(region, regionFrom, line, regionWidth);
        double nameWidth = Math.min(name.prefWidth(-1), regionFrom - gap - nameFrom - pinSide);
        place(name, nameFrom, line, Math.max(0, nameWidth));
        double pinHeight = pin.minHeight(-1);
        pin.resizeRelocate(
                snapPositionX(nameFrom + nameWidth + gap / 2), snapPositionY(line - pinHeight / 2), pin.minWidth(-1), pinHeight);
    }

    private void foot(double left, double right, double line, double unit, double gap) {
        double end = right;
        if (bar.isVisible()) {
            double width = snapSizeX(unit * TileLayout.BAR_WIDTH);
            double height = snapSizeY(unit * TileLayout.BAR_HEIGHT);
            end = ends(usual, end, line) - gap / 2;
            bar.resizeRelocate(snapPositionX(end - width), snapPositionY(line - height / 2), width, height);
            end = bar.getLayoutX() - gap / 2;
        }
        usual.setVisible(bar.isVisible());
        end = ends(took, end, line) - gap;
        double from = starts(commit, left, end, line);
        starts(message, commit.getText().isEmpty() ? left : from + gap, end, line);
    }

    private double starts(Label label, double from, double to, double line) {
        double width = Math.max(0, Math.min(label.prefWidth(-1), to - from));
        place(label, from, line, width);
        return from + width;
    }

    private double ends(Label label, double to, double line) {
        double width = label.prefWidth(-1);
        place(label, to - width, line, width);
        return to - width;
    }

    private void place(Node node, double x, double line, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(snapPositionX(x), snapPositionY(line - height / 2), snapSizeX(width), height);
    }
}
