package companion.desktop.live.graph;

import companion.desktop.status.State;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Paints the part of a graph that is in sight. From afar a stage is its name, its state and a mark for each action; near by each
 * action has its name, provider and duration.
 */
final class GraphPainter {
    /** From this scale on the names of actions can be read. */
    static final double READABLE = 0.62;

    private static final double FIELD = 16;
    private static final double SHARP = 3 * FIELD;
    private static final double ADVANCE = 0.56;

    private final Inks inks;
    private @Nullable Image glyphs;

    GraphPainter(Inks inks) {
        this.inks = inks;
    }

    /** Forgets what was painted in another theme. */
    void clear() {
        glyphs = null;
    }

    /** @param selected the index of the stage with the keyboard; negative for none */
    void paint(GraphicsContext to, GraphModel model, GraphPlan plan, Lens lens, double width, double height, int selected) {
        to.setTransform(1, 0, 0, 1, 0, 0);
        to.clearRect(0, 0, width, height);
        double left = lens.pictureX(0);
        double top = lens.pictureY(0);
        double right = lens.pictureX(width);
        double bottom = lens.pictureY(height);
        for (int i = 0; i < model.stages().size(); i++) {
            var box = plan.boxes().get(i);
            if (box.meets(left - GraphPlan.GAP_X, top - GraphPlan.GAP_Y, right + GraphPlan.GAP_X, bottom)) {
                stage(to, model.stages().get(i), box, lens, i == selected, i == model.current());
                if (i > 0) {
                    arrow(to, model.stages().get(i), plan.boxes().get(i - 1), box, lens);
                }
            }
        }
        if (lens.scale() >= READABLE) {
            for (var slot : plan.slots()) {
                if (slot.box().meets(left, top, right, bottom)) {
                    action(to, slot, lens);
                }
            }
        }
    }

    private void stage(
            GraphicsContext to, GraphModel.Stage stage, GraphPlan.Box box, Lens lens, boolean selected, boolean current) {
        double x = snap(lens.x() + box.x() * lens.scale());
        double y = snap(lens.y() + box.y() * lens.scale());
        double width = snap(box.width() * lens.scale());
        double height = snap(box.height() * lens.scale());
        double round = Math.max(3, 6 * lens.scale());
        to.setFill(inks.ground(stage.state()));
        to.fillRoundRect(x, y, width, height, round * 2, round * 2);
        to.setStroke(selected ? inks.focus() : inks.line(stage.state()));
        to.setLineWidth(selected || current ? 2 : 1);
        to.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, round * 2, round * 2);
        if (lens.scale() >= READABLE) {
            near(to, stage, x, y, width, lens.scale());
        } else {
            far(to, stage, x, y, width, height);
        }
    }

    private void near(GraphicsContext to, GraphModel.Stage stage, double x, double y, double width, double scale) {
        double side = 16 * scale;
        double pad = GraphPlan.PAD * scale;
        double middle = y + GraphPlan.HEAD * scale / 2;
        glyph(to, stage.state(), x + pad, middle - side / 2, side);
        to.setFill(inks.text());
        write(to, stage.name(), x + pad + side + 4, middle, width - 2 * pad - side - 4 - 48 * scale, inks.em() * scale * 1.077, true);
        to.setFill(inks.muted());
        to.setTextAlign(TextAlignment.RIGHT);
        write(to, stage.took(), x + width - pad, middle, 60 * scale, inks.em() * 0.846 * scale, false);
        to.setTextAlign(TextAlignment.LEFT);
    }

    /** The name over the whole width, the state with how many actions are over, and a mark for each action. */
    private void far(GraphicsContext to, GraphModel.Stage stage, double x, double y, double width, double height) {
        double pad = 4;
        double type = Math.clamp(width / 6.2, 6, inks.em() * 0.9);
        double line = type * 1.45;
        double room = width - 2 * pad;
        to.setFill(inks.text());
        write(to, stage.name(), x + pad, y + line * 0.7, room, type, true);
        if (height < line * 2) {
            return;
        }
        double side = Math.min(13, type * 1.2);
        double middle = y + line * 1.75;
        glyph(to, stage.state(), x + pad, middle - side / 2, side);
        to.setFill(inks.muted());
        write(to, stage.done() + "/" + stage.actions(), x + pad + side + 4, middle, room - side - 4, type * 0.95, false);
        double cell = Math.max(5, type * 0.95);
        int across = Math.max(1, (int) (room / (cell + 2)));
        double top = y + line * 2.5;
        int index = 0;
        for (var group : stage.groups()) {
            for (var action : group) {
                double left = x + pad + index % across * (cell + 2);
                double at = top + index / across * (cell + 2);
                if (at + cell > y + height - 2) {
                    return;
                }
                glyph(to, action.state(), left, at, cell);
                index++;
            }
        }
    }

    /** From the stage before; a closed transition is a bar across it, and one that waits a dot before the bar. */
    private void arrow(GraphicsContext to, GraphModel.Stage into, GraphPlan.Box from, GraphPlan.Box box, Lens lens) {
        double scale = lens.scale();
        double y = lens.y() + (box.y() + GraphPlan.HEAD / 2) * scale;
        double end = lens.x() + box.x() * scale;
        boolean wraps = from.y() != box.y();
        double start = wraps ? end - GraphPlan.GAP_X * scale * 0.7 : lens.x() + (from.x() + from.width()) * scale;
        var ink = into.open() ? inks.muted() : inks.of(State.WARNING);
        to.setStroke(ink);
        to.setFill(ink);
        to.setLineWidth(Math.max(1, 1.4 * scale));
        double head = Math.max(3, 5 * scale);
        double gap = Math.max(2, 5 * scale);
        to.strokeLine(start + gap, y, end - gap - head, y);
        to.fillPolygon(
                new double[] {end - gap, end - gap - head, end - gap - head}, new double[] {y, y - head * 0.7, y + head * 0.7}, 3);
        if (!into.open()) {
            double at = (start + end) / 2;
            to.setLineWidth(Math.max(2, 3 * scale));
            to.strokeLine(at, y - 8 * scale, at, y + 8 * scale);
        }
        if (!into.held().isEmpty()) {
            double dot = Math.max(4, 7 * scale);
            to.fillOval(start + gap - dot / 2, y - dot / 2, dot, dot);
        }
    }

    private void action(GraphicsContext to, GraphPlan.Slot slot, Lens lens) {
        double scale = lens.scale();
        double x = lens.x() + slot.box().x() * scale;
        double y = lens.y() + slot.box().y() * scale;
        double width = slot.box().width() * scale;
        double height = slot.box().height() * scale;
        double middle = y + height / 2;
        if (slot.parallel()) {
            to.setFill(inks.of(State.NOT_STARTED));
            to.fillRect(snap(x), y + (slot.first() ? 3 * scale : 0), Math.max(1, 2 * scale), height - (slot.first() ? 3 * scale : 0));
        }
        double side = 12 * scale;
        double left = x + 8 * scale;
        glyph(to, slot.action().state(), left, middle - side / 2, side);
        double type = inks.em() * 0.923 * scale;
        to.setFill(inks.text());
        write(to, slot.action().name(), left + side + 6 * scale, middle, width - side - 60 * scale, type, false);
        to.setFill(inks.muted());
        to.setTextAlign(TextAlignment.RIGHT);
        write(to, slot.action().took(), x + width, middle, 44 * scale, type * 0.92, false);
        to.setTextAlign(TextAlignment.LEFT);
    }

    private void write(GraphicsContext to, String text, double x, double y, double room, double type, boolean bold) {
        if (text.isEmpty() || room <= type * 1.5) {
            return;
        }
        int fitting = (int) (room / (type * ADVANCE));
        var shown = text.length() <= fitting ? text : fitting < 2 ? "" : text.substring(0, fitting - 1) + "…";
        to.setFont(inks.font(type / inks.em(), bold));
        to.setTextBaseline(VPos.CENTER);
        to.fillText(shown, x, y);
    }

    private void glyph(GraphicsContext to, State state, double x, double y, double side) {
        if (glyphs == null) {
            glyphs = glyphs();
        }
        to.drawImage(glyphs, state.ordinal() * SHARP, 0, SHARP, SHARP, x, y, side, side);
    }

    /**
     * All states side by side, at three times their size so that they stay sharp from near by. Drawn once, and in one picture,
     * because JavaFX waits for the renderer with each.
     */
    private Image glyphs() {
        var states = State.values();
        var canvas = new Canvas(SHARP * states.length, SHARP);
        var to = canvas.getGraphicsContext2D();
        to.setFillRule(FillRule.EVEN_ODD);
        for (var state : states) {
            to.setTransform(SHARP / FIELD, 0, 0, SHARP / FIELD, SHARP * state.ordinal(), 0);
            draw(to, state);
        }
        var see = new SnapshotParameters();
        see.setFill(Color.TRANSPARENT);
        return canvas.snapshot(see, null);
    }

    private void draw(GraphicsContext to, State state) {
        to.setFill(inks.of(state));
        to.beginPath();
        to.appendSVGPath(state.path());
        to.fill();
        if (!state.core().isEmpty()) {
            to.beginPath();
            to.appendSVGPath(state.core());
            to.fill();
        }
        if (state == State.STALE) {
            to.setStroke(inks.of(state));
            to.setLineWidth(1.6);
            to.setLineDashes(2.6, 2.27);
            to.strokeOval(1.8, 1.8, 12.4, 12.4);
            to.setLineDashes();
        }
    }

    private static double snap(double value) {
        return Math.rint(value);
    }
}
